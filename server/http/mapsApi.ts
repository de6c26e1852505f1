import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { mapsPath } from '../../src/doc/wire';
import { mapRoles, type MapRole } from '../../src/model/access';
import { isMapId } from '../../src/model/ids';
import type { AccessControl } from '../access/accessControl';
import type { Caller } from '../access/caller';
import type { Tickets } from '../access/tickets';
import { serveAccessApi } from './accessApi';
import type { MapStates } from './mapStates';
import { readJson, sendJson, sendNotAllowed } from './json';
import { sendState } from './stateApi';

/** A request to the API with what is known of it. */
export interface ApiRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly caller: Caller;
  readonly access: AccessControl;
  readonly tickets: Tickets;
  readonly states: MapStates;
}

/** What a new map may say of itself: what whoever knows its address may do (RIGHT-8). */
const makeSchema = z.object({ addressRole: z.enum(mapRoles).exclude(['owner']).nullable().optional() });

/**
 * `PUT /api/maps/{id}` makes a map's room or finds it, `GET` says whether it exists and what the caller may do. Nothing
 * else makes one: asking for an unknown map never does. What is below `/api/maps/{id}/` is about who may open it.
 * False when the path is not of this API.
 */
export async function serveMapsApi(path: string, api: ApiRequest): Promise<boolean> {
  if (!path.startsWith(`${mapsPath}/`)) return false;
  const { request, response } = api;
  const [mapId = '', ...rest] = path.slice(mapsPath.length + 1).split('/');
  if (!isMapId(mapId)) {
    sendJson(response, 400, { error: 'A map id has 22 letters, digits, “-” or “_”.' });
    return true;
  }
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (rest.length === 1 && rest[0] === 'state' && isRead) {
    const { role } = await api.access.roleOf(mapId, api.caller);
    // Nothing to hand over is no error here, which every page would log: the socket that follows says why.
    if (role === null) response.writeHead(204, { 'Cache-Control': 'no-store' }).end();
    else await sendState(mapId, request, response, api.states);
    return true;
  }
  if (rest.length > 0) return serveAccessApi(mapId, rest, api);
  if (request.method === 'PUT') await makeMap(mapId, api);
  else if (isRead) {
    const role = await mayRead(mapId, api);
    if (role) sendJson(response, 200, { map: 'found', role });
  } else sendNotAllowed(response, 'GET, HEAD, PUT', 'A map can be asked for (GET) and made (PUT).');
  return true;
}

/** What the caller may do with a map; answers itself, with why, when that is nothing. */
async function mayRead(mapId: string, { response, caller, access }: ApiRequest): Promise<MapRole | null> {
  const { role, hadAccess } = await access.roleOf(mapId, caller);
  // A map that is not open to the caller looks like one that does not exist, unless it was open to them once.
  if (role === null && hadAccess) sendJson(response, 403, { error: 'Access to this map has ended.' });
  else if (role === null) sendJson(response, 404, { error: 'There is no such map.' });
  return role;
}

async function makeMap(mapId: string, { request, response, caller, access }: ApiRequest): Promise<void> {
  const wish = await readJson(request, response, makeSchema);
  if (wish === null) return;
  const made = await access.makeMap(mapId, caller, wish.addressRole ?? null);
  if (made) sendJson(response, made.map === 'created' ? 201 : 200, made);
  else sendJson(response, 403, { error: 'This map belongs to somebody else.' });
}
