import type { MapRow, StoreDatabase, UnsentRow } from './storeDatabase';
import { updateRow } from './updateRows';

/** What a session writes together, in one transaction. */
export interface Batch {
  /** The map's row, complete: it is put back should the browser have cleared it. */
  readonly row: MapRow;
  /** The fields of the row that change with this batch. */
  readonly patch: Partial<MapRow>;
  readonly bytes: Uint8Array;
  /** Whether the bytes are the whole map. */
  readonly whole: boolean;
  /** What of it the server does not know; null when nothing is to be said. */
  readonly unsent: UnsentRow | null;
}

/** Stores a batch. `wasGone` says that the map's row was not there any more; it has been put back. */
export async function writeBatch(
  database: StoreDatabase,
  { row, patch, bytes, unsent }: Batch,
  now: number,
): Promise<{ readonly wasGone: boolean }> {
  let wasGone = false;
  await database.transaction('rw', database.maps, database.updates, database.unsent, async () => {
    const current = await database.maps.get(row.id);
    wasGone = !current;
    await database.updates.add(updateRow(row.id, bytes, now));
    if (wasGone || Object.keys(patch).length > 0) await database.maps.put({ ...(current ?? row), ...patch });
    if (unsent) await database.unsent.put(unsent);
  });
  return { wasGone };
}

/** Stores what a tab waits for, and removes what earlier tabs no longer wait for: those that have not written again since. */
export async function writeUnsent(
  database: StoreDatabase,
  current: UnsentRow,
  confirmed: readonly UnsentRow[],
): Promise<null> {
  return database.transaction('rw', database.unsent, async () => {
    if (current.count > 0) await database.unsent.put(current);
    else await database.unsent.delete([current.map, current.tab]);
    for (const entry of confirmed) {
      const now = await database.unsent.get([entry.map, entry.tab]);
      if (now && now.upTo === entry.upTo && now.count === entry.count)
        await database.unsent.delete([entry.map, entry.tab]);
    }
    return null;
  });
}
