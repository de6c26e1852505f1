import * as Y from 'yjs';
import { checksumOf } from './checksum';
import type { SetAsideRow, StoreDatabase, UpdateRow } from './storeDatabase';

/** Above these, outside the largest row, the rows of a map are made one. */
export const compactAbove = { rows: 200, bytes: 1_048_576 } as const;

/** What is stored of a map's document. */
export interface StoredUpdates {
  /** Everything readable as Yjs updates: all of them are the document; none when there is nothing. */
  readonly updates: readonly Uint8Array[];
  readonly rows: readonly UpdateRow[];
  /** How many rows were set aside just now because they cannot be read. */
  readonly damaged: number;
}

/** Makes a row of an update. */
export function updateRow(map: string, bytes: Uint8Array, at: number): UpdateRow {
  return { map, bytes, checksum: checksumOf(bytes), at };
}

/**
 * How a row whose checksum fits is looked at. `parsed`: it is certain that Yjs can read what is handed over. `trusted`: it
 * is handed over as it is, because trying to parse it takes half as long as opening it; whoever then cannot open it reads
 * again, parsed.
 */
export type RowCheck = 'parsed' | 'trusted';

/**
 * Reads all updates of a map at once. Rows whose checksum does not fit, or that Yjs cannot parse, are set aside: the rest
 * loads, and what they held is kept for whoever wants to look at it.
 */
export async function readUpdates(
  database: StoreDatabase,
  map: string,
  check: RowCheck = 'parsed',
): Promise<StoredUpdates> {
  const all = await database.updates.where('map').equals(map).toArray();
  const bad: SetAsideRow[] = [];
  const rows = all.filter((row) => {
    const why = whyUnreadable(row, check);
    if (why) bad.push({ ...row, why });
    return why === null;
  });
  if (bad.length > 0) await setAside(database, bad);
  return { updates: rows.map((row) => row.bytes), rows, damaged: bad.length };
}

function whyUnreadable({ bytes, checksum }: UpdateRow, check: RowCheck): SetAsideRow['why'] | null {
  const fits = bytes instanceof Uint8Array && checksumOf(bytes) === checksum;
  if (!fits) return 'checksum';
  return check === 'trusted' || isReadable(bytes) ? null : 'unreadable';
}

async function setAside(database: StoreDatabase, bad: readonly SetAsideRow[]): Promise<void> {
  await database.transaction('rw', database.updates, database.setAside, async () => {
    await database.setAside.bulkPut([...bad]);
    await database.updates.bulkDelete(bad.map((row) => row.i as number));
  });
}

/** Whether bytes are a Yjs update as far as parsing goes. */
function isReadable(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How many rows a map has, and the bytes in all but the largest: that one is what compaction left. */
export interface Crowd {
  readonly rows: number;
  readonly bytes: number;
}

export function crowdOf(rows: readonly { readonly bytes: Uint8Array }[]): Crowd {
  let bytes = 0;
  let largest = 0;
  for (const row of rows) {
    bytes += row.bytes.length;
    largest = Math.max(largest, row.bytes.length);
  }
  return { rows: rows.length, bytes: bytes - largest };
}

/** Whether a map's rows have become many enough to be made one. */
export function isCrowded({ rows, bytes }: Crowd): boolean {
  return rows > compactAbove.rows || bytes > compactAbove.bytes;
}

/**
 * Makes one row of a map's rows. The new row is written first, read back and compared; only then do exactly the rows that
 * went into it disappear. Rows written meanwhile stay. Interrupted anywhere, everything is still there, at worst twice.
 *
 * @returns whether rows were replaced
 */
export async function compactUpdates(database: StoreDatabase, map: string, at: number): Promise<boolean> {
  const { updates, rows } = await readUpdates(database, map);
  if (rows.length < 2) return false;
  const snapshot = snapshotOf(updates);
  const i = await database.updates.add(updateRow(map, snapshot, at));
  return await database.transaction('rw', database.updates, async () => {
    const written = await database.updates.get(i);
    if (!written || !sameBytes(written.bytes, snapshot)) return false;
    await database.updates.bulkDelete(rows.map((row) => row.i as number));
    return true;
  });
}

/** The same content without what was overwritten since. Parts that still wait for others to arrive stay in it. */
function snapshotOf(updates: readonly Uint8Array[]): Uint8Array {
  const ydoc = new Y.Doc();
  Y.transact(ydoc, () => updates.forEach((update) => Y.applyUpdate(ydoc, update)));
  const snapshot = Y.encodeStateAsUpdate(ydoc);
  ydoc.destroy();
  return snapshot;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
