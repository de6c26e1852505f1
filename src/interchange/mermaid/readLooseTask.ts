import type { JourneyTask, Repair } from './journey';
import type { SourceLine } from './sourceLines';

type Tell = (level: Repair['level'], message: string) => void;

/**
 * Reads a task as it was probably meant. What Mermaid reads rightly is read the same way, without a word.
 *
 * @param actors names that are actors elsewhere in the diagram, in lower case
 */
export function readLooseTask(
  source: SourceLine,
  actors: ReadonlySet<string>,
  section: number,
  tell: Tell,
): JourneyTask | null {
  const fields = splitFields(source.text, tell);
  const [name = ''] = fields;
  if (fields.length < 2) {
    tell('ignored', `“${excerpt(name)}” is neither a task nor a section and was left out`);
    return null;
  }
  const place = scorePlace(fields);
  const scoreText = (fields[Math.max(1, place)] ?? '').trim();
  const task = { section, line: source.line, scoreText };
  if (place < 0) {
    return { ...task, name: name.trimStart(), score: Number.NaN, actors: namesOf(fields[2]) };
  }
  const score = readScore(fields[place] ?? '', tell);
  if (place === 1) {
    if (fields.length > 3) {
      tell(
        'ignored',
        `“${excerpt(fields.slice(3).join(':').trim())}” stands in a fourth field and was kept aside`,
      );
    }
    const remark = fields.length > 3 ? { remark: fields.slice(3).join(':').trim() } : {};
    return { ...task, name: name.trimStart(), score, actors: namesOf(fields[2]), ...remark };
  }
  const after = fields[place + 1];
  if (place === 2 && isActorFirst(fields, actors)) {
    const title = (fields[1] ?? '').trim();
    const remark = after === undefined ? '' : after.trim();
    const aside = remark === '' ? '' : `, “${remark}” as a remark`;
    tell('repaired', `“${excerpt(name)}” was read as the actor of “${excerpt(title)}”${aside}`);
    return { ...task, name: title, score, actors: [name.trim()], ...(remark === '' ? {} : { remark }) };
  }
  const title = fields.slice(0, place).join(':').trim();
  tell('repaired', `The colon in “${excerpt(title)}” was kept as part of the title`);
  return { ...task, name: title, score, actors: namesOf(after) };
}

/** Fields between colons. `#` begins a comment after the title only; `;` is text, and dropped at the end of a line. */
function splitFields(line: string, tell: Tell): readonly string[] {
  let text = line.trim().replace(/[;；]+$/, '');
  if (text !== line.trim()) tell('repaired', 'A “;” at the end of the line was dropped');
  if (text.includes('：')) {
    tell('repaired', 'A full-width colon was read as a colon');
    text = text.replaceAll('：', ':');
  }
  const colon = text.indexOf(':');
  const hash = text.indexOf('#');
  if (hash >= 0 && colon >= 0) {
    const comment = text.indexOf('#', colon);
    if (hash < colon) tell('repaired', `“#” was kept as text in “${excerpt(text.slice(0, colon))}”`);
    if (comment >= 0) text = text.slice(0, comment);
  }
  if (text.includes(';')) tell('repaired', `“;” was kept as text in “${excerpt(text)}”`);
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

function readScore(field: string, tell: Tell): number {
  const text = field.trim();
  const [value = '', scale] = text.replace(',', '.').split('/');
  const score = Number(value);
  if (scale === undefined) {
    if (text.includes(',')) tell('repaired', `The score “${text}” was read as ${score}`);
    return score;
  }
  const scaled = Number(scale) === 5 ? score : Math.round((score / Number(scale)) * 500) / 100;
  tell('repaired', `The score “${text}” was read as ${scaled} of 5`);
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
