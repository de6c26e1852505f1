import type { IncomingMessage, ServerResponse } from 'node:http';
import { stateContentType } from '../../src/doc/wire';
import { sendJson } from './json';
import type { MapStates } from './mapStates';

/** How long a reader may read nothing before it is let go, ms. */
const idleMs = 60_000;

/**
 * `GET /api/maps/{id}/state`: everything that is committed, as one gzipped update. The bytes are the content itself and no
 * transfer encoding, so that what a broken line left over can be asked for: `Range: bytes=N-` with `If-Range`.
 */
export async function sendState(
  mapId: string,
  request: IncomingMessage,
  response: ServerResponse,
  states: MapStates,
): Promise<void> {
  const begun = /^"([\w-]+)"$/.exec(String(request.headers['if-range'] ?? ''))?.[1] ?? null;
  const { tag, bytes } = await states.get(mapId, begun);
  const range = /^bytes=(\d{1,15})-$/.exec(request.headers.range ?? '')?.[1];
  const from = range !== undefined && begun === tag ? Number(range) : 0;
  response.setHeader('ETag', `"${tag}"`);
  response.setHeader('Accept-Ranges', 'bytes');
  if (from > 0 && from >= bytes.length) {
    response.setHeader('Content-Range', `bytes */${bytes.length}`);
    return sendJson(response, 416, { error: 'There are not that many bytes.' });
  }
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', stateContentType);
  response.setHeader('Content-Length', bytes.length - from);
  if (from > 0) response.setHeader('Content-Range', `bytes ${from}-${bytes.length - 1}/${bytes.length}`);
  response.setTimeout(idleMs, () => response.destroy());
  response.writeHead(from > 0 ? 206 : 200);
  response.end(request.method === 'HEAD' ? undefined : bytes.subarray(from));
}
