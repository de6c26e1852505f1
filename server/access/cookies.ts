import type { IncomingMessage } from 'node:http';
import { isMapId } from '../../src/model/ids';

/**
 * - `throughline-device`: which browser this is; what was given to it, it may
 * - `throughline-session`: who has signed in there
 * - `throughline-sign-in`: a sign-in under way
 */
export type CookieName = 'throughline-device' | 'throughline-session' | 'throughline-sign-in';

/** The raw value of a cookie; null without. */
export function readCookie(request: IncomingMessage, wanted: CookieName): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim();
  }
  return null;
}

/** The value of a cookie that holds 132 random bits; null when it has not that form. */
export function readSecretCookie(request: IncomingMessage, wanted: CookieName): string | null {
  const value = readCookie(request, wanted);
  // The same random bits in the same letters as a map's id.
  return value !== null && isMapId(value) ? value : null;
}

/**
 * The header that sets a cookie no script can read. Lax, not Strict: whoever comes by a link in a mail must be known, and
 * only reading requests come that way.
 */
export function cookieHeader(
  request: IncomingMessage,
  name: CookieName,
  value: string,
  lifeSeconds: number,
): string {
  const secure = isHttps(request) ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifeSeconds}${secure}`;
}

/** Whether the browser came over https. What a proxy says is believed: who lies only spoils their own cookie. */
function isHttps(request: IncomingMessage): boolean {
  const { origin, 'x-forwarded-proto': forwarded } = request.headers;
  return forwarded === 'https' || (origin?.startsWith('https://') ?? false);
}
