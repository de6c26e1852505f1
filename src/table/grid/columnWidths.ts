import type { SheetSettings } from '../../store/tableStore';
import type { GridColumn } from './gridSource';
import { readCell, type GridView } from './gridView';

/** Bounds of a column that somebody set, CSS pixels: a sign and the button of its menu fit, a sentence can be read. */
const narrowestPx = 64;
const widestPx = 640;

/** What a heading takes beside its name: its edges, the button of its menu and the signs of a sort and a filter. */
const besideHeadingPx = 64;
/** What a cell takes beside its text: its edges, and a sign. */
const besideTextPx = 40;

/** How many of a column's longest texts are measured: which one is widest depends on its letters too. */
const mostMeasured = 50;

/** The columns with the widths that were set (TBL-13). */
export function withWidths(columns: readonly GridColumn[], { widths }: SheetSettings): readonly GridColumn[] {
  return columns.map((column) => {
    const widthPx = widths[column.id];
    return widthPx === undefined ? column : { ...column, widthPx: boundedWidth(widthPx) };
  });
}

/** The widths of a sheet with that of one column set, kept within what can be worked with. */
export function settingWidth(
  { widths }: SheetSettings,
  column: string,
  widthPx: number,
): Pick<SheetSettings, 'widths'> {
  return { widths: { ...widths, [column]: boundedWidth(widthPx) } };
}

/** The nearest width a column may have, CSS pixels. */
export function boundedWidth(widthPx: number): number {
  return Math.round(Math.max(narrowestPx, Math.min(widestPx, widthPx)));
}

/**
 * How wide a column has to be for its name and all of its texts to be seen, CSS pixels.
 *
 * @param measure width of a text, CSS pixels
 */
export function fittingWidth(view: GridView, column: string, measure: (text: string) => number): number {
  const at = view.columnIndex.get(column) ?? 0;
  const texts = view.rows.map((_row, row) => readCell(view, row, at)?.text ?? '');
  const longest = texts.sort((a, b) => b.length - a.length).slice(0, mostMeasured);
  const textPx = Math.max(0, ...longest.map(measure)) + besideTextPx;
  return boundedWidth(Math.max(measure(view.columns[at]?.label ?? '') + besideHeadingPx, textPx));
}
