import { signInPath, signOutPath } from '../../src/doc/wire';
import { signInCallbackPath, type Redirection, type SignIn } from '../access/signIn';
import { messageOf, type Log } from '../log';
import { sendJson, sendNotAllowed } from './json';
import type { ApiRequest } from './mapsApi';

/**
 * `GET /api/sign-in?return=/m/…` sends a browser to the sign-in service, `GET /api/sign-in/callback` takes it back,
 * `POST /api/sign-out` ends the session. False when the path is none of these, or there is no sign-in service.
 */
export async function serveSignInApi(
  path: string,
  { request, response }: ApiRequest,
  signIn: SignIn | null,
  log: Log,
): Promise<boolean> {
  const isCallback = path === signInCallbackPath;
  if (!signIn || !(isCallback || path === signInPath || path === signOutPath)) return false;
  const isEnd = path === signOutPath;
  if (request.method !== (isEnd ? 'POST' : 'GET')) {
    sendNotAllowed(response, isEnd ? 'POST' : 'GET', 'This address takes another method.');
    return true;
  }
  if (isEnd) {
    response.appendHeader('Set-Cookie', await signIn.end(request));
    sendJson(response, 200, { hasAccount: false });
    return true;
  }
  try {
    const wanted = new URL(request.url ?? '/', 'http://localhost').searchParams.get('return') ?? '/';
    redirect(await (isCallback ? signIn.finish(request) : signIn.begin(request, wanted)));
  } catch (error) {
    // What the service or the browser sent stays out of the log but for the library's own words.
    log(`a sign-in failed: ${messageOf(error)}`);
    redirect({ location: '/?sign-in=failed', setCookies: [] });
  }
  return true;

  function redirect({ location, setCookies }: Redirection): void {
    for (const cookie of setCookies) response.appendHeader('Set-Cookie', cookie);
    response.writeHead(303, { Location: location, 'Cache-Control': 'no-store' }).end();
  }
}
