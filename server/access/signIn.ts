import type { IncomingMessage } from 'node:http';
import * as oidc from 'openid-client';
import { signInPath } from '../../src/doc/wire';
import { newMapId, type Entropy } from '../../src/model/ids';
import { cleanPersonName } from '../../src/model/personName';
import type { AccessStore } from '../storage/accessStore';
import { hashSecret } from './caller';
import { cookieHeader, readCookie, readSecretCookie } from './cookies';

/** How to reach the company's sign-in service (OpenID Connect). */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | null;
  /** Address under which browsers reach this server, without a slash at the end. */
  readonly publicUrl: string;
}

/** Where the sign-in service sends people back to, below the server's address. */
export const signInCallbackPath = `${signInPath}/callback`;

const sessionLifeSeconds = 7 * 24 * 60 * 60;
/** How long a sign-in may take. */
const attemptLifeSeconds = 600;
/** The only pages one is sent back to: the list of maps, or a map. */
const returnForm = /^\/(?:m\/[A-Za-z0-9_-]{22})?$/;

/** Where to send a browser, and what it is to remember. */
export interface Redirection {
  readonly location: string;
  readonly setCookies: readonly string[];
}

interface Attempt {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly returnTo: string;
}

/**
 * Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. What an attempt needs to be finished is in a
 * cookie of the browser that began it, so that any process can finish it and nobody can finish another's.
 */
export class SignIn {
  readonly #settings: SignInSettings;
  readonly #store: AccessStore;
  readonly #entropy: Entropy;
  #configuration: Promise<oidc.Configuration> | null = null;

  constructor(settings: SignInSettings, store: AccessStore, entropy: Entropy) {
    this.#settings = settings;
    this.#store = store;
    this.#entropy = entropy;
  }

  /** Sends a browser to the sign-in service. Rejects when that cannot be reached. */
  async begin(request: IncomingMessage, wantedReturn: string): Promise<Redirection> {
    const attempt: Attempt = {
      state: oidc.randomState(),
      verifier: oidc.randomPKCECodeVerifier(),
      nonce: oidc.randomNonce(),
      returnTo: returnForm.test(wantedReturn) ? wantedReturn : '/',
    };
    const location = oidc.buildAuthorizationUrl(await this.#configured(), {
      redirect_uri: `${this.#settings.publicUrl}${signInCallbackPath}`,
      scope: 'openid profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    const cookie = cookieHeader(request, 'throughline-sign-in', packAttempt(attempt), attemptLifeSeconds);
    return { location: location.href, setCookies: [cookie] };
  }

  /** Takes a browser back from the sign-in service. Rejects when what it brings is not what was asked for. */
  async finish(request: IncomingMessage): Promise<Redirection> {
    const attempt = unpackAttempt(readCookie(request, 'throughline-sign-in'));
    if (!attempt) throw new Error('no sign-in was begun in this browser');
    const tokens = await oidc.authorizationCodeGrant(
      await this.#configured(),
      new URL(request.url ?? '/', this.#settings.publicUrl),
      {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      },
    );
    const claims = tokens.claims();
    if (!claims) throw new Error('the sign-in service did not say who it is');
    const principal = `a:${hashSecret('account', `${claims.iss}\n${claims.sub}`)}`;
    const name = cleanPersonName(textOf(claims['name']) ?? textOf(claims['preferred_username']) ?? '');
    const known = (await this.#store.people([principal]))[0];
    await this.#store.savePerson({ principal, name, actor: known?.actor ?? null, account: true });
    const session = newMapId(this.#entropy);
    const expiresAt = this.#entropy.now() + sessionLifeSeconds * 1000;
    await this.#store.addSession(hashSecret('session', session), principal, expiresAt);
    return {
      location: attempt.returnTo,
      setCookies: [
        cookieHeader(request, 'throughline-session', session, sessionLifeSeconds),
        cookieHeader(request, 'throughline-sign-in', '', 0),
      ],
    };
  }

  /** Ends the session of a browser. Returns the header that makes it forget. */
  async end(request: IncomingMessage): Promise<string> {
    const session = readSecretCookie(request, 'throughline-session');
    if (session !== null) await this.#store.endSession(hashSecret('session', session));
    return cookieHeader(request, 'throughline-session', '', 0);
  }

  /** Asks the sign-in service once for its addresses and keys; again, should that fail. */
  async #configured(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    // Settings take http only for a service on this very machine.
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
    this.#configuration ??= oidc
      .discovery(new URL(issuer), clientId, undefined, authentication, { execute, timeout: 10 })
      .catch((error: unknown) => {
        this.#configuration = null;
        throw error;
      });
    return this.#configuration;
  }
}

function packAttempt({ state, verifier, nonce, returnTo }: Attempt): string {
  return [state, verifier, nonce, Buffer.from(returnTo).toString('base64url')].join('.');
}

function unpackAttempt(cookie: string | null): Attempt | null {
  const [state, verifier, nonce, packed, ...more] = (cookie ?? '').split('.');
  if (!state || !verifier || !nonce || !packed || more.length > 0) return null;
  const returnTo = Buffer.from(packed, 'base64url').toString();
  return returnForm.test(returnTo) ? { state, verifier, nonce, returnTo } : null;
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}
