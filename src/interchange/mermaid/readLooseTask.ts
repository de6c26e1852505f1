import type { MermaidWords } from '../words/en/mermaidWords';
import type { JourneyTask, Repair } from './journey';
import type { SourceLine } from './sourceLines';

type Tell = (level: Repair['level'], message: string) => void;
type Words = MermaidWords['repair'];

/**
 * Reads a task as it was probably meant. What Mermaid reads rightly is read the same way, without a word.
 *
 * @param actors names that are actors elsewhere in the diagram, in lower case
 */
export function readLooseTask(
  source: SourceLine,
  actors: ReadonlySet<string>,
  section: number,
  words: Words,
  tell: Tell,
): JourneyTask | null {
  const fields = splitFields(source.text, words, tell);
  const [name = ''] = fields;
  if (fields.length < 2) {
    tell('ignored', words.neitherTaskNorSection({ text: excerpt(name) }));
    return null;
  }
  const place = scorePlace(fields);
  const scoreText = (fields[Math.max(1, place)] ?? '').trim();
  const task = { section, line: source.line, scoreText };
  if (place < 0) {
    return { ...task, name: name.trimStart(), score: Number.NaN, actors: namesOf(fields[2]) };
  }
  const score = readScore(fields[place] ?? '', words, tell);
  if (place === 1) {
    const read = { ...task, name: name.trimStart(), score, actors: namesOf(fields[2]) };
    if (fields.length <= 3) return read;
    const remark = fields.slice(3).join(':').trim();
    tell('ignored', words.fourthField({ text: excerpt(remark) }));
    return { ...read, remark };
  }
  const after = fields[place + 1];
  if (place === 2 && isActorFirst(fields, actors)) {
    const title = (fields[1] ?? '').trim();
    const remark = after === undefined ? '' : after.trim();
    tell('repaired', words.actorFirst({ actor: excerpt(name), title: excerpt(title), remark }));
    return { ...task, name: title, score, actors: [name.trim()], ...(remark === '' ? {} : { remark }) };
  }
  const title = fields.slice(0, place).join(':').trim();
  tell('repaired', words.titleColon({ title: excerpt(title) }));
  return { ...task, name: title, score, actors: namesOf(after) };
}

/** Fields between colons. `#` begins a comment after the title only; `;` is text, and dropped at the end of a line. */
function splitFields(line: string, words: Words, tell: Tell): readonly string[] {
  let text = line.trim().replace(/[;；]+$/, '');
  if (text !== line.trim()) tell('repaired', words.semicolonDropped);
  if (text.includes('：')) {
    tell('repaired', words.wideColon);
    text = text.replaceAll('：', ':');
  }
  const colon = text.indexOf(':');
  const hash = text.indexOf('#');
  if (hash >= 0 && colon >= 0) {
    const comment = text.indexOf('#', colon);
    if (hash < colon) tell('repaired', words.hashKept({ text: excerpt(text.slice(0, colon)) }));
    if (comment >= 0) text = text.slice(0, comment);
  }
  if (text.includes(';')) tell('repaired', words.semicolonKept({ text: excerpt(text) }));
  return text.split(':');
}

/** Which field is the score; −1 when none is. The two halves of a time of day (“10:30”) are none. */
function scorePlace(fields: readonly string[]): number {
  const candidates = fields.flatMap((field, index) => (index > 0 && isScore(field) ? [index] : []));
  const [first = -1, second] = candidates;
  const isTime =
    second !== undefined && /\d$/.test(fields[first - 1] ?? '') && /^[0-5]\d$/.test(fields[first] ?? '');
  if (isTime) return second;
  return first < 0 && (fields[1] ?? '').trim() === '' ? 1 : first;
}

function isScore(field: string): boolean {
  return /^\s*-?\d+([.,]\d+)?(\s*\/\s*[1-9]\d*)?\s*$/.test(field);
}

function readScore(field: string, words: Words, tell: Tell): number {
  const text = field.trim();
  const [value = '', scale] = text.replace(',', '.').split('/');
  const score = Number(value);
  if (scale === undefined) {
    if (text.includes(',')) tell('repaired', words.decimalComma({ text, score }));
    return score;
  }
  const scaled = Number(scale) === 5 ? score : Math.round((score / Number(scale)) * 500) / 100;
  tell('repaired', words.ofFive({ text, score: scaled }));
  return scaled;
}

/** “User: Visit home: 5: Happy” or “Step 1: Visit home: 5: Me”? */
function isActorFirst(fields: readonly string[], actors: ReadonlySet<string>): boolean {
  const first = (fields[0] ?? '').trim();
  if (actors.has(first.toLowerCase())) return true;
  if (/\d$/.test(first) || first === '' || (fields[1] ?? '').trim() === '') return false;
  return !namesOf(fields[3]).some((name) => actors.has(name.toLowerCase()));
}

function namesOf(field: string | undefined): readonly string[] {
  return field?.split(/[,，、]/).map((name) => name.trim()) ?? [];
}

/** The beginning of a text, for a message. */
export function excerpt(text: string): string {
  const line = text.trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
