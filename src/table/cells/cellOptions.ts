import { normalisedName } from '../../model/names';
import type { AnyRecord } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import { mapSubject } from '../../model/ids';
import { t } from '../../ui/i18n/t';
import { isEmptyValue, type CellType, type CellValue } from './cellType';
import { nameIn, recordName } from './recordName';

/** A line of the list below an open cell. */
export interface CellOption {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly hint?: string;
  /** `empty` states nothing, `make` writes a word or name that is not there yet. */
  readonly act: 'take' | 'empty' | 'make';
}

/** Most lines that are listed; typing narrows. */
const mostListed = 60;

/** What can be chosen in a cell for what was typed so far; those that begin with it come first. */
export function cellOptions(
  journey: Journey,
  type: CellType,
  chosen: CellValue,
  query: string,
): readonly CellOption[] {
  const wanted = normalisedName(query);
  const all = allOptions(journey, type, chosen);
  const found = wanted === '' ? all : all.filter(({ label }) => normalisedName(label).includes(wanted));
  const starting = found.filter(({ label }) => normalisedName(label).startsWith(wanted));
  const sorted = wanted === '' ? found : [...starting, ...found.filter((one) => !starting.includes(one))];
  const isThere = all.some(({ label }) => normalisedName(label) === wanted);
  const name = query.trim();
  const make: CellOption = { id: `make ${name}`, label: t('ui.create', { name }), act: 'make' };
  const empty: CellOption = { id: 'empty', label: t('table.notStated'), act: 'empty' };
  return [
    ...(canBeEmpty(type) && wanted === '' && !isEmptyValue(chosen) ? [empty] : []),
    ...sorted.slice(0, mostListed),
    ...(wanted !== '' && !isThere && canMake(type) ? [make] : []),
  ];
}

function canBeEmpty(type: CellType): boolean {
  return type.kind === 'choice' ? !type.isRequired : type.kind === 'reference' || type.kind === 'word';
}

/** Whether a word or name that is not listed may be written. */
export function canMake(type: CellType): boolean {
  if (type.kind === 'reference' || type.kind === 'references') return type.create !== null;
  return type.kind === 'word' || type.kind === 'words';
}

function allOptions(journey: Journey, type: CellType, chosen: CellValue): readonly CellOption[] {
  switch (type.kind) {
    case 'choice':
      return type.choices.map(({ value, label }) => ({ id: value, label, act: 'take' }));
    case 'word':
    case 'words': {
      const own = Array.isArray(chosen) ? (chosen as readonly string[]) : [];
      const known = new Map(type.suggestions.map(({ value, label }) => [value, label]));
      for (const word of own) if (!known.has(word)) known.set(word, word);
      return [...known].map(([id, label]) => ({ id, label, act: 'take' }));
    }
    case 'reference':
    case 'references': {
      const isMixed = type.kinds.length > 1;
      const records = type.kinds.flatMap((kind) =>
        (journey[kind].all as readonly AnyRecord[]).map(({ id }): CellOption => ({
          id,
          label: nameIn(journey, kind, id),
          act: 'take',
          ...(isMixed ? { hint: t(`model.kind.${kind}`) } : {}),
        })),
      );
      const map: CellOption = { id: mapSubject, label: recordName(journey, mapSubject), act: 'take' };
      return type.withMap ? [...records, map] : records;
    }
    default:
      return [];
  }
}
