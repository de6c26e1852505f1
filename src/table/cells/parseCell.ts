import { mapSubject } from '../../model/ids';
import type { Kind } from '../../model/kinds';
import { normalisedName } from '../../model/names';
import type { Journey } from '../../model/resolve';
import { t } from '../../ui/i18n/t';
import { formatIsoDay } from '../../ui/i18n/format';
import { parseNumber } from '../../ui/parseNumber';
import { emptyValue, type CellChoice, type CellType, type CellValue } from './cellType';
import { parseDay } from './parseDay';
import { nameIn, recordName } from './recordName';

/** A record named in a cell that is not there yet: to be made when the cell is written. */
export interface ToMake {
  readonly make: string;
}

/** What a text means in a cell; references may name records to be made. `problem` says in a sentence why it means nothing. */
export type ParsedCell =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: true; readonly references: readonly (string | ToMake)[] }
  | { readonly ok: false; readonly problem: string };

const yes: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'x', '✓', '✔', 'ja', 'wahr']);
const no: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', '-', '–', 'nein', 'falsch']);

/** Understands what was typed or pasted into a cell of a type (TBL-4). Blank is always “nothing stated” where that is allowed. */
export function parseCell(journey: Journey, type: CellType, text: string): ParsedCell {
  const trimmed = text.trim();
  if (trimmed === '') return parseBlank(type);
  switch (type.kind) {
    case 'shown':
      return { ok: false, problem: t('table.problem.shown') };
    case 'text':
      return { ok: true, value: text };
    case 'word':
      return { ok: true, value: wordIn(type.suggestions, trimmed) };
    case 'words':
      return {
        ok: true,
        value: [...new Set(piecesOf(trimmed).map((word) => wordIn(type.suggestions, word)))],
      };
    case 'choice': {
      const found = choiceCalled(type.choices, trimmed);
      if (found) return { ok: true, value: found.value };
      return {
        ok: false,
        problem: t('table.problem.choice', { text: trimmed, choices: labelsOf(type.choices) }),
      };
    }
    case 'flag': {
      const word = normalisedName(trimmed);
      if (yes.has(word) || word === normalisedName(t('table.yes'))) return { ok: true, value: true };
      if (no.has(word) || word === normalisedName(t('table.no'))) return { ok: true, value: false };
      return { ok: false, problem: t('table.problem.flag', { text: trimmed }) };
    }
    case 'number':
      return parseAmount(type, trimmed);
    case 'date': {
      const day = parseDay(trimmed);
      if (day !== null) return { ok: true, value: day };
      return {
        ok: false,
        problem: t('table.problem.date', { text: trimmed, day: formatIsoDay('2026-03-31') }),
      };
    }
    case 'letters':
      return parseLetters(type, trimmed);
    case 'reference':
    case 'references':
      return parseReferences(journey, type, trimmed);
  }
}

function parseBlank(type: CellType): ParsedCell {
  const isRequired = 'isRequired' in type && type.isRequired;
  if (type.kind === 'shown' || isRequired) return { ok: false, problem: t('table.problem.required') };
  return { ok: true, value: emptyValue(type) };
}

function wordIn(suggestions: readonly CellChoice[], word: string): string {
  return choiceCalled(suggestions, word)?.value ?? word;
}

function choiceCalled(choices: readonly CellChoice[], text: string): CellChoice | undefined {
  const wanted = normalisedName(text);
  return choices.find(
    ({ value, label }) => normalisedName(label) === wanted || normalisedName(value) === wanted,
  );
}

function labelsOf(choices: readonly CellChoice[]): string {
  return choices.map(({ label }) => label).join(', ');
}

/** Several things are written with semicolons or on lines of their own; with commas where neither is there. */
export function piecesOf(text: string): readonly string[] {
  const mark = /[;\n]/.test(text) ? /[;\n]/ : /,/;
  return text
    .split(mark)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function parseAmount(type: Extract<CellType, { kind: 'number' }>, text: string): ParsedCell {
  const isPercent = text.endsWith('%');
  const parsed = parseNumber(isPercent ? text.slice(0, -1) : text);
  if (!parsed.ok || parsed.value === null) return { ok: false, problem: t('table.problem.number', { text }) };
  // A bare number up to 1 is taken as a ratio: 0.25 and 25 % are the same share.
  const isRatio = type.isShare === true && !isPercent && Math.abs(parsed.value) <= 1;
  const value = type.isShare === true && !isRatio ? parsed.value / 100 : parsed.value;
  if (value >= type.min && value <= type.max) return { ok: true, value };
  const scale = type.isShare === true ? 100 : 1;
  return {
    ok: false,
    problem: t('table.problem.range', { text, min: type.min * scale, max: type.max * scale }),
  };
}

function parseLetters(type: Extract<CellType, { kind: 'letters' }>, text: string): ParsedCell {
  const named = type.letters.find(
    ({ label, letter }) =>
      normalisedName(label) === normalisedName(text) || letter.toUpperCase() === text.toUpperCase(),
  );
  if (named) return { ok: true, value: [named.value] };
  const typed = [...text.toUpperCase().replace(/[\s,;/+]+/g, '')];
  const known = typed.map((letter) => type.letters.find((one) => one.letter === letter)?.value);
  if (known.some((value) => value === undefined) || (type.exclusive && known.length > 1)) {
    const letters = type.letters.map(({ letter, label }) => `${letter} (${label})`).join(', ');
    return { ok: false, problem: t('table.problem.letters', { text, letters }) };
  }
  return { ok: true, value: type.letters.map(({ value }) => value).filter((value) => known.includes(value)) };
}

function parseReferences(
  journey: Journey,
  type: Extract<CellType, { kind: 'reference' | 'references' }>,
  text: string,
): ParsedCell {
  const whole = recordCalled(journey, type.kinds, text, type.withMap);
  const pieces = type.kind === 'reference' || whole !== null ? [text] : piecesOf(text);
  const references: (string | ToMake)[] = [];
  for (const piece of pieces) {
    const id = recordCalled(journey, type.kinds, piece, type.withMap);
    if (id === null && type.create === null)
      return { ok: false, problem: t('table.problem.nobody', { text: piece }) };
    references.push(id ?? { make: piece });
  }
  return { ok: true, references };
}

const byName = new WeakMap<object, ReadonlyMap<string, string>>();

/** Id of the first record of these kinds that goes by a name; null when none does. */
export function recordCalled(
  journey: Journey,
  kinds: readonly Kind[],
  name: string,
  withMap = false,
): string | null {
  const wanted = normalisedName(name);
  for (const kind of kinds) {
    const found = namesOf(journey, kind).get(wanted);
    if (found !== undefined) return found;
  }
  return withMap && normalisedName(recordName(journey, mapSubject)) === wanted ? mapSubject : null;
}

function namesOf(journey: Journey, kind: Kind): ReadonlyMap<string, string> {
  const collection = journey[kind];
  const known = byName.get(collection);
  if (known) return known;
  const names = new Map<string, string>();
  const add = (name: string, id: string): void => {
    const key = normalisedName(name);
    if (key !== '' && !names.has(key)) names.set(key, id);
  };
  for (const { id } of collection.all) add(nameIn(journey, kind, id), id);
  for (const record of collection.all) {
    if ('aliases' in record) for (const alias of record.aliases) add(alias, record.id);
  }
  byName.set(collection, names);
  return names;
}
