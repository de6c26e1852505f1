import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { closeCode } from '../../src/doc/wire';
import { isAtLeast, linkLimits, mapRoles, type MapRole } from '../../src/model/access';
import { isFairWish, type LinkWish } from '../access/accessControl';
import { personId } from '../access/caller';
import { mapOverview } from '../access/mapOverview';
import type { RoleChange } from '../storage/accessStore';
import { auditAsCsv, readableAudit } from './auditExport';
import { readJson, sendJson, sendNotAllowed } from './json';
import type { ApiRequest } from './mapsApi';

/** What is asked of one map by somebody who may open it. */
interface MapRequest extends ApiRequest {
  readonly mapId: string;
  readonly role: MapRole;
}

const ticketSchema = z.object({ secret: z.string().max(64).optional() });
const linkSchema = z.object({
  role: z.enum(mapRoles),
  label: z.string().trim().max(linkLimits.labelLength).default(''),
  expiresAt: z.number().int().positive().nullable().default(null),
  uses: z.number().int().min(1).max(linkLimits.maxUses).nullable().default(null),
});
const roleSchema = z.object({ role: z.enum(mapRoles) });
const eventSchema = z.object({ event: z.literal('exported'), detail: z.string().max(40).default('') });
/** Lines of the audit log that are handed out at most. */
const auditLimit = 10_000;

/**
 * What is below `/api/maps/{id}/`:
 * - `POST tickets` {secret}: lets the caller in by a link, if there is a secret, and gives what opens one socket
 * - `GET access`: who may do what; links for owners only
 * - `POST links`, `DELETE links/{link}`, `PATCH|DELETE people/{person}`, `DELETE address`: owners only
 * - `GET audit` (JSON, or CSV with `?format=csv`): owners only
 * - `POST events` {event}: notes what only the browser knows, that a file was saved
 */
export async function serveAccessApi(
  mapId: string,
  rest: readonly string[],
  api: ApiRequest,
): Promise<boolean> {
  const { request, response, caller, access } = api;
  if (rest.length === 1 && rest[0] === 'tickets') {
    if (request.method === 'POST') await giveTicket(mapId, api);
    else sendNotAllowed(response, 'POST', 'A ticket is asked for with POST.');
    return true;
  }
  const { role, hadAccess } = await access.roleOf(mapId, caller);
  if (role === null) {
    sendJson(response, hadAccess ? 403 : 404, { error: 'This map is not open to you.' });
    return true;
  }
  return serveMember([request.method ?? '', ...rest].join(' '), { ...api, mapId, role });
}

async function giveTicket(mapId: string, api: ApiRequest): Promise<void> {
  const { request, response, caller, access, tickets } = api;
  const body = await readJson(request, response, ticketSchema);
  if (!body) return;
  const address = request.socket.remoteAddress ?? '';
  const redeemed =
    body.secret === undefined ? null : await access.redeem(mapId, caller, body.secret, address);
  if (redeemed?.ok === false)
    return sendJson(response, redeemed.reason === 'slow-down' ? 429 : 403, { reason: redeemed.reason });
  const given = await tickets.give(mapId, caller, address);
  if (given.ok) return sendJson(response, 200, { ticket: given.ticket, role: given.role });
  if (given.reason === 'slow-down') return sendJson(response, 429, { reason: given.reason });
  // The code the socket would be closed with. No error status, which every page that asks would log.
  const refused = given.reason === 'ended' ? closeCode.forbidden : closeCode.noSuchMap;
  sendJson(response, 200, { refused });
}

async function serveMember(wanted: string, asked: MapRequest): Promise<boolean> {
  const { response, role, caller, access, mapId, request } = asked;
  if (wanted === 'GET access') {
    sendJson(response, 200, await mapOverview(access, mapId, caller, role));
    return true;
  }
  if (wanted === 'POST events') {
    const body = await readJson(request, response, eventSchema);
    if (body) await access.note(mapId, body.event, caller, body.detail);
    if (body) sendNothing(response);
    return true;
  }
  const [method, what, id = '', ...more] = wanted.split(' ');
  const serve = more.length === 0 ? ownerRoutes[`${method} ${what}${id === '' ? '' : '/…'}`] : undefined;
  if (!serve) return false;
  if (isAtLeast(role, 'owner')) await serve(asked, id);
  else sendJson(response, 403, { error: 'Only owners of the map may do that.' });
  return true;
}

const ownerRoutes: Readonly<Record<string, (asked: MapRequest, id: string) => Promise<void>>> = {
  'POST links': createLink,
  'DELETE links/…': async ({ access, mapId, caller, response }, id) => {
    if (await access.revokeLink(mapId, caller, id)) sendNothing(response);
    else sendJson(response, 404, { error: 'There is no such link, or it has been revoked.' });
  },
  'PATCH people/…': async (asked, id) => {
    const body = await readJson(asked.request, asked.response, roleSchema);
    if (body) await changePerson(asked, id, body.role);
  },
  'DELETE people/…': (asked, id) => changePerson(asked, id, null),
  'DELETE address': async ({ access, mapId, caller, response }) => {
    await access.closeAddress(mapId, caller);
    sendNothing(response);
  },
  'GET audit': sendAudit,
};

async function createLink({ request, response, access, mapId, caller }: MapRequest): Promise<void> {
  const wish: LinkWish | null = await readJson(request, response, linkSchema);
  if (!wish) return;
  if (!isFairWish(wish, access.now())) {
    const error =
      'A link must end in the future; one that makes owners works once and for seven days at most.';
    return sendJson(response, 400, { error });
  }
  const made = await access.createLink(mapId, caller, wish);
  if (!made) return sendJson(response, 409, { error: 'This map has as many links as it may have.' });
  sendJson(response, 201, { id: made.link.id, secret: made.secret });
}

async function changePerson(asked: MapRequest, id: string, role: MapRole | null): Promise<void> {
  const { access, mapId, caller, response } = asked;
  const grants = await access.store.grants(mapId);
  const principal = grants.find((grant) => personId(mapId, grant.principal) === id)?.principal;
  const changed: RoleChange =
    principal === undefined ? 'not-found' : await access.setRole(mapId, caller, principal, role);
  if (changed === 'changed') return sendNothing(response);
  if (changed === 'not-found') return sendJson(response, 404, { error: 'There is nobody like that here.' });
  sendJson(response, 409, { reason: 'last-owner', error: 'A map keeps at least one owner.' });
}

async function sendAudit({ request, response, access, mapId }: MapRequest): Promise<void> {
  const lines = readableAudit(mapId, await access.store.audit(mapId, auditLimit));
  if (!/[?&]format=csv(?:&|$)/.test(request.url ?? '')) return sendJson(response, 200, { lines });
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8' });
  response.end(auditAsCsv(lines));
}

function sendNothing(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(204).end();
}
