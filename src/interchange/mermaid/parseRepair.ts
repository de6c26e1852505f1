import type { MermaidWords } from '../words/en/mermaidWords';
import type { JourneyDraft, ParsedJourney, Repair } from './journey';
import { readLooseTask } from './readLooseTask';
import { prepareSource, type SourceLine } from './sourceLines';

/**
 * Reads a journey line by line as it was probably meant: colons in sections, `title:`, “Actor: task: score: mood”,
 * `4/5`, full-width colons, `#` and `;` in texts. Everything that is not what Mermaid reads is told with its line.
 * A diagram that Mermaid understands rightly is read the same, without a repair.
 */
export function parseRepair(text: string, words: MermaidWords): ParsedJourney {
  const { lines, frontMatterTitle, cjm } = prepareSource(text, true);
  const [first] = lines;
  const head = /^journey\b/i.exec(first?.text ?? '');
  if (!first || !head) {
    return { ok: false, message: words.problem.beginning, line: first?.line ?? 1 };
  }
  const journey: JourneyDraft = {
    title: '',
    accTitle: '',
    accDescr: '',
    frontMatterTitle,
    sections: [],
    tasks: [],
    cjm: [...cjm],
    repairs: [],
  };
  const reader = new LineReader(journey, actorsOf(lines), words.repair);
  if (head[0] !== 'journey') reader.tell('repaired', words.repair.beginning({ word: head[0] }), first.line);
  const rest = { text: first.text.slice(head[0].length), line: first.line };
  for (const line of [rest, ...lines.slice(1)]) reader.read(line);
  reader.end();
  return { ok: true, journey };
}

/** Who is named as an actor by the tasks that are written rightly: tells an actor from a title elsewhere. */
function actorsOf(lines: readonly SourceLine[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of lines) {
    const parts = text.split(':');
    if (parts.length !== 3 || !/^\s*\d+(\.\d+)?\s*$/.test(parts[1] ?? '')) continue;
    for (const name of (parts[2] ?? '').split(','))
      if (name.trim() !== '') names.add(name.trim().toLowerCase());
  }
  return names;
}

class LineReader {
  readonly #journey: JourneyDraft;
  readonly #actors: ReadonlySet<string>;
  readonly #words: MermaidWords['repair'];
  /** Lines of an `accDescr { … }` that is still open. */
  #block: string[] | null = null;
  #blockLine = 1;

  constructor(journey: JourneyDraft, actors: ReadonlySet<string>, words: MermaidWords['repair']) {
    this.#journey = journey;
    this.#actors = actors;
    this.#words = words;
  }

  tell(level: Repair['level'], message: string, line: number): void {
    this.#journey.repairs.push({ level, message, line });
  }

  read(source: SourceLine): void {
    if (this.#block) return this.#continueBlock(source.text);
    const text = source.text.trim();
    if (text === '' || /^[#%]/.test(text)) return;
    const keyword = /^(accTitle|accDescr|title|section)(?=[\s:：{]|$)/i.exec(text)?.[0] ?? '';
    const rest = text.slice(keyword.length);
    if (keyword === '' || this.#isTaskAfterAll(keyword, rest)) return this.#readTask(source);
    switch (keyword.toLowerCase()) {
      case 'title':
        return this.#readTitle(rest, source.line);
      case 'section':
        return this.#readSection(rest, source.line);
      default:
        return this.#readAccessible(keyword.toLowerCase(), rest, source);
    }
  }

  end(): void {
    if (!this.#block) return;
    this.tell('repaired', this.#words.openBlock, this.#blockLine);
    this.#closeBlock();
  }

  /** A task may begin with a keyword: “title tags check: 4: Me”. Only a score shows it. */
  #isTaskAfterAll(keyword: string, rest: string): boolean {
    if (/^acc/i.test(keyword)) return false;
    return /^\s+[^:：]*[^:：\s][^:：]*[:：]\s*\d+(\.\d+)?(\s*\/\s*\d+)?\s*[:：]/.test(rest);
  }

  #readTitle(rest: string, line: number): void {
    const { text, hadColon } = withoutColon(rest);
    if (hadColon) this.tell('repaired', this.#words.keywordColon({ keyword: 'title' }), line);
    this.#journey.title = this.#wholeText(text, line);
  }

  #readSection(rest: string, line: number): void {
    const { text, hadColon } = withoutColon(rest);
    if (hadColon) this.tell('repaired', this.#words.keywordColon({ keyword: 'section' }), line);
    else if (/[:：]/.test(text)) this.tell('repaired', this.#words.sectionColon({ text }), line);
    if (text === '') this.tell('repaired', this.#words.namelessSection, line);
    this.#journey.sections.push({ name: this.#wholeText(text, line), line });
  }

  /** Mermaid ends a text at `#` and refuses `;`: where it refuses, they are kept as text. */
  #wholeText(text: string, line: number): string {
    if (text.includes('#') || text.includes(';')) {
      this.tell('repaired', this.#words.marksKept({ text }), line);
    }
    return text;
  }

  #readAccessible(keyword: string, rest: string, source: SourceLine): void {
    const { text, hadColon } = withoutColon(rest);
    if (hadColon) {
      if (keyword === 'acctitle') this.#journey.accTitle = text;
      else this.#journey.accDescr = text;
    } else if (keyword === 'accdescr' && text.startsWith('{')) {
      this.#block = [];
      this.#blockLine = source.line;
      this.#continueBlock(text.slice(1));
    } else this.#readTask(source);
  }

  #continueBlock(text: string): void {
    const end = text.indexOf('}');
    this.#block?.push(end < 0 ? text : text.slice(0, end));
    if (end >= 0) this.#closeBlock();
  }

  #closeBlock(): void {
    this.#journey.accDescr = (this.#block ?? []).join('\n').trim().replace(/\n\s+/g, '\n');
    this.#block = null;
  }

  #readTask(source: SourceLine): void {
    const section = this.#journey.sections.length - 1;
    const task = readLooseTask(source, this.#actors, section, this.#words, (level, message) =>
      this.tell(level, message, source.line),
    );
    if (task) this.#journey.tasks.push(task);
  }
}

function withoutColon(rest: string): { text: string; hadColon: boolean } {
  const text = rest.trim();
  return /^[:：]/.test(text) ? { text: text.slice(1).trim(), hadColon: true } : { text, hadColon: false };
}
