/** Height of the row of names, CSS pixels. */
export const headerHeightPx = 34;

/** What the header and the rows draw by: widths and left edges of all columns, and which of them are drawn. */
export interface GridGeometry {
  readonly widths: readonly number[];
  readonly starts: readonly number[];
  readonly columns: readonly number[];
}

/** Left edges of columns that stand beside one another. */
export function startsOf(widths: readonly number[]): readonly number[] {
  let start = 0;
  return widths.map((width) => {
    start += width;
    return start - width;
  });
}
