import { foldText } from '../../model/foldText';
import type { GridColumn, GridRow, GridSource } from './gridSource';

/** What of a table has the words of a query. */
export interface FoundInTable {
  readonly hasRow: (row: GridRow) => boolean;
  readonly hasColumn: (column: GridColumn) => boolean;
}

const everything: FoundInTable = { hasRow: () => true, hasColumn: () => true };

/**
 * Looks for all words of a query, whatever their case and accents (TBL-14): in all cells of a row; in a matrix, whose cells hold
 * letters, in the names of its rows, and where no row has them in those of its columns.
 */
export function searchTable(source: GridSource, query: string): FoundInTable {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return everything;
  const has = (text: string): boolean => words.every((word) => text.includes(word));
  if (!source.isMatrix) return { ...everything, hasRow: (row) => has(textOfRow(source, row)) };
  const hasRow = (row: GridRow): boolean => has(foldText(row.label));
  if (source.rows.some(hasRow)) return { ...everything, hasRow };
  const hasColumn = ({ label }: GridColumn): boolean => has(foldText(label));
  // The first column names the rows.
  return source.columns.slice(1).some(hasColumn) ? { ...everything, hasColumn } : { ...everything, hasRow };
}

/** Texts of rows are put together once for each state of the table, not for each letter of a query. */
const texts = new WeakMap<GridSource, Map<string, string>>();

function textOfRow(source: GridSource, row: GridRow): string {
  let known = texts.get(source);
  if (!known) texts.set(source, (known = new Map<string, string>()));
  const there = known.get(row.id);
  if (there !== undefined) return there;
  const cells = source.columns.map((column) => source.cell(row, column).text);
  const text = foldText([row.label, ...cells].join(' '));
  known.set(row.id, text);
  return text;
}
