import { mapDefinition, type JourneyMap } from './records/map';
import { kinds, type Kind, type RecordOfKind } from './kinds';
import { readRecord } from './defineRecord';
import { mapSubject } from './ids';

/** All records of one kind by id, deleted ones included. Never changed in place: a change makes a new table. */
export type Table<K extends Kind> = ReadonlyMap<string, RecordOfKind<K>>;

/** Every record of a map as stored, read leniently: what `resolve()` makes a journey of. */
export type Tables = { readonly [K in Kind]: Table<K> } & { readonly map: JourneyMap };

/** The map record with nothing stated. */
export const emptyMap: JourneyMap = readRecord(mapDefinition, mapSubject, {});

/** Tables without a record. */
export function emptyTables(): Tables {
  const tables = Object.fromEntries(kinds.map((kind) => [kind, new Map()]));
  return { ...tables, map: emptyMap } as unknown as Tables;
}
