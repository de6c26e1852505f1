/** What can be done to a part of a long text. */
export const formats = ['bold', 'italic', 'list', 'link'] as const;
export type Format = (typeof formats)[number];

/** A replacement of a part of a text, and what is marked in it afterwards, all as places in the text. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly selection: readonly [start: number, end: number];
}

/** Puts the signs of a format around what is marked, or takes them away where they are (TEXT-2). */
export function formatSelection(text: string, start: number, end: number, format: Format): TextEdit {
  if (format === 'list') return toggleList(text, start, end);
  const marked = text.slice(start, end);
  if (format === 'link') {
    const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(marked);
    const link = isAddress ? `[](${marked})` : `[${marked}](https://)`;
    const caret = isAddress ? start + 1 : start + link.length - 1;
    return { from: start, to: end, text: link, selection: [caret, caret] };
  }
  const sign = format === 'bold' ? '**' : '_';
  const size = sign.length;
  const isAround = text.slice(start - size, start) === sign && text.slice(end, end + size) === sign;
  if (isAround && start >= size)
    return { from: start - size, to: end + size, text: marked, selection: [start - size, end - size] };
  return { from: start, to: end, text: `${sign}${marked}${sign}`, selection: [start + size, end + size] };
}

function toggleList(text: string, start: number, end: number): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const next = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  return { from, to, text: next, selection: [from + next.length, from + next.length] };
}
