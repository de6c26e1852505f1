import { normalisedName } from '../../model/names';
import type { ColumnFilter, SheetSettings } from '../../store/tableStore';
import { t } from '../../ui/i18n/t';
import { isEmptyValue } from '../cells/cellType';
import { newRowId, type GridCell, type GridColumn, type GridRow, type GridSource } from './gridSource';
import { searchTable } from './searchTable';

/** Compares texts as people expect: case and accents aside, numbers in them by their value. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * The rows as they are shown: filtered, sorted, under headings, and the new row last (TBL-6). Rows that are equal stay in their
 * natural order; empty cells come last whichever way one sorts.
 *
 * @param keep ids of rows that are shown whatever the filters say: what one has just made or changed does not vanish
 * @param order when given, rows keep the places they have in it: nothing moves while a cell is open
 */
export function arrangeRows(
  source: GridSource,
  settings: SheetSettings,
  keep: ReadonlySet<string> = new Set(),
  order: ReadonlyMap<string, number> | null = null,
): readonly GridRow[] {
  const records = source.rows.filter((row) => row.kind === 'record');
  const drafts = source.rows.filter((row) => row.kind === 'draft');
  const found = searchTable(source, settings.query);
  const isShown = (row: GridRow): boolean =>
    keep.has(row.id) ||
    order?.has(row.id) === true ||
    (settings.filters.every((filter) => passes(source, row, filter)) && found.hasRow(row));
  const shown = records.filter(isShown);
  const sorted = order ? inOrder(shown, order) : sortRows(source, shown, settings.sort);
  const grouped = groupRows(source, sorted, settings);
  const last: GridRow = { id: newRowId, kind: 'new', label: source.newLabel ?? '', record: null };
  return [...grouped, ...drafts, ...(source.newLabel === null ? [] : [last])];
}

function columnOf(source: GridSource, id: string): GridColumn | undefined {
  return source.columns.find((column) => column.id === id);
}

function passes(source: GridSource, row: GridRow, { column: id, test, text }: ColumnFilter): boolean {
  const column = columnOf(source, id);
  if (!column) return true;
  const cell = source.cell(row, column);
  const isEmpty = cell.problem === null && isEmptyValue(cell.value) && cell.text === '';
  if (test === 'empty') return isEmpty;
  if (test === 'filled') return !isEmpty;
  const [here, wanted] = [normalisedName(cell.text), normalisedName(text)];
  return test === 'has' ? here.includes(wanted) : here === wanted;
}

function sortRows(
  source: GridSource,
  rows: readonly GridRow[],
  sort: SheetSettings['sort'],
): readonly GridRow[] {
  const column = sort && columnOf(source, sort.column);
  if (!column) return rows;
  const keys = new Map(rows.map((row) => [row, sortKey(source.cell(row, column))]));
  return [...rows].sort((a, b) => compareKeys(keys.get(a) ?? '', keys.get(b) ?? '', sort.descending));
}

type SortKey = string | number;

function sortKey({ value, text, type, problem }: GridCell): SortKey {
  if (problem !== null) return text;
  // Choices sort in the order in which the model ranks them: planned, live, phasing out, retired.
  const rank = type.kind === 'choice' ? type.choices.findIndex((choice) => choice.value === value) : -1;
  if (rank >= 0) return rank;
  // A day is stored so that its letters sort as days do.
  return typeof value === 'number' || (type.kind === 'date' && typeof value === 'string') ? value : text;
}

/** What is empty comes last, whichever way. */
function compareKeys(a: SortKey, b: SortKey, isDescending: boolean): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const compared =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return isDescending ? -compared : compared;
}

function inOrder(rows: readonly GridRow[], order: ReadonlyMap<string, number>): readonly GridRow[] {
  const place = (row: GridRow): number => order.get(row.id) ?? Number.MAX_SAFE_INTEGER;
  return [...rows].sort((a, b) => place(a) - place(b));
}

function groupRows(
  source: GridSource,
  rows: readonly GridRow[],
  { group, folded, sort }: SheetSettings,
): readonly GridRow[] {
  const column = group === null ? undefined : columnOf(source, group);
  if (!column) return rows;
  const groups = new Map<string, { readonly key: SortKey; readonly members: GridRow[] }>();
  for (const row of rows) {
    const cell = source.cell(row, column);
    const known = groups.get(cell.text);
    if (known) known.members.push(row);
    else groups.set(cell.text, { key: cell.text === '' ? '' : sortKey(cell), members: [row] });
  }
  const isDescending = sort?.column === group && sort.descending;
  return [...groups]
    .sort(([, a], [, b]) => compareKeys(a.key, b.key, isDescending))
    .flatMap(([text, { members }]): readonly GridRow[] => {
      const isFolded = folded.includes(text);
      const label = text === '' ? t('table.group.none', { column: column.label }) : text;
      const heading: GridRow = {
        id: `group ${text}`,
        kind: 'group',
        label,
        record: null,
        group: { text, count: members.length, isFolded },
      };
      return isFolded ? [heading] : [heading, ...members];
    });
}
