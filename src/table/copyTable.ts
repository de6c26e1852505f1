import { announcements } from '../ui/announcements';
import { t } from '../ui/i18n/t';
import { notices } from '../ui/notices';
import {
  fromTabText,
  mostPastedCells,
  toCsv,
  toHtmlTable,
  toTabText,
  type CellTexts,
} from '../interchange/clipboard/clipboardText';
import type { GridController } from './grid/gridController';
import type { GridView } from './grid/gridView';

/** A whole table as texts, in the order and with the columns it shows; headings of groups and the new row are left out. */
export function textsOfView(view: GridView): {
  readonly headers: readonly string[];
  readonly rows: CellTexts;
} {
  const { rows, columns, source } = view;
  return {
    headers: columns.map(({ label }) => label),
    rows: rows
      .filter(({ kind }) => kind === 'record')
      .map((row) => columns.map((column) => source.cell(row, column).text)),
  };
}

/** Puts cells on the clipboard, as a table and as tab-separated text, and says so. Returns whether the browser let it. */
export async function copyTable(rows: CellTexts, headers: readonly string[] | null): Promise<boolean> {
  const text = toTabText(headers ? [headers, ...rows] : rows);
  const types = { 'text/plain': text, 'text/html': toHtmlTable(rows, headers) };
  const blobs = Object.entries(types).map(([type, part]) => [type, new Blob([part], { type })] as const);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  } catch {
    notices.show({ id: 'table-clipboard', text: t('table.said.clipboardRefused'), tone: 'late' });
    return false;
  }
  announcements.announce(t('table.said.copiedAll', { count: rows.length }));
  if (headers) notices.show({ id: 'table-copied', text: t('table.said.copiedAll', { count: rows.length }) });
  return true;
}

/** Puts the selected cells on the clipboard and empties them, if the browser lets it. */
export async function cutCells(controller: GridController): Promise<void> {
  if (await copyTable(controller.copy(), null)) controller.clear();
}

/** Lays what is on the clipboard from the selected cell on, where it was asked for by name. */
export async function pasteTexts(controller: GridController): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    notices.show({ id: 'table-clipboard', text: t('clipboard.refused.browser'), tone: 'late' });
    return;
  }
  const texts = fromTabText(text);
  if (texts.length * (texts[0]?.length ?? 0) <= mostPastedCells) controller.paste(texts);
  else notices.show({ id: 'table-too-much', text: t('table.said.tooMuch'), tone: 'late' });
}

/** Saves a table as a CSV file. */
export function downloadTable(view: GridView, mapTitle: string): void {
  const { headers, rows } = textsOfView(view);
  const address = URL.createObjectURL(new Blob([toCsv([headers, ...rows])], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${[mapTitle, view.source.label].map(fileName).filter(Boolean).join(' - ')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What of a text may stand in the name of a file everywhere. */
function fileName(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
