import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { newMapId, type Entropy } from '../../src/model/ids';
import type { AccessStore } from '../storage/accessStore';
import { cookieHeader, readSecretCookie } from './cookies';

/** Who is behind a request, as far as cookies tell. */
export interface Caller {
  /** The browser: a hash of its cookie, so that nobody who reads the store can pose as it. */
  readonly device: string;
  /** Whether the browser showed its cookie. One that did not may never be recognised again. */
  readonly isRecognised: boolean;
  /** The account that has signed in there; null for a guest. */
  readonly account: string | null;
}

/** What a caller is asked and given things as: the account where there is one. */
export function principalOf(caller: Caller): string {
  return caller.account ?? caller.device;
}

/** Everything whose rights a caller has. */
export function principalsOf(caller: Caller): readonly string[] {
  return caller.account === null ? [caller.device] : [caller.account, caller.device];
}

/** A secret as it may be stored and compared. `purpose` keeps hashes of different things apart. */
export function hashSecret(
  purpose: 'device' | 'session' | 'link' | 'account' | 'ticket',
  secret: string,
): string {
  return createHash('sha256').update(`${purpose}\n${secret}`).digest('base64url').slice(0, 32);
}

/** A person as the others in one map know them: not to be recognised in another map. */
export function personId(mapId: string, principal: string): string {
  return createHash('sha256').update(`person\n${mapId}\n${principal}`).digest('hex').slice(0, 16);
}

/** Seconds for which browsers keep a cookie at most. */
const deviceLifeSeconds = 400 * 24 * 60 * 60;

/**
 * Recognises who is behind a request, or gives the browser a cookie to be recognised by from now on.
 *
 * @returns the caller, and the header that gives the browser its cookie or lengthens its life
 */
export async function identify(
  request: IncomingMessage,
  store: Pick<AccessStore, 'sessionPrincipal'>,
  entropy: Entropy,
): Promise<{ readonly caller: Caller; readonly setCookie: string }> {
  const shown = readSecretCookie(request, 'throughline-device');
  const secret = shown ?? newMapId(entropy);
  const session = readSecretCookie(request, 'throughline-session');
  const account =
    session === null ? null : await store.sessionPrincipal(hashSecret('session', session), entropy.now());
  return {
    caller: { device: `d:${hashSecret('device', secret)}`, isRecognised: shown !== null, account },
    setCookie: cookieHeader(request, 'throughline-device', secret, deviceLifeSeconds),
  };
}
