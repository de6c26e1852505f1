import type { MapRow, SetAsideRow, StoreDatabase, UnsentRow, UpdateRow } from './storeDatabase';
import * as Y from 'yjs';
import { crowdOf, readUpdates, updateRow, type Crowd, type RowCheck } from './updateRows';

/** A map as read from the database. */
export interface StoredMap {
  readonly row: MapRow;
  /** All of them are the map's document; none when there is nothing of it. */
  readonly updates: readonly Uint8Array[];
  readonly unsent: readonly UnsentRow[];
  /** Stored pieces that could not be read just now and were set aside. */
  readonly damaged: number;
  readonly crowd: Crowd;
  /** Whether some of it could not be written yet and lives in this page alone. */
  readonly isUnwritten: boolean;
}

/** A map's document as one update; null when there is nothing of it. */
export function wholeUpdate({ updates }: StoredMap): Uint8Array | null {
  const [first] = updates;
  if (!first) return null;
  return updates.length === 1 ? first : Y.mergeUpdates([...updates]);
}

/** Reads a map whole; null when there is none here. */
export async function readStoredMap(
  database: StoreDatabase,
  id: string,
  check: RowCheck,
): Promise<StoredMap | null> {
  const [row, { updates, damaged, rows }, unsent] = await Promise.all([
    database.maps.get(id),
    readUpdates(database, id, check),
    database.unsent.where('map').equals(id).toArray(),
  ]);
  if (!row) return null;
  return { row, updates, unsent, damaged, crowd: crowdOf(rows), isUnwritten: false };
}

/** The pieces of a map that could not be read, as they lie there. */
export async function readSetAside(database: StoreDatabase, id: string): Promise<readonly SetAsideRow[]> {
  return database.setAside.where('map').equals(id).toArray();
}

/** Every piece of a map as it lies there, readable or not. */
export async function readPieces(
  { setAside, updates }: StoreDatabase,
  id: string,
): Promise<readonly (UpdateRow | SetAsideRow)[]> {
  const tables = [setAside, updates] as const;
  const found = await Promise.all(tables.map((table) => table.where('map').equals(id).toArray()));
  return found.flat();
}

/** Stores a map that is new here. */
export async function writeNewMap(
  database: StoreDatabase,
  row: MapRow,
  bytes: Uint8Array,
  now: number,
): Promise<null> {
  const { maps, updates } = database;
  return database.transaction('rw', maps, updates, async () => {
    await maps.put(row);
    await updates.add(updateRow(row.id, bytes, now));
    return null;
  });
}

/** Removes all that was written of a map, and keeps its row and what was set aside. */
export async function removeUpdates(database: StoreDatabase, id: string): Promise<null> {
  const { updates, unsent } = database;
  return database.transaction('rw', updates, unsent, async () => {
    for (const table of [updates, unsent]) await table.where('map').equals(id).delete();
    return null;
  });
}

/** Removes a map for good, with all that is stored of it. */
export async function removeMap(database: StoreDatabase, id: string): Promise<void> {
  const { maps, updates, setAside, unsent } = database;
  await database.transaction('rw', [maps, updates, setAside, unsent], async () => {
    await maps.delete(id);
    for (const table of [updates, setAside, unsent]) await table.where('map').equals(id).delete();
  });
}
