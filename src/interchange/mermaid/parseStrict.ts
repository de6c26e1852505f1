import type { MermaidWords } from '../words/en/mermaidWords';
import type { JourneyDraft, JourneyTask, ParsedJourney } from './journey';
import { excerpt } from './readLooseTask';
import { prepareSource } from './sourceLines';

type Token =
  | 'newline'
  | 'journey'
  | 'title'
  | 'accTitle'
  | 'accTitleText'
  | 'accDescr'
  | 'accDescrText'
  | 'accDescrBlock'
  | 'section'
  | 'taskName'
  | 'taskData'
  | 'colon'
  | 'end'
  | 'other';
type State = 'start' | 'accTitle' | 'accDescr' | 'accDescrBlock';

interface Rule {
  readonly pattern: RegExp;
  /** None for what is passed over. */
  readonly token?: Token;
  readonly next?: State;
}

/** The lexer of Mermaid 12.3.0 (`journey.jison`): in each state the first rule that fits is taken, not the longest. */
const rules: Readonly<Record<State, readonly Rule[]>> = {
  start: [
    { pattern: /%(?!\{)[^\n]*/iy },
    { pattern: /[^}]%%[^\n]*/iy },
    { pattern: /\n+/iy, token: 'newline' },
    { pattern: /\s+/iy },
    { pattern: /#[^\n]*/iy },
    { pattern: /journey\b/iy, token: 'journey' },
    { pattern: /title\s[^#\n;]+/iy, token: 'title' },
    { pattern: /accTitle\s*:\s*/iy, token: 'accTitle', next: 'accTitle' },
    { pattern: /accDescr\s*:\s*/iy, token: 'accDescr', next: 'accDescr' },
    { pattern: /accDescr\s*\{\s*/iy, next: 'accDescrBlock' },
    { pattern: /section\s[^#:\n;]+/iy, token: 'section' },
    { pattern: /[^#:\n;]+/iy, token: 'taskName' },
    { pattern: /:[^#\n;]+/iy, token: 'taskData' },
    { pattern: /:/iy, token: 'colon' },
    { pattern: /$/iy, token: 'end' },
    { pattern: /./iy, token: 'other' },
  ],
  accTitle: [{ pattern: /[^\n]*/iy, token: 'accTitleText', next: 'start' }],
  accDescr: [{ pattern: /[^\n]*/iy, token: 'accDescrText', next: 'start' }],
  accDescrBlock: [
    { pattern: /\}/iy, next: 'start' },
    { pattern: /[^}]*/iy, token: 'accDescrBlock' },
  ],
};

/** Reads tokens and the line they begin at. */
class Lexer {
  text = '';
  line = 1;
  readonly #source: string;
  readonly #lineNumbers: readonly number[];
  #at = 0;
  #row = 0;
  #state: State = 'start';

  constructor(source: string, lineNumbers: readonly number[]) {
    this.#source = source;
    this.#lineNumbers = lineNumbers;
  }

  next(): Token {
    for (;;) {
      const isAtEnd = this.#at >= this.#source.length;
      if (isAtEnd && (this.#state === 'start' || this.#state === 'accDescrBlock')) {
        this.#advance('');
        return this.#state === 'start' ? 'end' : 'other';
      }
      const rule = rules[this.#state].find((candidate) => this.#fits(candidate));
      if (!rule) {
        this.#advance('');
        return 'other';
      }
      this.#advance(this.#source.slice(this.#at, rule.pattern.lastIndex));
      if (rule.next) this.#state = rule.next;
      if (rule.token) return rule.token;
    }
  }

  #fits({ pattern }: Rule): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#source);
  }

  #advance(text: string): void {
    this.text = text;
    this.line = this.#lineNumbers[Math.min(this.#row, this.#lineNumbers.length - 1)] ?? 1;
    this.#at += text.length;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#row++;
  }
}

/**
 * Reads a `journey` exactly as the `mermaid` package 12.3.0 does, its oddities included, before it cleans texts for
 * HTML. Entities stay encoded (see `decodeEntities`). What Mermaid refuses is refused, with the line.
 */
export function parseStrict(text: string, { problem: problems }: MermaidWords): ParsedJourney {
  const { lines, frontMatterTitle, cjm } = prepareSource(text, false);
  const first = lines[0];
  if (!first?.text.startsWith('journey')) {
    return { ok: false, message: problems.beginning, line: first?.line ?? 1 };
  }
  const source = `${lines.map((line) => line.text).join('\n')}\n`;
  const lexer = new Lexer(
    source,
    lines.map(({ line }) => line),
  );
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
  if (lexer.next() !== 'journey') return refused(lexer, problems.beginning);
  for (;;) {
    const token = lexer.next();
    if (token === 'end') return { ok: true, journey };
    const problem = readStatement(token, lexer, journey, problems);
    if (problem !== null) return refused(lexer, problem);
  }
}

function refused(lexer: Lexer, message: string): ParsedJourney {
  return { ok: false, message, line: lexer.line };
}

/** Takes one statement into the journey; says what is wrong when Mermaid would refuse it. */
function readStatement(
  token: Token,
  lexer: Lexer,
  journey: JourneyDraft,
  problems: MermaidWords['problem'],
): string | null {
  const { text, line } = lexer;
  switch (token) {
    case 'newline':
      return null;
    case 'title':
      journey.title = text.slice('title '.length);
      return null;
    case 'section':
      journey.sections.push({ name: text.slice('section '.length), line });
      return null;
    case 'accTitle':
      lexer.next();
      journey.accTitle = lexer.text.trim();
      return null;
    case 'accDescr':
      lexer.next();
      journey.accDescr = lexer.text.trim();
      return null;
    case 'accDescrBlock':
      journey.accDescr = text.trim().replace(/\n\s+/g, '\n');
      return null;
    case 'taskName':
      if (lexer.next() !== 'taskData') return problems.noScore({ text: excerpt(text) });
      journey.tasks.push({ section: journey.sections.length - 1, name: text, line, ...taskData(lexer.text) });
      return null;
    case 'journey':
      return problems.journeyAsTask;
    default:
      return text === '' ? problems.openBlock : problems.misplaced({ text: excerpt(text) });
  }
}

function taskData(text: string): Pick<JourneyTask, 'score' | 'scoreText' | 'actors'> {
  const [score = '', actors] = text.slice(1).split(':');
  return {
    score: Number(score),
    scoreText: score.trim(),
    actors: actors?.split(',').map((name) => name.trim()) ?? [],
  };
}
