import type { PlainRecord } from '../model/bundle';
import type { Kind } from '../model/kinds';
import { normalisedName } from '../model/names';

/** Kinds whose records are the same thing when they go by the same name. */
export const namedKinds = [
  'rulers',
  'parties',
  'systems',
  'personas',
  'dataObjects',
] as const satisfies readonly Kind[];

export type NamedKind = (typeof namedKinds)[number];

/** What tells two things of one name apart, when both say it and say different things. */
const tellsApart: { readonly [K in NamedKind]?: readonly (keyof PlainRecord<K>)[] } = {
  parties: ['type', 'function'],
  systems: ['kind'],
};

/** What a catalogue calls whatever runs: a “CRM” may well be one, so it tells nothing apart. */
const vagueWord = 'service';

interface Named {
  readonly id: string;
  readonly name?: string;
  readonly deletedAt?: number | null;
}

/** Whether a record counts: a deleted one takes nothing in, and nothing takes it in. */
export function isAlive({ deletedAt = null }: Pick<Named, 'deletedAt'>): boolean {
  return deletedAt === null;
}

/** What importers call the ruler of a file that names none, in each language they speak, as names are compared. */
const unnamedRulers: ReadonlySet<string> = new Set(['stages', 'phasen']);

/** A name as those of a kind are compared. A ruler without a name of its own is one, whichever language it was imported in. */
export function nameKey(kind: Kind, name: string): string {
  const key = normalisedName(name);
  return kind === 'rulers' && unnamedRulers.has(key) ? 'stages' : key;
}

/** Living records of a kind by name as it is compared, all of one name in their order. */
export function byName<T extends Named>(kind: Kind, records: Iterable<T>): Map<string, T[]> {
  const table = new Map<string, T[]>();
  for (const record of records) addByName(kind, table, record);
  return table;
}

/** Adds a record to a table of `byName`, unless it is deleted or has no name. */
export function addByName<T extends Named>(kind: Kind, table: Map<string, T[]>, record: T): void {
  const name = nameKey(kind, record.name ?? '');
  if (name === '' || !isAlive(record)) return;
  const same = table.get(name);
  if (same) same.push(record);
  else table.set(name, [record]);
}

/** Whether two records of one name cannot be the same thing, by what both say about what they are. */
export function contradict(kind: NamedKind, one: object, other: object): boolean {
  const words = (record: object, field: string): string =>
    normalisedName(String((record as Readonly<Record<string, unknown>>)[field] ?? ''));
  return (tellsApart[kind] ?? []).some((field) => {
    const said = [words(one, field), words(other, field)];
    return said[0] !== said[1] && !said.includes('') && !(kind === 'systems' && said.includes(vagueWord));
  });
}

/** Whether a value states something: absent, null, empty texts and empty lists do not. */
export function isStated(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}
