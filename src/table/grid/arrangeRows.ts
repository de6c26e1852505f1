import { normalisedName } from '../../model/names';
import type { ColumnFilter, SheetSettings } from '../../store/tableStore';
import { t } from '../../ui/i18n/t';
import { isEmptyValue } from '../cells/cellType';
import { newRowId, type GridColumn, type GridRow, type GridSource } from './gridSource';

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
  const words = normalisedName(settings.query).split(' ').filter(Boolean);
  const isShown = (row: GridRow): boolean =>
    keep.has(row.id) ||
    order?.has(row.id) === true ||
    (settings.filters.every((filter) => passes(source, row, filter)) && hasWords(source, row, words));
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

function hasWords(source: GridSource, row: GridRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = normalisedName(
    `${row.label} ${source.columns.map((column) => source.cell(row, column).text).join(' ')}`,
  );
  return words.every((word) => text.includes(word));
}

function sortRows(
  source: GridSource,
  rows: readonly GridRow[],
  sort: SheetSettings['sort'],
): readonly GridRow[] {
  const column = sort && columnOf(source, sort.column);
  if (!column) return rows;
  const keys = new Map(
    rows.map((row) => {
      const { value, text, type } = source.cell(row, column);
      // Choices sort in the order in which the model ranks them: planned, live, phasing out, retired.
      const rank = type.kind === 'choice' ? type.choices.findIndex((choice) => choice.value === value) : -1;
      return [row, typeof value === 'number' ? value : rank >= 0 ? rank : text] as const;
    }),
  );
  const way = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1;
    const compared =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return compared * way;
  });
}

function inOrder(rows: readonly GridRow[], order: ReadonlyMap<string, number>): readonly GridRow[] {
  const place = (row: GridRow): number => order.get(row.id) ?? Number.MAX_SAFE_INTEGER;
  return [...rows].sort((a, b) => place(a) - place(b));
}

function groupRows(
  source: GridSource,
  rows: readonly GridRow[],
  { group, folded }: SheetSettings,
): readonly GridRow[] {
  const column = group === null ? undefined : columnOf(source, group);
  if (!column) return rows;
  const groups = new Map<string, GridRow[]>();
  for (const row of rows) {
    const { text } = source.cell(row, column);
    const members = groups.get(text);
    if (members) members.push(row);
    else groups.set(text, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a === '' || b === '' ? (a === '' ? 1 : -1) : collator.compare(a, b)))
    .flatMap(([text, members]): readonly GridRow[] => {
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
