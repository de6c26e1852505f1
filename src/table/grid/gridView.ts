import type { GridCell, GridColumn, GridRow, GridSource } from './gridSource';
import { headerRowId } from './gridSource';

/** What is on the screen of a grid: rows and columns in their order, with where each one is. */
export interface GridView {
  readonly source: GridSource;
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly rowIndex: ReadonlyMap<string, number>;
  readonly columnIndex: ReadonlyMap<string, number>;
}

/** A cell by its row and column, whatever their order is now. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
}

/** A block of cells by places in the view, both ends included. Row −1 is the header. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Puts rows and columns together. */
export function makeView(
  source: GridSource,
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
): GridView {
  return {
    source,
    rows,
    columns,
    rowIndex: new Map(rows.map(({ id }, index) => [id, index])),
    columnIndex: new Map(columns.map(({ id }, index) => [id, index])),
  };
}

/** Where a cell is; row −1 is the header. Null when it is not in the view. */
export function placeIn(view: GridView, { row, column }: CellPlace): { row: number; column: number } | null {
  const columnAt = view.columnIndex.get(column);
  const rowAt = row === headerRowId ? -1 : view.rowIndex.get(row);
  return columnAt === undefined || rowAt === undefined ? null : { row: rowAt, column: columnAt };
}

/** The cell at a place, kept inside the view. */
export function cellAt(view: GridView, row: number, column: number): CellPlace | null {
  const found = view.columns[clamp(column, 0, view.columns.length - 1)];
  const at = clamp(row, -1, view.rows.length - 1);
  const rowId = at === -1 ? headerRowId : view.rows[at]?.id;
  return found && rowId !== undefined ? { row: rowId, column: found.id } : null;
}

/** The block between two cells. */
export function rangeOf(view: GridView, anchor: CellPlace, focus: CellPlace): CellRange | null {
  const a = placeIn(view, anchor);
  const b = placeIn(view, focus);
  if (!b) return null;
  const from = a ?? b;
  return {
    top: Math.min(from.row, b.row),
    bottom: Math.max(from.row, b.row),
    left: Math.min(from.column, b.column),
    right: Math.max(from.column, b.column),
  };
}

/** How a cell looks now; null in the header and outside. */
export function readCell(view: GridView, row: number, column: number): GridCell | null {
  const [gridRow, gridColumn] = [view.rows[row], view.columns[column]];
  return gridRow && gridColumn ? view.source.cell(gridRow, gridColumn) : null;
}

/**
 * Where Ctrl with an arrow goes, as in a spreadsheet: to the end of the filled cells one is in, else to the next filled one,
 * else to the edge.
 */
export function edgeFrom(
  view: GridView,
  from: { readonly row: number; readonly column: number },
  step: { readonly row: number; readonly column: number },
): { row: number; column: number } {
  const isFilled = (row: number, column: number): boolean => {
    const cell = readCell(view, row, column);
    return cell !== null && cell.text !== '';
  };
  const isInside = (row: number, column: number): boolean =>
    row >= 0 && row < view.rows.length && column >= 0 && column < view.columns.length;
  let { row, column } = from;
  if (row < 0) return { row: step.row > 0 ? view.rows.length - 1 : row, column };
  const next = (): boolean => isInside(row + step.row, column + step.column);
  const startsInBlock = isFilled(row, column) && isFilled(row + step.row, column + step.column);
  while (next()) {
    const goesOn = isFilled(row + step.row, column + step.column);
    if (startsInBlock && !goesOn) break;
    row += step.row;
    column += step.column;
    if (!startsInBlock && goesOn) break;
  }
  return { row, column };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
