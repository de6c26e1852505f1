/** Cells as they travel over the clipboard: rows of texts. Shared by pasting on the canvas and by tables. */
export type CellTexts = readonly (readonly string[])[];

/** Longest table that is taken from a clipboard, in cells. */
export const mostPastedCells = 200_000;

/** Cells as tab-separated text, as spreadsheets write it: what has a tab, a line break or a quote at its start is quoted. */
export function toTabText(rows: CellTexts): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Reads tab-separated text as spreadsheets write it: quoted cells may hold tabs, line breaks and doubled quotes. A quote
 * inside a cell, or one that is never closed, is a quote and nothing more. One line break at the end is no row.
 */
export function fromTabText(text: string): CellTexts {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { cell, end } = readCell(text, at);
    rows.at(-1)?.push(cell);
    const mark = text.charAt(end);
    if (mark === '') break;
    const isBreak = mark !== '\t';
    at = end + (mark === '\r' && text.charAt(end + 1) === '\n' ? 2 : 1);
    if (isBreak && at >= text.length) break;
    if (isBreak) rows.push([]);
  }
  return rows;
}

function readCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  if (text.charAt(start) === '"') {
    const close = closingQuote(text, start + 1);
    if (close !== null) return { cell: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
  }
  let end = start;
  while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end++;
  return { cell: text.slice(start, end), end };
}

/** Where a quoted cell ends: a quote that is not doubled and stands before a tab, a line break or the end. */
function closingQuote(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at)) {
    if (text.charAt(at + 1) === '"') at += 2;
    else return '\t\r\n'.includes(text.charAt(at + 1)) || at + 1 === text.length ? at : null;
  }
  return null;
}

/** Cells as an HTML table, for Excel, Sheets, documents and mail. */
export function toHtmlTable(rows: CellTexts, headers: readonly string[] | null = null): string {
  const line = (cells: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell) => `<${tag}${styleOf(cell)}>${cellHtml(cell)}</${tag}>`).join('')}</tr>`;
  const head = headers ? `<thead>${line(headers, 'th')}</thead>` : '';
  return `<table>${head}<tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table>`;
}

/** Excel makes a row of each plain line break, and runs what begins like a formula; both can be told otherwise. */
function cellHtml(text: string): string {
  return escapeHtml(text).replaceAll('<br>', '<br style="mso-data-placement:same-cell">');
}

function styleOf(text: string): string {
  return isFormulaLike(text) ? String.raw` style="mso-number-format:'\@'"` : '';
}

/** Whether a spreadsheet would run a text as a formula. */
function isFormulaLike(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+( ?%)?$/.test(text);
}

/** A text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}

/**
 * Cells as a CSV file (RFC 4180) that Excel opens as UTF-8. A text that a spreadsheet would run as a formula is kept a text
 * by an apostrophe in front.
 */
export function toCsv(rows: CellTexts): string {
  const cell = (text: string): string => {
    const safe = isFormulaLike(text) ? `'${text}` : text;
    return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
