import * as Y from 'yjs';
import type { MapRow } from './storeDatabase';
import type { StoredMap } from './storedMap';

interface Unwritten {
  readonly row: MapRow;
  readonly bytes: Uint8Array;
}

/** What could not be written, by map. It lives as long as the page, so that leaving a map and coming back loses nothing. */
export class UnwrittenMaps {
  readonly #maps = new Map<string, Unwritten>();

  keep(row: MapRow, bytes: Uint8Array): void {
    const kept = this.#maps.get(row.id);
    this.#maps.set(row.id, { row, bytes: kept ? Y.mergeUpdates([kept.bytes, bytes]) : bytes });
  }

  /** The whole map has been written. */
  forget(id: string): void {
    this.#maps.delete(id);
  }

  /** What is stored of a map with what could not be stored; null when all of it was. */
  addTo(stored: StoredMap | null, id: string): StoredMap | null {
    const kept = this.#maps.get(id);
    if (!kept) return null;
    const none = { row: kept.row, updates: [], unsent: [], damaged: 0, crowd: { rows: 0, bytes: 0 } };
    const known = stored ?? none;
    return { ...known, updates: [...known.updates, kept.bytes], isUnwritten: true };
  }
}
