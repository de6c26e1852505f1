import { failKinds, isFailKind, type FailKind } from './conditions';
import { isLanguage, languageNames, type Language } from './languages';

export const checkFormats = ['text', 'json', 'sarif'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** What a check is asked to do. */
export interface CheckOptions {
  readonly file: string;
  readonly format: CheckFormat;
  /** Verdicts and kinds of finding of which there must be none. */
  readonly failOn: readonly FailKind[];
  /** The score there must be at least, 0 to 100; null: none is asked for. */
  readonly minScore: number | null;
  readonly language: Language;
}

/** How `check` is called. */
export const checkUsage = `Usage: throughline check FILE [--format text|json|sarif] [--fail-on KIND]… [--min-score N] [--lang ${languageNames.join('|')}]

  FILE    the map to check, a Throughline file
  --format text|json|sarif
          how the result is written to standard output; text if not given
  --fail-on KIND[,KIND…]
          there must be none of this verdict or kind of finding; may be repeated:
          ${inLines(failKinds, 60).join('\n          ')}
  --min-score N
          the score must be at least N, 0 to 100
  --lang ${languageNames.join('|')}
          language of the sentences; en if not given

Exit status: 0 the map was checked and holds, 1 it does not hold, 2 wrong usage, 3 the file was refused.
`;

type Parsed =
  | { readonly ok: true; readonly options: CheckOptions }
  | { readonly ok: false; readonly problem: string };

const optionNames = ['--format', '--fail-on', '--min-score', '--lang'] as const;

/** Reads the words after `check`. */
export function parseCheckArguments(words: readonly string[]): Parsed {
  const files: string[] = [];
  const given = new Map<string, string[]>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (!word.startsWith('-')) {
      files.push(word);
      continue;
    }
    const [name = '', inline] = splitOnce(word, '=');
    if (!(optionNames as readonly string[]).includes(name)) return wrong(`there is no option “${name}”`);
    const value = inline ?? words[++i];
    if (value === undefined || value === '') return wrong(`${name} needs a value`);
    const known = given.get(name) ?? [];
    if (known.length > 0 && name !== '--fail-on') return wrong(`${name} was given twice`);
    given.set(name, [...known, value]);
  }
  const [file, ...others] = files;
  if (file === undefined || file === '') return wrong('check needs a file to read');
  if (others.length > 0) return wrong(`check reads one file, not also “${others[0]}”`);
  return readOptions(file, given);
}

function readOptions(file: string, given: ReadonlyMap<string, readonly string[]>): Parsed {
  const format = given.get('--format')?.[0] ?? 'text';
  if (!isFormat(format)) return wrong(`there is no format “${format}”; there are ${checkFormats.join(', ')}`);
  const language = given.get('--lang')?.[0] ?? 'en';
  if (!isLanguage(language))
    return wrong(`there is no language “${language}”; there are ${languageNames.join(', ')}`);
  const failOn = new Set<FailKind>();
  for (const kind of (given.get('--fail-on') ?? []).flatMap((list) => list.split(','))) {
    const name = kind.trim();
    if (!isFailKind(name))
      return wrong(`there is no kind “${name}” to fail on; there are ${failKinds.join(', ')}`);
    failOn.add(name);
  }
  const score = given.get('--min-score')?.[0];
  const minScore = score === undefined ? null : parseScore(score);
  if (Number.isNaN(minScore)) return wrong(`--min-score needs a number from 0 to 100, not “${score}”`);
  return { ok: true, options: { file, format, failOn: [...failOn], minScore, language } };
}

/** A number of 0 to 100; NaN when it is none. */
function parseScore(text: string): number {
  const value = /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return value <= 100 ? value : Number.NaN;
}

function isFormat(word: string): word is CheckFormat {
  return (checkFormats as readonly string[]).includes(word);
}

function splitOnce(word: string, separator: string): readonly [string, string?] {
  const at = word.indexOf(separator);
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function inLines(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 2 > width) lines.push(word);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}

function wrong(problem: string): Parsed {
  return { ok: false, problem };
}
