import type { IncomingMessage, ServerResponse } from 'node:http';
import { mapsPath } from '../../src/doc/wire';
import { isMapId } from '../../src/model/ids';
import type { LogStore } from '../storage/logStore';

/** Longest body `PUT /api/maps/{id}` accepts, bytes. */
const maxBodyLength = 1_024;

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/**
 * `PUT /api/maps/{id}` makes a map's room or finds it, `GET` says whether it exists. Nothing else makes one: asking for
 * an unknown map never does. False when the path is not of this API.
 */
export async function serveMapsApi(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  store: LogStore,
): Promise<boolean> {
  if (!path.startsWith(`${mapsPath}/`)) return false;
  const mapId = path.slice(mapsPath.length + 1);
  if (!isMapId(mapId)) {
    sendJson(response, 400, { error: 'A map id has 22 letters, digits, “-” or “_”.' });
    return true;
  }
  switch (request.method) {
    case 'PUT':
      await makeMap(mapId, request, response, store);
      return true;
    case 'GET':
    case 'HEAD':
      if (await store.has(mapId)) sendJson(response, 200, { map: 'found' });
      else sendJson(response, 404, { error: 'There is no such map.' });
      return true;
    default:
      response.setHeader('Allow', 'GET, HEAD, PUT');
      sendJson(response, 405, { error: 'A map can be asked for (GET) and made (PUT).' });
      return true;
  }
}

async function makeMap(
  mapId: string,
  request: IncomingMessage,
  response: ServerResponse,
  store: LogStore,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) {
    response.setHeader('Connection', 'close');
    sendJson(response, 413, { error: `The body may have ${maxBodyLength} bytes at most.` });
  } else if (!isEmptyOrJsonObject(body)) {
    sendJson(response, 400, { error: 'The body, if there is one, must be a JSON object.' });
  } else {
    const outcome = await store.create(mapId);
    sendJson(response, outcome === 'created' ? 201 : 200, { map: outcome });
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > maxBodyLength) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isEmptyOrJsonObject(text: string): boolean {
  if (text === '') return true;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
