import { decodeHtml } from './decodeEntities';
import { prepareSource } from './sourceLines';

/** The text of one `journey` diagram, and where it stands. */
export interface FoundJourney {
  readonly text: string;
  readonly file: string;
  /** Line of the file in which the text begins, from 1. */
  readonly line: number;
}

/**
 * Finds the journeys of a file or a pasted text, in order: a diagram as a whole (`.mmd`, `.mermaid`), in the fences of a
 * Markdown document (backticks, tildes, `:::`; indented in lists and quotes too), in `<pre class="mermaid">`. Diagrams of
 * other kinds are passed over.
 */
export function findJourneys(text: string, fileName: string): readonly FoundJourney[] {
  const isDocument = /\.(md|markdown|mdx|html?|xhtml)$/i.test(fileName);
  if (!isDocument && isJourney(text)) return [{ text, file: fileName, line: 1 }];
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return [...inFences(source), ...inElements(source)]
    .filter((found) => isJourney(found.text))
    .sort((a, b) => a.line - b.line)
    .map((found) => ({ ...found, file: fileName }));
}

/** Whether a text is a journey, were it only for a small mistake (capital letters, indented front matter). */
function isJourney(text: string): boolean {
  const head = /^journey\b(.*)$/i.exec(prepareSource(text, true).lines[0]?.text ?? '');
  // “Journey maps show …” is prose.
  return (
    head !== null &&
    !/^\s*[^\s%#:：]/.test((head[1] ?? '').replace(/^\s+(title|section|accTitle|accDescr)\b.*/i, ''))
  );
}

interface Found {
  readonly text: string;
  readonly line: number;
}

interface Fence {
  readonly indent: number;
  readonly mark: string;
  readonly isMermaid: boolean;
  readonly line: number;
  readonly body: string[];
}

/** What may stand before a fence: indentation, quote marks, list marks. */
const container = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*/;

function inFences(source: string): readonly Found[] {
  const found: Found[] = [];
  let open: Fence | null = null;
  source.split(/\r\n?|\n/).forEach((text, index) => {
    if (open === null) open = openingFence(text, index + 1);
    else if (closes(text, open)) {
      found.push(...diagramOf(open));
      open = null;
    } else open.body.push(dedentLine(text, open.indent));
  });
  // The last fence may never be closed: it then runs to the end.
  return open === null ? found : [...found, ...diagramOf(open)];
}

function openingFence(text: string, line: number): Fence | null {
  const lead = container.exec(text)?.[0] ?? '';
  const fence = /^(`{3,}|~{3,}|:{3,})(.*)$/.exec(text.slice(lead.length));
  if (!fence) return null;
  const [, mark = '', info = ''] = fence;
  const isMermaid = /^\s*\{?\s*\.?mermaid(?:-example)?(?![\w-])/i.test(info);
  // A line of colons opens other containers as well; their content is Markdown.
  if (mark.startsWith(':') && !isMermaid) return null;
  if (mark.startsWith('`') && info.includes('`')) return null;
  return { indent: lead.length, mark, isMermaid, line: line + 1, body: [] };
}

function closes(text: string, { mark }: Fence): boolean {
  const line = text.replace(/^[\s>]*/, '').trimEnd();
  return line.length >= mark.length && line === mark.charAt(0).repeat(line.length);
}

function diagramOf({ isMermaid, line, body }: Fence): readonly Found[] {
  return isMermaid ? [{ text: body.join('\n'), line }] : [];
}

/** Takes away as much indentation (or quote marks) as stood before the fence. */
function dedentLine(text: string, indent: number): string {
  let at = 0;
  while (at < indent && at < text.length && /[\s>]/.test(text.charAt(at))) at++;
  return text.slice(at);
}

/** Longest start tag that is looked at. */
const longestTag = 2_000;

function inElements(source: string): readonly Found[] {
  const found: Found[] = [];
  const lower = source.toLowerCase();
  let line = 1;
  let counted = 0;
  for (let at = lower.indexOf('<pre'); at >= 0; at = lower.indexOf('<pre', at + 4)) {
    const tag = source.slice(at, at + longestTag).split('>', 1)[0] ?? '';
    if (!hasMermaidClass(tag)) continue;
    const start = at + tag.length + 1;
    const end = lower.indexOf('</pre', start);
    if (end < 0) break;
    line += lineBreaks(source.slice(counted, start));
    counted = start;
    found.push({ text: dedent(decodeHtml(source.slice(start, end))), line });
    at = end;
  }
  return found;
}

function hasMermaidClass(tag: string): boolean {
  const classes = /\sclass\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"'>]+))/i.exec(tag);
  const words = (classes?.[1] ?? classes?.[2] ?? classes?.[3] ?? '').toLowerCase().split(/\s+/);
  return words.includes('mermaid');
}

function lineBreaks(text: string): number {
  return text.split(/\r\n?|\n/).length - 1;
}

/** Takes away the indentation all lines share. */
function dedent(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join('\n');
}
