/** What somebody typed into a number field: a number, nothing, or not a number. */
export type ParsedNumber =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly reason: 'not-a-number' };

const refused: ParsedNumber = { ok: false, reason: 'not-a-number' };

/**
 * Reads a number as people type it: decimal point or comma, spaces or apostrophes between thousands, a true minus sign.
 * A lone separator is the decimal one (`1.234` is 1.234); of two kinds the last is (`1.234,5` is 1234.5).
 * Blank means empty, which is null, not 0.
 */
export function parseNumber(text: string): ParsedNumber {
  const compact = text.replace(/[\s\u00a0\u202f'’]/g, '').replace('−', '-');
  if (compact === '') return { ok: true, value: null };
  const normal = withDecimalPoint(compact);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(normal)) return refused;
  const value = Number(normal);
  return Number.isFinite(value) ? { ok: true, value } : refused;
}

function withDecimalPoint(compact: string): string {
  const comma = compact.lastIndexOf(',');
  const point = compact.lastIndexOf('.');
  if (comma < 0 && point < 0) return compact;
  if (comma >= 0 && point >= 0) {
    return comma > point ? compact.replaceAll('.', '').replace(',', '.') : compact.replaceAll(',', '');
  }
  const separator = comma >= 0 ? ',' : '.';
  const isGrouping = compact.indexOf(separator) !== compact.lastIndexOf(separator);
  return isGrouping ? compact.replaceAll(separator, '') : compact.replace(separator, '.');
}
