import type { RecordChanges } from '../../commands/changeRecords';
import { readField } from '../../model/defineRecord';
import type { Field } from '../../model/field';
import type { Entropy } from '../../model/ids';
import { recordDefinitions, type AnyRecord } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import { cellKey, type DraftRow, type RefusedCell } from '../../store/tableStore';
import { t } from '../../ui/i18n/t';
import { cellText } from '../cells/cellText';
import { isEmptyValue, type CellValue } from '../cells/cellType';
import { parseCell } from '../cells/parseCell';
import { isNewRow, type CellEdit } from '../grid/gridSource';
import type { Sheet, SheetColumn } from '../sheets/sheet';
import { ChangePlan } from './changePlan';

/** What an edit of a sheet comes to: changes of records, and what cannot be one yet. */
export interface EditPlan {
  readonly changes: RecordChanges;
  /** Rows that became records: row id → record id. */
  readonly rows: ReadonlyMap<string, string>;
  readonly drafts: readonly DraftRow[];
  /** Cells that were understood: whatever was refused in them before is gone. By `cellKey`. */
  readonly accepted: readonly string[];
  readonly refused: ReadonlyMap<string, RefusedCell>;
}

interface Planning {
  readonly sheet: Sheet;
  readonly journey: Journey;
  readonly plan: ChangePlan;
  readonly columns: ReadonlyMap<string, SheetColumn>;
  readonly accepted: string[];
  readonly refused: Map<string, RefusedCell>;
}

type Input = CellEdit['input'];

/**
 * Works out what edits of a sheet’s cells mean, all of them together (TBL-5): values for records, records to be made by name,
 * rows that become records, rows that wait for what they need, and texts that do not fit and stay where they were typed.
 */
export function planEdits(
  sheet: Sheet,
  journey: Journey,
  drafts: readonly DraftRow[],
  edits: readonly CellEdit[],
  entropy: Entropy,
): EditPlan {
  const planning: Planning = {
    sheet,
    journey,
    plan: new ChangePlan(journey, entropy),
    columns: new Map(sheet.columns.map((column) => [column.id, column])),
    accepted: [],
    refused: new Map(),
  };
  const texts = new Map(drafts.map((draft) => [draft.id, { ...draft.texts }]));
  const touched = new Set<string>();
  for (const { row, column: id, input } of edits) {
    const column = planning.columns.get(id);
    if (!column?.write) continue;
    if (isNewRow(row) || texts.has(row)) {
      texts.set(row, { ...texts.get(row), [id]: textOf(journey, column, input) });
      touched.add(row);
    } else write(planning, row, column, input);
  }
  const rows = new Map<string, string>();
  for (const row of touched) {
    const made = complete(planning, row, texts.get(row) ?? {});
    if (made !== null) rows.set(row, made);
    if (made !== null || isBlank(texts.get(row) ?? {})) texts.delete(row);
  }
  return {
    changes: planning.plan.changes(),
    rows,
    drafts: numbered([...texts]),
    accepted: planning.accepted,
    refused: planning.refused,
  };
}

function textOf(journey: Journey, { type }: SheetColumn, input: Input): string {
  return 'text' in input ? input.text : cellText(journey, type, input.value);
}

function isBlank(texts: Readonly<Record<string, string>>): boolean {
  return Object.values(texts).every((text) => text.trim() === '');
}

/** New rows get a draft’s id of their own; drafts keep theirs. */
function numbered(
  rows: readonly (readonly [string, Readonly<Record<string, string>>])[],
): readonly DraftRow[] {
  let last = Math.max(0, ...rows.map(([id]) => Number(/^draft (\d+)$/.exec(id)?.[1] ?? 0)));
  return rows.map(([id, texts]) => ({ id: isNewRow(id) ? `draft ${++last}` : id, texts }));
}

