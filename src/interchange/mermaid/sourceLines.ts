import type { CjmLine } from './journey';

/** A line of the text and its number there, from 1. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
}

/** A diagram without what Mermaid takes away before it reads: front matter, directives, comments. */
export interface PreparedSource {
  readonly lines: readonly SourceLine[];
  readonly frontMatterTitle: string | null;
  readonly cjm: readonly CjmLine[];
}

/**
 * Prepares a diagram as the `mermaid` package 12.3.0 does (`preprocessDiagram`, `encodeEntities`), line by line: every
 * step is linear in the length of the text, whatever it holds, and each line keeps its number.
 *
 * @param tolerant also takes front matter that is indented or comes after blank lines, which Mermaid refuses
 */
export function prepareSource(text: string, tolerant: boolean): PreparedSource {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const all = clean
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line, index) => ({ text: line, line: index + 1 }));
  const { frontMatterTitle, body } = takeFrontMatter(all, tolerant);
  const withoutDirectives = dropDirectives(body);
  const cjm = withoutDirectives.flatMap(({ text: line, line: number }) => {
    const json = /^\s*%%\s*cjm\s+(\{.*)$/.exec(line)?.[1];
    return json === undefined ? [] : [{ json, line: number }];
  });
  const lines = trimStart(dropComments(withoutDirectives)).map(({ text: line, line: number }) => ({
    text: encodeEntities(line),
    line: number,
  }));
  return { lines, frontMatterTitle, cjm };
}

function takeFrontMatter(
  lines: readonly SourceLine[],
  tolerant: boolean,
): { frontMatterTitle: string | null; body: readonly SourceLine[] } {
  const none = { frontMatterTitle: null, body: lines };
  const open = tolerant ? lines.findIndex(({ text }) => text.trim() !== '') : 0;
  const rule = tolerant ? /^\s*---\s*$/ : /^---\s*$/;
  if (open < 0 || !rule.test(lines[open]?.text ?? '')) return none;
  const close = lines.findIndex(({ text }, index) => index > open + 1 && rule.test(text));
  if (close < 0 || close === lines.length - 1) return none;
  return { frontMatterTitle: titleOf(lines.slice(open + 1, close)), body: lines.slice(close + 1) };
}

/** The plain one-line `title` of a front matter; other forms YAML allows are left alone. */
function titleOf(lines: readonly SourceLine[]): string | null {
  const indent = /^\s*/.exec(lines.find(({ text }) => text.trim() !== '')?.text ?? '')?.[0] ?? '';
  for (const { text } of lines) {
    if (!text.startsWith(`${indent}title:`)) continue;
    const value = text.slice(indent.length + 'title:'.length).trim();
    if (value.length > 1 && value.startsWith("'") && value.endsWith("'")) {
      return value.slice(1, -1).replaceAll("''", "'");
    }
    if (value.length > 1 && value.startsWith('"') && value.endsWith('"')) return unquote(value);
    const plain = value.split(' #', 1)[0]?.trim() ?? '';
    return plain === '' || /^[|>&*!{[#]/.test(plain) ? null : plain;
  }
  return null;
}

function unquote(value: string): string {
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1, -1);
  }
}

/** Takes out `%%{ … }%%`, which may span lines; one without an end takes everything after it. */
function dropDirectives(lines: readonly SourceLine[]): readonly SourceLine[] {
  const kept: SourceLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const current = lines[i] as SourceLine;
    let { text } = current;
    let from = 0;
    for (;;) {
      const start = text.indexOf('%%{', from);
      if (start < 0) break;
      if (!/^%%\{\s*\w/.test(text.slice(start, start + 200)) && text.slice(start + 3).trim() !== '') {
        from = start + 3;
        continue;
      }
      let end = text.indexOf('}%%', start);
      let tail = text;
      while (end < 0 && ++i < lines.length) {
        tail = (lines[i] as SourceLine).text;
        end = tail.indexOf('}%%');
      }
      text = text.slice(0, start) + (end < 0 ? '' : tail.slice(end + 3));
      from = start;
    }
    kept.push({ text, line: current.line });
  }
  return kept;
}

/** Takes out lines that are comments, with the blank lines before them. */
function dropComments(lines: readonly SourceLine[]): readonly SourceLine[] {
  const kept: SourceLine[] = [];
  let blanks: SourceLine[] = [];
  for (const line of lines) {
    const text = line.text.trimStart();
    if (text === '') blanks.push(line);
    else if (text.startsWith('%%') && text.length > 2 && text.charAt(2) !== '{') blanks = [];
    else {
      for (const blank of blanks) kept.push(blank);
      kept.push(line);
      blanks = [];
    }
  }
  return kept.concat(blanks);
}

function trimStart(lines: readonly SourceLine[]): readonly SourceLine[] {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  if (first < 0) return [];
  const start = lines[first] as SourceLine;
  return [{ ...start, text: start.text.trimStart() }, ...lines.slice(first + 1)];
}

/** `#35;` and `#quot;` become marks that hold neither `#` nor `;`, which would end a text. */
function encodeEntities(line: string): string {
  if (!line.includes('#')) return line;
  let text = line;
  for (const word of ['style', 'classDef']) text = dropStyleEnd(text, word);
  return text.replace(/#(\w+);/g, (_, name: string) => (/^\d+$/.test(name) ? `ﬂ°°${name}¶ß` : `ﬂ°${name}¶ß`));
}

/** Mermaid drops the last `;` of a line that seems to style something with a colour, in journeys too. */
function dropStyleEnd(line: string, word: string): string {
  const start = line.indexOf(word);
  const end = line.lastIndexOf(';');
  if (start < 0 || end < start) return line;
  const isStyle = line
    .slice(start + word.length, end)
    .split(/\s/)
    .some((part) => part.includes(':') && part.includes('#', part.indexOf(':')));
  return isStyle ? line.slice(0, end) + line.slice(end + 1) : line;
}
