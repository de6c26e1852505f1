import type { LocalStore } from '../sync/localStore';
import { readForOpening, type StoredReading } from '../sync/readForOpening';
import type { Route } from './route';

/**
 * Begins to read the map that the address names while the program is still starting. Returns the way to read maps: whoever
 * asks for that one first takes what has been read; everything else is read when it is asked for.
 */
export function readAhead(store: LocalStore, route: Route): (mapId: string) => StoredReading {
  let waiting =
    route.page === 'map' ? { mapId: route.mapId, reading: readForOpening(store, route.mapId) } : null;
  return (mapId) => {
    const ahead = waiting?.mapId === mapId ? waiting.reading : null;
    waiting = null;
    return ahead ?? readForOpening(store, mapId);
  };
}
