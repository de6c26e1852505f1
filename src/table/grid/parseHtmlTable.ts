import type { CellTexts } from './clipboardText';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

interface OpenCell {
  text: string;
  readonly span: number;
}

/** Most columns that one cell may span; more is nonsense. */
const widestSpan = 100;

/**
 * The cells of the first table in a piece of HTML, as a spreadsheet, document or page puts it on the clipboard; null without
 * a table. Only texts are read: nothing of the HTML is ever shown or run. Line breaks count, other white space is one blank,
 * a cell over several columns is followed by empty ones.
 */
export function parseHtmlTable(html: string): CellTexts | null {
  const start = /<table[\s>]/i.exec(html);
  if (!start) return null;
  const rows: string[][] = [];
  let cell: OpenCell | null = null;
  const close = (open: OpenCell | null): null => {
    if (open) rows.at(-1)?.push(tidy(open.text), ...Array.from({ length: open.span - 1 }, () => ''));
    return null;
  };
  let at = start.index;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (cell) cell.text += decode(text.replace(/\s+/g, ' '));
    if (open < 0) break;
    const end = endOfTag(html, open);
    const tag = html.slice(open + 1, end - 1);
    const name = (/^\/?[a-z0-9]+/i.exec(tag)?.[0] ?? '').toLowerCase();
    at = end;
    if (name === '/table') break;
    if (name === 'tr') {
      cell = close(cell);
      rows.push([]);
    } else if (name === 'td' || name === 'th') {
      cell = close(cell);
      if (rows.length === 0) rows.push([]);
      cell = { text: '', span: spanOf(tag) };
    } else if (name === '/td' || name === '/th' || name === '/tr') cell = close(cell);
    else if (cell && (name === 'br' || name === '/p' || name === '/div')) cell.text += '\n';
    else if (name === 'style' || name === 'script')
      at = endOfTag(html, after(html, name === 'style' ? /<\/style/gi : /<\/script/gi, end) - 1);
  }
  close(cell);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows
    .filter((row) => row.length > 0)
    .map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** Where a tag ends: comments at `-->`, others at `>`. */
function endOfTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, /-->/g, open);
  const close = html.indexOf('>', open);
  return close < 0 ? html.length : close + 1;
}

function after(html: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.test(html) ? mark.lastIndex : html.length;
}

function spanOf(tag: string): number {
  const span = Number(/\scolspan\s*=\s*["']?(\d+)/i.exec(tag)?.[1] ?? 1);
  return Math.min(Math.max(span, 1), widestSpan);
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
