import { mapsPath } from '../doc/wire';
import { isMapRole, type MapRole } from '../model/access';

/** Where the server is and how it is reached. Passed in; `browserServer` is the one that served the page. */
export interface ServerAddress {
  /** Address of the sockets without the map: `wss://host/sync`. */
  readonly socketUrl: string;
  /** Address of the HTTP side without a path: `https://host`. */
  readonly httpUrl: string;
  readonly fetch: typeof fetch;
  /** The platform's socket when left out. */
  readonly webSocket?: typeof WebSocket;
}

/** Why a room could not be made. */
export type RoomProblem =
  /** The server cannot be reached. */
  | 'offline'
  /** The server does not make rooms for us. */
  | 'refused';

const patienceMs = 10_000;

/** Makes a map's room on the server, or finds it made. Only for maps made on this device; asking never makes a room. */
export async function makeRoom(
  server: ServerAddress,
  mapId: string,
): Promise<
  { readonly ok: true; readonly role: MapRole } | { readonly ok: false; readonly reason: RoomProblem }
> {
  try {
    const response = await server.fetch(`${server.httpUrl}${mapsPath}/${mapId}`, {
      method: 'PUT',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) {
      const { role } = (await response.json()) as { role?: unknown };
      return { ok: true, role: isMapRole(role) ? role : 'editor' };
    }
    return { ok: false, reason: response.status >= 500 ? 'offline' : 'refused' };
  } catch {
    return { ok: false, reason: 'offline' };
  }
}
