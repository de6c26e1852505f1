import type { Entropy } from '../../model/ids';
import { mostPastedCells, fromTabText, type CellTexts } from './clipboardText';
import { readClip, type Clip } from './clip';
import { parseHtmlTable } from './parseHtmlTable';
import { mostPastedLines, readLines } from './pasteLines';

/** What is on a clipboard, as texts by type; empty where there is none. */
export interface ClipboardTexts {
  readonly own: string;
  readonly html: string;
  readonly plain: string;
  /** Whether there is a picture among it. */
  readonly hasImage: boolean;
}

/** A link with what it is called. */
export interface PastedLink {
  readonly title: string;
  readonly url: string;
}

/** What a clipboard holds that a map can take, or why it holds nothing. */
export type ClipboardContent =
  | { readonly kind: 'records'; readonly clip: Clip }
  | { readonly kind: 'table'; readonly rows: CellTexts }
  | { readonly kind: 'links'; readonly links: readonly PastedLink[] }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** A picture, and where on the web it is if it was copied from a page. */
  | { readonly kind: 'picture'; readonly link: PastedLink | null }
  | { readonly kind: 'nothing'; readonly reason: 'empty' | 'damaged' | 'newer' | 'too-much' };

/** Longest text that is looked at, in UTF-16 code units. */
const mostPastedText = 20_000_000;

/**
 * Says what a clipboard holds (CLIP-3): records of ours, else a table of at least two columns, else a picture without a
 * text, else links alone, else lines of text. Total: whatever is there, something is said about it.
 */
export function readClipboard(
  { own, html, plain, hasImage }: ClipboardTexts,
  entropy: Entropy,
): ClipboardContent {
  if (own.length + html.length + plain.length > mostPastedText)
    return { kind: 'nothing', reason: 'too-much' };
  const clip = readClip(own, html, entropy);
  if (clip) return clip.ok ? { kind: 'records', clip: clip.clip } : { kind: 'nothing', reason: clip.reason };
  const rows = tableIn(html, plain);
  if (rows) {
    const cells = rows.length * (rows[0]?.length ?? 0);
    return cells > mostPastedCells ? { kind: 'nothing', reason: 'too-much' } : { kind: 'table', rows };
  }
  const links = linksIn(html, plain);
  // Text beside a picture is what was copied, and the picture only shows it: so spreadsheets do.
  if (hasImage && readLines(plain).length === 0) return { kind: 'picture', link: links[0] ?? null };
  if (links.length > 0) return { kind: 'links', links };
  const lines = readLines(plain);
  if (lines.length > mostPastedLines) return { kind: 'nothing', reason: 'too-much' };
  if (lines.length > 0) return { kind: 'lines', lines };
  return { kind: 'nothing', reason: 'empty' };
}

/** The table on a clipboard without its empty rows; null when there is none of two columns. */
function tableIn(html: string, plain: string): CellTexts | null {
  const hasTabs = plain.includes('\t');
  const parsed = hasTabs ? fromTabText(plain) : parseHtmlTable(html);
  const rows = (parsed ?? []).filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2 || rows.length === 0) return null;
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** Links, when every line is one; the one link or picture of a page that was copied. */
function linksIn(html: string, plain: string): readonly PastedLink[] {
  const lines = readLines(plain);
  const urls = lines.flatMap((line) => linkOf(line) ?? []);
  if (lines.length > 0) {
    if (urls.length !== lines.length) return [];
    const title = urls.length === 1 ? anchorText(html) : null;
    return urls.map((url) => ({ title: title ?? titleOf(url), url }));
  }
  const image = linkOf(/<img\s[^>]*\bsrc="([^"]+)"/i.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '');
  return image === null ? [] : [{ title: titleOf(image), url: image }];
}

/** The address a text is, if it is one of the web or of mail; null otherwise. */
function linkOf(text: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(text) || text.length > 2_000) return null;
  return URL.canParse(text) ? new URL(text).href : null;
}

function anchorText(html: string): string | null {
  const text = /<a\s[^>]*>([^<]+)<\/a>/i.exec(html)?.[1]?.trim() ?? '';
  return text === '' || linkOf(text) !== null ? null : text.replaceAll('&amp;', '&');
}

function titleOf(url: string): string {
  const { hostname, pathname, protocol } = new URL(url);
  if (protocol === 'mailto:') return pathname;
  const last = pathname.split('/').findLast((part) => part !== '');
  return last === undefined ? hostname : `${hostname} · ${last}`;
}
