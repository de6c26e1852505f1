import type { LocalStore } from './localStore';

/** What this device has of a map, as `openSession` wants it read. */
export type StoredReading = ReturnType<LocalStore['loadMap']>;

/** Reads what this device has of a map, for `openSession`, which deals with what then cannot be opened. */
export function readForOpening(store: LocalStore, mapId: string): StoredReading {
  return store.loadMap(mapId, 'trusted');
}
