import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Entropy } from '../../src/model/ids';
import type { AccessControl } from '../access/accessControl';
import { identify } from '../access/caller';
import type { Tickets } from '../access/tickets';
import type { SignIn } from '../access/signIn';
import { messageOf, type Log } from '../log';
import { isAllowedOrigin, type OriginRules } from '../origin';
import { sendJson } from './json';
import type { MapStates } from './mapStates';
import { serveMapsApi } from './mapsApi';
import { serveMeApi } from './meApi';
import { serveSignInApi } from './signInApi';
import { setSecurityHeaders } from './securityHeaders';
import { StaticFiles } from './staticFiles';

/** Whether requests should be sent here, or why not. */
export type Readiness = 'ready' | 'draining' | 'store-unreachable';

export interface HttpOptions {
  readonly access: AccessControl;
  readonly tickets: Tickets;
  readonly states: MapStates;
  readonly origins: OriginRules;
  readonly entropy: Entropy;
  readonly log: Log;
  /** Folder of the built app; without one only the API is served. */
  readonly staticFolder?: string | undefined;
  /** How many rooms are open, for the health page. */
  readonly roomCount: () => number;
  /** Null where nobody can sign in. */
  readonly signIn: SignIn | null;
  readonly readiness: () => Promise<Readiness>;
}

/** Answers all HTTP requests: the API below `/api`, else the app. */
export function httpListener(options: HttpOptions): RequestListener {
  const files = options.staticFolder === undefined ? null : new StaticFiles(options.staticFolder);
  return (request, response) => {
    answer(request, response, options, files).catch((error: unknown) => {
      options.log(`a request failed: ${messageOf(error)}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: 'Something went wrong here. Trying again may help.' });
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
  files: StaticFiles | null,
): Promise<void> {
  setSecurityHeaders(request, response);
  const path = pathOf(request);
  if (path === null) return sendJson(response, 400, { error: 'The address cannot be read.' });
  if (path === '/api' || path.startsWith('/api/')) return answerApi(path, request, response, options);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendJson(response, 405, { error: 'This address can only be read.' });
  }
  const isPage = path === '/' || path === '/index.html' || path.startsWith('/m/');
  // Without the cookie two tabs that open at once would be taken for two people.
  if (isPage) {
    const { setCookie } = await identify(request, options.access.store, options.entropy);
    response.setHeader('Set-Cookie', setCookie);
  }
  if (await files?.serve(isPage ? '/index.html' : path, request, response)) return;
  const text = isPage && !files?.hasApp ? 'The app has not been built.\n' : 'There is nothing here.\n';
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : text);
}

async function answerApi(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
): Promise<void> {
  if (!isAllowedOrigin(request, options.origins)) {
    return sendJson(response, 403, { error: 'Pages of this origin may not use this server.' });
  }
  if (path === '/api/health') return sendJson(response, 200, { status: 'ok', rooms: options.roomCount() });
  if (path === '/api/ready') {
    const status = await options.readiness();
    return sendJson(response, status === 'ready' ? 200 : 503, { status });
  }
  const { access, entropy, tickets, states } = options;
  const { caller, setCookie } = await identify(request, access.store, entropy);
  response.setHeader('Set-Cookie', setCookie);
  const api = { request, response, caller, access, tickets, states };
  if (await serveMapsApi(path, api)) return;
  if (await serveMeApi(path, api, options.signIn !== null)) return;
  if (await serveSignInApi(path, api, options.signIn, options.log)) return;
  sendJson(response, 404, { error: 'There is no such address in the API.' });
}

function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent((request.url ?? '/').split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return null;
  }
}
