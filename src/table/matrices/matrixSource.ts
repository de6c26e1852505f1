import { raciLetters, raciMatrix, type RaciKind, type RaciRow } from '../../analysis/raciMatrix';
import { raciRoles } from '../../model/records/assignment';
import type { Journey } from '../../model/resolve';
import { cellKey, type RefusedCell } from '../../store/tableStore';
import { t } from '../../ui/i18n/t';
import { cellText } from '../cells/cellText';
import type { CellType } from '../cells/cellType';
import { nameIn, recordName } from '../cells/recordName';
import type { CellEdit, EditOutcome, GridCell, GridColumn, GridRow, GridSource } from '../grid/gridSource';

/** What a matrix needs beside the journey. */
export interface MatrixAccess {
  readonly refused: ReadonlyMap<string, RefusedCell>;
  readonly isReadOnly: boolean;
  readonly edit: (edits: readonly CellEdit[]) => EditOutcome;
}

/** The column that names the rows of a matrix. */
const nameColumnId = 'name';
/** The column that says of what kind a row is. */
const kindColumnId = 'kind';

/** Narrow, for many columns in sight; their names wrap. */
const matrixColumnPx = 104;

/** Letters of a use of a system; one at a time. `uses` is a use whose access is not stated. */
export const usageLetters: Extract<CellType, { kind: 'letters' }> = {
  kind: 'letters',
  exclusive: true,
  letters: [
    { letter: 'U', key: 'U', value: 'uses', label: t('table.matrix.uses') },
    { letter: 'R', key: 'R', value: 'reads', label: t('model.usageAccess.reads') },
    { letter: 'W', key: 'W', value: 'writes', label: t('model.usageAccess.writes') },
    { letter: 'RW', key: 'B', value: 'both', label: t('model.usageAccess.both') },
  ],
};

/** Letters of the RACI roles; any of them together. */
export const roleLetters: Extract<CellType, { kind: 'letters' }> = {
  kind: 'letters',
  exclusive: false,
  letters: raciRoles.map((role) => ({
    letter: raciLetters[role],
    key: raciLetters[role],
    value: role,
    label: t(`model.raci.${role}`),
  })),
};

const shown: CellType = { kind: 'shown' };

function nameColumn(label: string): GridColumn {
  return { id: nameColumnId, label, hint: '', widthPx: 220 };
}

/** Touchpoints against systems: which touchpoint uses which system, and how. */
export function usageMatrixSource(journey: Journey, access: MatrixAccess): GridSource {
  const rows = journey.touchpoints.all.map(({ id }): GridRow => ({
    id,
    kind: 'record',
    label: nameIn(journey, 'touchpoints', id),
    record: { kind: 'touchpoints', id },
  }));
  const columns = journey.systems.all.map(({ id }): GridColumn => {
    const name = nameIn(journey, 'systems', id);
    return { id, label: name, hint: t('table.matrix.usageHint', { system: name }), widthPx: matrixColumnPx };
  });
  return matrix(
    'usageMatrix',
    [nameColumn(t('table.sheet.touchpoints')), ...columns],
    rows,
    access,
    (row, system) => {
      const usage = journey.relations.usagesByTouchpoint.get(row.id)?.find((one) => one.system === system);
      return lettersCell(journey, usageLetters, usage ? [usage.access ?? 'uses'] : []);
    },
  );
}

/** Records against people and teams, with RACI letters (RAC-1). */
export function raciSource(
  id: 'raci' | 'systemOwners',
  journey: Journey,
  access: MatrixAccess,
  kinds?: readonly RaciKind[],
): GridSource {
  const { parties, rows } = raciMatrix(journey, kinds);
  const bySubject = new Map(rows.map((row) => [row.subject, row]));
  const gridRows = rows.map(({ subject, record }): GridRow => ({
    id: subject,
    kind: 'record',
    label: recordName(journey, subject),
    record,
  }));
  const head = nameColumn(t(kinds ? 'table.sheet.systems' : 'table.matrix.subject'));
  const kindColumn: GridColumn = { id: kindColumnId, label: t('table.matrix.kind'), hint: '', widthPx: 120 };
  const columns = parties.map((party): GridColumn => ({
    id: party.id,
    label: nameIn(journey, 'parties', party.id),
    hint: party.function === null ? '' : t(`model.function.${party.function}`),
    widthPx: matrixColumnPx,
  }));
  return matrix(
    id,
    [head, ...(kinds ? [] : [kindColumn]), ...columns],
    gridRows,
    access,
    (row, column) => {
      const matrixRow = bySubject.get(row.id);
      if (column === kindColumnId) return shownCell(matrixRow ? kindName(matrixRow) : '');
      const roles = matrixRow?.roles.get(column) ?? [];
      const isDouble = matrixRow?.problem === 'several-accountable' && roles.includes('accountable');
      return {
        ...lettersCell(journey, roleLetters, roles),
        ...(isDouble ? { tone: 'danger' as const } : {}),
      };
    },
    (row) => problemText(bySubject.get(row.id)),
  );
}

function problemText(row: RaciRow | undefined): string | undefined {
  return row?.problem ? t(`table.raci.${row.problem}`) : undefined;
}

function kindName({ record }: RaciRow): string {
  return record === null ? t('table.theMap') : t(`model.kind.${record.kind}`);
}

function matrix(
  id: string,
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  access: MatrixAccess,
  cellOf: (row: GridRow, column: string) => GridCell,
  noteOf: (row: GridRow) => string | undefined = () => undefined,
): GridSource {
  return {
    id,
    label: t(`table.sheet.${id}` as 'table.sheet.raci'),
    columns,
    rows,
    newLabel: null,
    rowHeightPx: 34,
    isMatrix: true,
    cell: (row, column) => {
      if (column.id === nameColumnId) {
        const note = noteOf(row);
        return { ...shownCell(row.label), ...(note === undefined ? {} : { note, tone: 'danger' as const }) };
      }
      const refused = access.refused.get(cellKey(`${id} ${row.id}`, column.id));
      const cell = cellOf(row, column.id);
      return {
        ...cell,
        text: refused?.text ?? cell.text,
        problem: refused?.problem ?? null,
        canEdit: cell.canEdit && !access.isReadOnly,
      };
    },
    edit: access.edit,
    removeRows: null,
  };
}

function shownCell(text: string): GridCell {
  return { text, value: text, type: shown, canEdit: false, problem: null };
}

function lettersCell(journey: Journey, type: CellType, value: readonly string[]): GridCell {
  return { text: cellText(journey, type, value), value, type, canEdit: true, problem: null };
}
