import type { Kind } from '../model/kinds';
import { normalisedName } from '../model/names';

/** Kinds whose records are the same thing when they go by the same name. */
export const namedKinds = [
  'parties',
  'systems',
  'personas',
  'dataObjects',
] as const satisfies readonly Kind[];

export type NamedKind = (typeof namedKinds)[number];

interface Named {
  readonly id: string;
  readonly name?: string;
}

/** Records by name as it is compared; the first of several with one name stands for it. */
export function byName<T extends Named>(records: Iterable<T>): Map<string, T> {
  const table = new Map<string, T>();
  for (const record of records) {
    const name = normalisedName(record.name ?? '');
    if (name !== '' && !table.has(name)) table.set(name, record);
  }
  return table;
}

/** Whether a value states something: absent, null, empty texts and empty lists do not. */
export function isStated(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}
