import { checksum } from './checksum';
import { DamagedLogError, type StoredLog } from './logStore';

/** A record as a database gives it back. */
export interface StoredRecord {
  readonly position: number;
  readonly data: ArrayBuffer | Uint8Array;
  readonly sha256: ArrayBuffer | Uint8Array;
}

/** What a database holds of a map after a position. */
export interface StoredRecords {
  readonly head: number;
  readonly after: number;
  readonly snapshot: StoredRecord | undefined;
  readonly updates: readonly StoredRecord[];
}

/** Checks that records are what was written and that none is missing. Throws `DamagedLogError`. */
export function verifiedLog(
  mapId: string,
  { head, after, snapshot, updates }: StoredRecords,
): Pick<StoredLog, 'snapshot' | 'updates' | 'head'> {
  const covered = Math.max(after, snapshot?.position ?? 0);
  const verified = updates.map((row, index) => {
    if (row.position !== covered + 1 + index)
      throw new DamagedLogError(mapId, `update ${covered + 1 + index} is missing`);
    return verifiedRecord(mapId, row, 'update');
  });
  // Without this a lost tail would look like an older, complete map.
  if (covered + updates.length !== Math.max(head, after)) {
    throw new DamagedLogError(mapId, `it ends at ${covered + updates.length} instead of ${head}`);
  }
  return { snapshot: snapshot ? verifiedRecord(mapId, snapshot, 'snapshot') : null, updates: verified, head };
}

/** The bytes of one record. Throws `DamagedLogError` when they are not what was written. */
export function verifiedRecord(mapId: string, row: StoredRecord, what: 'update' | 'snapshot'): Uint8Array {
  const data = new Uint8Array(row.data);
  if (Buffer.compare(checksum(mapId, row.position, data), new Uint8Array(row.sha256)) !== 0) {
    throw new DamagedLogError(mapId, `${what} ${row.position} does not match its checksum`);
  }
  return data;
}
