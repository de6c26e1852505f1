import { severities } from '../../analysis/finding';
import type { CheckFacts } from './report';
import type { CheckTexts } from './texts';

const red = 31;
const yellow = 33;
const blue = 34;
const bold = 1;
const dim = 2;
const severityColours = { high: red, medium: yellow, low: blue } as const;

/** The report for a person: findings by severity, what is not known, and last the score with its coverage. */
export function textReport(facts: CheckFacts, texts: CheckTexts, isColoured: boolean): string {
  const paint = (text: string, code: number): string =>
    isColoured ? `\u001B[${code}m${text}\u001B[0m` : text;
  const kindWidth = Math.max(0, ...facts.findings.map(({ kind }) => kind.length));
  const line = (kind: string, sentence: string): string =>
    `  ${paint(kind.padEnd(kindWidth), dim)}  ${printable(sentence)}`;
  const sections: string[][] = [
    [paint(printable(facts.map.title.trim() || texts.untitled), bold), paint(printable(facts.file), dim)],
  ];
  for (const severity of severities) {
    const found = facts.findings.filter((one) => one.severity === severity && one.accepted === null);
    if (found.length === 0) continue;
    const heading = paint(`${texts.severities[severity]} (${found.length})`, severityColours[severity]);
    sections.push([heading, ...found.map(({ kind, sentence }) => line(kind, sentence))]);
  }
  const accepted = facts.findings.flatMap(({ kind, sentence, accepted: by }) =>
    by === null ? [] : [line(kind, `${sentence} ${texts.acceptedBecause(by)}`)],
  );
  if (accepted.length > 0) sections.push([`${texts.accepted} (${accepted.length})`, ...accepted]);
  const notKnown = facts.transitions.filter(({ verdict }) => verdict === 'unknown');
  if (notKnown.length > 0) {
    const heading = `${texts.notKnown} (${notKnown.length})`;
    sections.push([heading, ...notKnown.map(({ verdict, sentence }) => line(verdict, sentence))]);
  }
  if (sections.length === 1) sections.push([texts.nothingFound]);
  const { verdicts, known, counted } = facts.counts;
  const score = texts.score(facts.score, verdicts.carried, known);
  sections.push([`${paint(score, bold)} ${texts.coverage(facts.coverage, known, counted)}`]);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/**
 * A text from a file, safe to show in a terminal: control characters, which may move the cursor or start a sequence of
 * commands, and marks that turn the direction of writing become blanks.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}
