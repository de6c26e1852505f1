import { emptyValue, isEmptyValue } from '../cells/cellType';
import type { CellTexts } from '../../interchange/clipboard/clipboardText';
import { newRowId, newRowNumber, type CellEdit, type GridRow } from './gridSource';
import { readCell, type CellRange, type GridView } from './gridView';

/** Rows of a block that hold cells: headings and the header are passed over. */
function rowsIn(
  view: GridView,
  { top, bottom }: CellRange,
): readonly { readonly row: GridRow; readonly at: number }[] {
  return view.rows
    .slice(Math.max(0, top), bottom + 1)
    .map((row, index) => ({ row, at: Math.max(0, top) + index }))
    .filter(({ row }) => row.kind !== 'group');
}

function columnsIn(view: GridView, { left, right }: CellRange): readonly number[] {
  return view.columns.slice(left, right + 1).map((_, index) => left + index);
}

/** A block as texts, as it goes to the clipboard. */
export function textsOf(view: GridView, range: CellRange): CellTexts {
  const rows = rowsIn(view, range).filter(({ row }) => row.id !== newRowId || range.top === range.bottom);
  return rows.map(({ at }) => columnsIn(view, range).map((column) => readCell(view, at, column)?.text ?? ''));
}

/** Edits that empty a block. What cannot be edited, or is empty, is passed over. */
export function clearEdits(view: GridView, range: CellRange): readonly CellEdit[] {
  return rowsIn(view, range).flatMap(({ row, at }) =>
    columnsIn(view, range).flatMap((columnAt): readonly CellEdit[] => {
      const cell = readCell(view, at, columnAt);
      const column = view.columns[columnAt];
      if (!cell?.canEdit || !column || (cell.problem === null && isEmptyValue(cell.value))) return [];
      const isRequired = 'isRequired' in cell.type && cell.type.isRequired;
      // What always has a value keeps it; only a text that was refused there goes away.
      if (isRequired && cell.problem === null) return [];
      const value = isRequired ? cell.value : emptyValue(cell.type);
      return [{ row: row.id, column: column.id, input: { value } }];
    }),
  );
}

/** Edits that give every row of a block what its first row has. */
export function fillDownEdits(view: GridView, range: CellRange): readonly CellEdit[] {
  const rows = rowsIn(view, range);
  const isSingle = rows.length === 1;
  const above = isSingle ? rowAbove(view, rows[0]?.at ?? 0) : null;
  const from = isSingle ? above : rows[0]?.at;
  if (from === null || from === undefined) return [];
  return (isSingle ? rows : rows.slice(1)).flatMap(({ row, at }) =>
    columnsIn(view, range).flatMap((columnAt): readonly CellEdit[] => {
      const [source, target] = [readCell(view, from, columnAt), readCell(view, at, columnAt)];
      const column = view.columns[columnAt];
      if (!source || !target?.canEdit || !column || row.id === newRowId) return [];
      // What waits in a draft is a text, whatever its column holds.
      const isText = source.problem !== null || view.rows[from]?.kind === 'draft';
      const input = isText ? { text: source.text } : { value: source.value };
      return [{ row: row.id, column: column.id, input }];
    }),
  );
}

function rowAbove(view: GridView, at: number): number | null {
  for (let above = at - 1; above >= 0; above--) if (view.rows[above]?.kind !== 'group') return above;
  return null;
}

/** What a paste comes to: the edits, and the rows and the number of columns they lie in. */
export interface Paste {
  readonly edits: readonly CellEdit[];
  readonly rows: readonly string[];
  readonly width: number;
}

/**
 * Lays texts over a block from its first cell on (TBL-7). Where the block is a multiple of what is pasted, the pasted is
 * repeated; what goes beyond the last row makes new ones, where the table can; what goes beyond the last column is left out.
 */
export function pasteEdits(view: GridView, range: CellRange, texts: CellTexts): Paste {
  const height = texts.length;
  const width = Math.max(1, ...texts.map((row) => row.length));
  const rows = rowsFrom(view, Math.max(0, range.top), heightOf(view, range, height));
  const wide = range.right - range.left + 1;
  const across = wide % width === 0 ? wide : width;
  const edits: CellEdit[] = [];
  rows.forEach((row, index) => {
    for (let offset = 0; offset < across; offset++) {
      const column = view.columns[range.left + offset];
      const line = texts[index % height];
      const text = line?.[offset % width];
      if (column && text !== undefined && canWrite(view, row, range.left + offset)) {
        edits.push({ row, column: column.id, input: { text } });
      }
    }
  });
  return { edits, rows, width: across };
}

function heightOf(view: GridView, range: CellRange, height: number): number {
  const tall = rowsIn(view, range).length;
  return tall > 0 && tall % height === 0 ? tall : height;
}

/** Ids of so many rows from one on; beyond the last one they are new. */
function rowsFrom(view: GridView, top: number, count: number): readonly string[] {
  const there = view.rows
    .slice(top)
    .filter(({ kind }) => kind === 'record' || kind === 'draft')
    .slice(0, count)
    .map(({ id }) => id);
  const missing = view.rowIndex.has(newRowId) ? count - there.length : 0;
  return [...there, ...Array.from({ length: missing }, (_, index) => newRowNumber(index))];
}

function canWrite(view: GridView, row: string, column: number): boolean {
  const at = view.rowIndex.get(row) ?? view.rowIndex.get(newRowId);
  return at !== undefined && readCell(view, at, column)?.canEdit === true;
}