function write(planning: Planning, row: string, column: SheetColumn, input: Input): void {
  const { plan, journey, sheet } = planning;
  const record = journey[sheet.kind].byId.get(row);
  const key = cellKey(row, column.id);
  if (!record) return;
  const understood = understand(planning, column, input, record);
  if ('problem' in understood) {
    const text = 'text' in input ? input.text : '';
    planning.refused.set(key, { text, problem: understood.problem });
    return;
  }
  column.write?.(plan, row, understood.value);
  planning.accepted.push(key);
}

/** Makes a record of a row, once it has what it needs. Returns its id, null while something is missing. */
function complete(planning: Planning, row: string, texts: Readonly<Record<string, string>>): string | null {
  const { sheet, plan } = planning;
  const isDropOut = sheet.kind === 'transitions' && isDropOutText(planning, texts['kind'] ?? '');
  const isMissing = (id: string): boolean => {
    const column = planning.columns.get(id);
    if (isDropOut && id === 'to') return false;
    return (
      !column || (texts[id] ?? '').trim() === '' || 'problem' in parsed(planning, column, texts[id] ?? '')
    );
  };
  if (sheet.needs.some(isMissing) || isBlank(texts)) return null;
  const made = plan.create(sheet.kind, {});
  for (const [id, text] of Object.entries(texts)) {
    const column = planning.columns.get(id);
    if (!column || text.trim() === '') continue;
    const understood = understand(planning, column, { text }, null);
    if ('problem' in understood) {
      planning.refused.set(cellKey(made, id), { text, problem: understood.problem });
    } else column.write?.(plan, made, understood.value);
  }
  for (const column of planning.columns.keys()) planning.accepted.push(cellKey(row, column));
  return made;
}

function isDropOutText(planning: Planning, text: string): boolean {
  const column = planning.columns.get('kind');
  const result = column && parsed(planning, column, text);
  return result !== undefined && 'value' in result && result.value === 'drop-out';
}

type Understood = { readonly value: CellValue } | { readonly problem: string };

/** What a draft’s text means, without making anything. */
function parsed({ journey }: Planning, column: SheetColumn, text: string): Understood {
  const result = parseCell(journey, column.type, text);
  if (!result.ok) return { problem: result.problem };
  return 'value' in result ? { value: result.value } : { value: null };
}

/** The value an input means; records it names are made as part of the plan. */
function understand(
  planning: Planning,
  column: SheetColumn,
  input: Input,
  record: AnyRecord | null,
): Understood {
  const understood = 'value' in input ? { value: input.value } : read(planning, column, input.text);
  if ('problem' in understood) return understood;
  const { value } = understood;
  const isNeeded = planning.sheet.needs.includes(column.id) && isEmptyValue(value);
  const isLoose = record !== null && 'kind' in record && record.kind === 'drop-out' && column.id === 'to';
  if (isNeeded && !isLoose) return { problem: t('table.problem.required') };
  if (!doesFit(planning.sheet, column, value)) return { problem: t('table.problem.doesNotFit') };
  const objection = record && column.refuse?.(record, value);
  return objection ? { problem: objection } : understood;
}

function read({ journey, plan }: Planning, column: SheetColumn, text: string): Understood {
  const { type } = column;
  const result = parseCell(journey, type, text);
  if (!result.ok) return { problem: result.problem };
  if ('value' in result) return { value: result.value };
  if (type.kind !== 'reference' && type.kind !== 'references') return { value: null };
  const { create } = type;
  const ids = result.references.flatMap((one) =>
    typeof one === 'string' ? [one] : create === null ? [] : [plan.named(create, one.make)],
  );
  return { value: type.kind === 'references' ? [...new Set(ids)] : (ids[0] ?? null) };
}

/** Whether the record’s own field takes a value; columns that are relations take what they understand. */
function doesFit(sheet: Sheet, column: SheetColumn, value: CellValue): boolean {
  const fields = recordDefinitions[sheet.kind].fields as Readonly<Record<string, Field<unknown>>>;
  const field = fields[column.id];
  if (!field || field.storage === 'list') return true;
  return readField(field, value) === value || field.schema.safeParse(value).success;
}
