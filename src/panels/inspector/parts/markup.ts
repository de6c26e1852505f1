/** A piece of a line. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'link'; readonly url: string; readonly pieces: readonly Piece[] };

/** A line of text, or a list of them. */
export type Block =
  | { readonly kind: 'line'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] };

/** A longer line is shown as it was typed: looking for pairs of signs in it would take long. */
const longestLine = 4_000;

const sign =
  /\*\*(?=\S)(.+?\S|\S)\*\*|(?<![*\w])[*](?=[^\s*])([^*]*[^\s*])[*](?![*\w])|(?<!\w)_(?=\S)([^_]*[^\s_])_(?!\w)|\[([^\][]+)\]\(([^()\s]+)\)|\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/u;

/**
 * Reads the little of Markdown that long texts know (TEXT-1): `**bold**`, `*italic*` or `_italic_`, `[words](address)`,
 * addresses as they are, and lines that begin with `- `. Everything else is text.
 */
export function readMarkup(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let items: (readonly Piece[])[] | null = null;
  for (const line of text.split('\n')) {
    const item = /^\s*[-*•]\s+(.*)$/.exec(line)?.[1];
    if (item === undefined) {
      items = null;
      blocks.push({ kind: 'line', pieces: readLine(line) });
    } else if (items) items.push(readLine(item));
    else {
      items = [readLine(item)];
      blocks.push({ kind: 'list', items });
    }
  }
  return blocks;
}

/** Whether a text says anything by signs. One that does not is shown as it is. */
export function hasMarkup(text: string): boolean {
  return readMarkup(text).some(
    (block) => block.kind === 'list' || block.pieces.some(({ kind }) => kind !== 'text'),
  );
}

function readLine(line: string): readonly Piece[] {
  if (line.length > longestLine) return [{ kind: 'text', text: line }];
  const pieces: Piece[] = [];
  let rest = line;
  for (let found = sign.exec(rest); found; found = sign.exec(rest)) {
    const [all, bold, star, underscore, words, url] = found;
    if (found.index > 0) pieces.push({ kind: 'text', text: rest.slice(0, found.index) });
    const italic = star ?? underscore;
    if (bold !== undefined) pieces.push({ kind: 'bold', pieces: readLine(bold) });
    else if (italic !== undefined) pieces.push({ kind: 'italic', pieces: readLine(italic) });
    else pieces.push({ kind: 'link', url: url ?? all, pieces: [{ kind: 'text', text: words ?? all }] });
    rest = rest.slice(found.index + all.length);
  }
  if (rest !== '' || pieces.length === 0) pieces.push({ kind: 'text', text: rest });
  return pieces;
}
