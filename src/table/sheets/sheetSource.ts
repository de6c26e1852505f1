import { kindOf } from '../../model/resolve';
import { mapSubject } from '../../model/ids';
import type { AnyRecord } from '../../model/kinds';
import { cellKey, type DraftRow, type RefusedCell } from '../../store/tableStore';
import { t } from '../../ui/i18n/t';
import { cellText } from '../cells/cellText';
import { emptyValue, isEmptyValue, type CellValue } from '../cells/cellType';
import { nameIn } from '../cells/recordName';
import {
  newRowId,
  type CellEdit,
  type EditOutcome,
  type GridCell,
  type GridJump,
  type GridRow,
  type GridSource,
} from '../grid/gridSource';
import type { CellContext, Sheet, SheetColumn } from './sheet';

/** What a sheet shows beside the records, and how it is changed. */
export interface SheetAccess {
  readonly drafts: readonly DraftRow[];
  readonly refused: ReadonlyMap<string, RefusedCell>;
  readonly isReadOnly: boolean;
  readonly edit: (edits: readonly CellEdit[]) => EditOutcome;
  readonly removeRows: (rows: readonly GridRow[]) => void;
}

/** A sheet as a grid: a row for each record of its kind, those that wait to become one, and a new one at the end. */
export function sheetSource(sheet: Sheet, context: CellContext, access: SheetAccess): GridSource {
  const { journey } = context;
  const { kind } = sheet;
  const records = journey[kind].all as readonly AnyRecord[];
  const columns = new Map(sheet.columns.map((column) => [column.id, column]));
  const drafts = new Map(access.drafts.map((draft) => [draft.id, draft]));
  const rows: readonly GridRow[] = [
    ...records.map(({ id }): GridRow => ({
      id,
      kind: 'record',
      label: nameIn(journey, kind, id),
      record: { kind, id },
    })),
    ...access.drafts.map(({ id }): GridRow => ({
      id,
      kind: 'draft',
      label: t('table.draft'),
      record: null,
    })),
  ];
  return {
    id: kind,
    label: t(`table.sheet.${kind}` as 'table.sheet.systems'),
    columns: sheet.columns,
    rows,
    newLabel: access.isReadOnly ? null : t(`table.new.${kind}` as 'table.new.systems'),
    rowHeightPx: 34,
    cell: (row, { id }) => {
      const column = columns.get(id);
      if (!column) return blank;
      if (row.kind === 'record') return recordCell(sheet, column, row, context, access);
      const isFirst = sheet.columns[0]?.id === id;
      const needed = row.kind === 'draft' && sheet.needs.includes(id) ? t('table.needed') : undefined;
      const text = drafts.get(row.id)?.texts[id] ?? '';
      return {
        text,
        value: text,
        type: column.type,
        canEdit: column.write !== undefined && !access.isReadOnly,
        problem: null,
        placeholder: row.id === newRowId && isFirst ? row.label : needed,
      };
    },
    edit: access.edit,
    removeRows: access.isReadOnly ? null : access.removeRows,
  };
}

const blank: GridCell = { text: '', value: null, type: { kind: 'shown' }, canEdit: false, problem: null };

function recordCell(
  sheet: Sheet,
  column: SheetColumn,
  row: GridRow,
  context: CellContext,
  access: SheetAccess,
): GridCell {
  const { journey } = context;
  const there = journey[sheet.kind].byId.get(row.id) as AnyRecord | undefined;
  // One that was deleted while somebody types in it is shown as it was.
  const record = there ?? (journey.tables[sheet.kind].get(row.id) as AnyRecord | undefined);
  const value: CellValue = record ? column.read(record, context) : emptyValue(column.type);
  const refused = access.refused.get(cellKey(row.id, column.id));
  const isName = sheet.columns[0] === column && isEmptyValue(value);
  return {
    text: refused?.text ?? cellText(journey, column.type, value),
    value,
    type: column.type,
    canEdit: column.write !== undefined && !access.isReadOnly,
    problem: refused?.problem ?? null,
    isGone: there === undefined,
    placeholder: isName ? row.label : undefined,
    jump: jumpOf(context, column, value),
  };
}

function jumpOf({ journey }: CellContext, { type }: SheetColumn, value: CellValue): GridJump | undefined {
  if (type.kind !== 'reference' && type.kind !== 'references') return undefined;
  const id =
    typeof value === 'string' ? value : Array.isArray(value) ? (value[0] as string | undefined) : undefined;
  if (id === undefined || id === mapSubject) return undefined;
  const kind = kindOf(journey, id);
  return kind === null ? undefined : { record: { kind, id }, field: null };
}
