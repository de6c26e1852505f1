import { changeRecords, type RecordChanges } from '../commands/changeRecords';
import type { Analysis } from '../analysis/analyse';
import type { Journey } from '../model/resolve';
import type { OpenMap } from '../store/openMap';
import { tableStoreOf, type RefusedCell, type TableState } from '../store/tableStore';
import { asLocalStep } from './edit/localSteps';
import { t } from '../ui/i18n/t';
import { notices } from '../ui/notices';
import { planEdits } from './edit/planEdits';
import type { CellEdit, EditOutcome, GridRow, GridSource } from './grid/gridSource';
import { planMatrixEdits, writeRoles, writeUsage } from './matrices/planMatrixEdits';
import { raciSource, roleLetters, usageLetters, usageMatrixSource } from './matrices/matrixSource';
import { processingSource } from './records/processingSource';
import { sheetSource } from './sheets/sheetSource';
import { sheetKinds, sheetOf, type SheetKind } from './sheets/sheets';

/** Everything that has a tab, in its groups. */
export const tableGroups = {
  sheets: sheetKinds,
  matrices: ['usageMatrix', 'systemOwners'],
  records: ['processing', 'raci'],
} as const;

/** Name of a sheet, matrix or record. */
export type TableName = (typeof tableGroups)[keyof typeof tableGroups][number];

const names: readonly string[] = Object.values(tableGroups).flat();

/** Whether a word names a sheet, matrix or record. */
export function isTableName(name: string): name is TableName {
  return names.includes(name);
}

/** What a table is made of. */
export interface TableInput {
  readonly journey: Journey;
  readonly analysis: Analysis | null;
  readonly table: TableState;
  readonly isReadOnly: boolean;
}

/** The sheet, matrix or record of a name, as a grid that changes the open map. */
export function tableSource(openMap: OpenMap, name: TableName, input: TableInput): GridSource {
  const { journey, table, isReadOnly } = input;
  const matrix = { refused: table.refused, isReadOnly };
  switch (name) {
    case 'usageMatrix':
      return usageMatrixSource(journey, {
        ...matrix,
        edit: (edits) =>
          asLocalStep(openMap, () => editMatrix(openMap, name, edits, usageLetters, writeUsage)),
      });
    case 'systemOwners':
    case 'raci':
      return raciSource(
        name,
        journey,
        {
          ...matrix,
          edit: (edits) =>
            asLocalStep(openMap, () => editMatrix(openMap, name, edits, roleLetters, writeRoles)),
        },
        name === 'systemOwners' ? ['systems'] : undefined,
      );
    case 'processing':
      return processingSource(journey);
    default:
      return sheetSource(sheetOf(name), input, {
        drafts: table.drafts[name] ?? [],
        refused: table.refused,
        isReadOnly,
        edit: (edits) => asLocalStep(openMap, () => editSheet(openMap, name, edits)),
        removeRows: (rows) => asLocalStep(openMap, () => removeRows(openMap, name, rows)),
      });
  }
}

function editSheet(openMap: OpenMap, kind: SheetKind, edits: readonly CellEdit[]): EditOutcome {
  const store = tableStoreOf(openMap.mirror);
  const { drafts, refused } = store.getState();
  const { entropy } = openMap.document;
  const plan = planEdits(sheetOf(kind), openMap.journey(), drafts[kind] ?? [], edits, entropy);
  if (!run(openMap, plan.changes)) return { rows: new Map(), refused: 0 };
  store.setState({
    drafts: { ...drafts, [kind]: plan.drafts },
    refused: withRefused(refused, plan.accepted, plan.refused),
  });
  return { rows: plan.rows, refused: plan.refused.size };
}

function editMatrix(
  openMap: OpenMap,
  name: TableName,
  edits: readonly CellEdit[],
  type: typeof usageLetters,
  write: typeof writeUsage,
): EditOutcome {
  const store = tableStoreOf(openMap.mirror);
  const { entropy } = openMap.document;
  const plan = planMatrixEdits(name, type, write, openMap.journey(), edits, entropy);
  if (!run(openMap, plan.changes)) return { rows: new Map(), refused: 0 };
  store.setState({ refused: withRefused(store.getState().refused, plan.accepted, plan.refused) });
  return { rows: new Map(), refused: plan.refused.size };
}

function removeRows(openMap: OpenMap, kind: SheetKind, rows: readonly GridRow[]): void {
  const store = tableStoreOf(openMap.mirror);
  const { drafts } = store.getState();
  const ids = new Set(rows.map(({ id }) => id));
  const remove = rows.flatMap(({ record }) => record ?? []);
  run(openMap, { create: [], update: [], remove });
  const left = (drafts[kind] ?? []).filter(({ id }) => !ids.has(id));
  store.setState({ drafts: { ...drafts, [kind]: left } });
}

/** One step of undo for all of it. False when the map cannot be changed here. */
function run(openMap: OpenMap, changes: RecordChanges): boolean {
  const done = changeRecords.run(openMap, changes);
  if (done.ok || done.reason === 'nothing-to-do') return true;
  notices.show({ id: 'table-locked', text: t('table.said.locked'), tone: 'late' });
  return false;
}

function withRefused(
  refused: TableState['refused'],
  accepted: readonly string[],
  added: ReadonlyMap<string, RefusedCell>,
): TableState['refused'] {
  const isSame = added.size === 0 && !accepted.some((key) => refused.has(key));
  if (isSame) return refused;
  const next = new Map(refused);
  for (const key of accepted) next.delete(key);
  for (const [key, cell] of added) next.set(key, cell);
  return next;
}
