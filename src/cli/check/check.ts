import type { Entropy } from '../../model/ids';
import type { CheckOptions } from './checkArguments';
import { failuresOf } from './conditions';
import { idLines } from './idLines';
import { languages, type Words } from './languages';
import { makeFacts } from './makeFacts';
import { readJourney } from './readJourney';
import type { CheckReport } from './report';
import { sarifReport } from './sarifReport';
import { printable, textReport } from './textReport';

/** Exit statuses of `check`; 2, wrong usage, is known before anything is checked. */
export const checkStatus = { holds: 0, doesNotHold: 1, refused: 3 } as const;

/** What a check needs to know of where it runs. */
export interface CheckContext {
  readonly entropy: Entropy;
  /** Folder the program was called in. */
  readonly folder: string;
  readonly programVersion: string;
  /** Whether a text for people may be coloured. */
  readonly isColoured: boolean;
}

interface Checked {
  readonly status: (typeof checkStatus)[keyof typeof checkStatus];
  /** The result in the format that was asked for; empty when the file was refused. */
  readonly output: string;
  /** For standard error: why the file was refused, what was left out of it, which conditions do not hold. */
  readonly complaints: readonly string[];
}

/** Checks a map file against the conditions asked for. */
export async function check(options: CheckOptions, context: CheckContext): Promise<Checked> {
  const read = await readJourney(options.file, context.entropy);
  if (!read.ok) return { status: checkStatus.refused, output: '', complaints: [printable(read.reason)] };
  const { journey, notes, text } = read;
  const words = languages[options.language];
  const { file, language } = options;
  const today = new Date(context.entropy.now()).toISOString().slice(0, 10);
  const facts = makeFacts({ file, journey, notes, language, sentences: words.sentences, today });
  const failures = failuresOf(facts, options, words.texts);
  const report: CheckReport = { ...facts, holds: failures.length === 0, failures: [...failures] };
  const complaints = [
    ...notes.map(
      ({ message, pointer }) => `${file}: ${pointer === undefined ? '' : `${pointer}: `}${message}`,
    ),
    ...failures,
  ];
  return {
    status: report.holds ? checkStatus.holds : checkStatus.doesNotHold,
    output: render(report, options, words, text, context),
    complaints: complaints.map(printable),
  };
}

function render(
  report: CheckReport,
  { format }: CheckOptions,
  words: Words,
  text: string,
  context: CheckContext,
): string {
  if (format === 'text') return textReport(report, words.texts, context.isColoured);
  const { folder, programVersion } = context;
  const value =
    format === 'json' ? report : sarifReport(report, words, { folder, programVersion, lines: idLines(text) });
  return `${JSON.stringify(value, null, 2)}\n`;
}
