import { resolve } from 'node:path';
import type { SignInSettings } from './access/signIn';
import { isLoopbackName } from './origin';
import type { MetricsAddress } from './metrics';

/** What the operator decides, by environment variables. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly allowedOrigins: readonly string[];
  /** Address of a Postgres database, with whatever it needs to sign in: never to be logged. */
  readonly postgres: string | undefined;
  /** Address of a Redis or Valkey, likewise. */
  readonly redis: string | undefined;
  /** Null where nobody can sign in. */
  readonly signIn: SignInSettings | null;
  /** Where to serve metrics; undefined for nowhere. */
  readonly metrics: MetricsAddress | undefined;
  readonly logFormat: 'text' | 'json';
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problem: string };

/** Reads the settings of docs/operations/settings.md. A problem is a sentence for the operator. */
export function parseSettings(env: Readonly<Record<string, string | undefined>>): SettingsResult {
  const portText = env['PORT'] || '4321';
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) {
    return { ok: false, problem: `PORT must be a number from 0 to 65535, not “${portText}”.` };
  }
  const host = env['HOST'] || '127.0.0.1';
  if (!/^[A-Za-z0-9.:-]+$/.test(host)) {
    return { ok: false, problem: `HOST must be a name or an address such as 0.0.0.0, not “${host}”.` };
  }
  const allowedOrigins = (env['THROUGHLINE_ORIGINS'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const wrong = allowedOrigins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined) {
    const example = 'https://maps.example.org';
    return {
      ok: false,
      problem: `THROUGHLINE_ORIGINS must list origins such as ${example}, separated by commas; “${wrong}” is none.`,
    };
  }
  const stores = parseStores(env);
  if (typeof stores === 'string') return { ok: false, problem: stores };
  const signIn = parseSignIn(env);
  if (typeof signIn === 'string') return { ok: false, problem: signIn };
  const metrics = parseAddress(env['THROUGHLINE_METRICS'] || '');
  if (metrics === null)
    return {
      ok: false,
      problem: 'THROUGHLINE_METRICS must be an address and a port such as 127.0.0.1:9464.',
    };
  const logFormat = env['THROUGHLINE_LOG'] || 'text';
  if (logFormat !== 'text' && logFormat !== 'json')
    return { ok: false, problem: `THROUGHLINE_LOG must be text or json, not “${logFormat}”.` };
  const dataFolder = resolve(env['THROUGHLINE_DATA'] || './data');
  return {
    ok: true,
    settings: { port, host, dataFolder, allowedOrigins, signIn, ...stores, metrics, logFormat },
  };
}

/** Where things are kept, or a sentence on what is wrong: it does not repeat what stands there, which may hold a password. */
function parseStores(
  env: Readonly<Record<string, string | undefined>>,
): Pick<Settings, 'postgres' | 'redis'> | string {
  const [postgres, redis] = [env['THROUGHLINE_POSTGRES'] || undefined, env['THROUGHLINE_REDIS'] || undefined];
  if (postgres !== undefined && !hasProtocol(postgres, ['postgres:', 'postgresql:']))
    return 'THROUGHLINE_POSTGRES must be an address such as postgres://user:password@host/db.';
  if (redis !== undefined && !hasProtocol(redis, ['redis:', 'rediss:']))
    return 'THROUGHLINE_REDIS must be an address such as redis://host:6379.';
  if (redis !== undefined && postgres === undefined)
    return 'THROUGHLINE_REDIS must come with THROUGHLINE_POSTGRES: it keeps nothing itself.';
  return { postgres, redis };
}

/** Undefined for nothing, null for what is no address. */
function parseAddress(text: string): MetricsAddress | undefined | null {
  if (text === '') return undefined;
  const match = /^\[?([A-Za-z0-9.:-]+?)\]?:(\d{1,5})$/.exec(text);
  const [host, port] = [match?.[1], Number(match?.[2])];
  return host === undefined || port > 65_535 ? null : { host, port };
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

/** The sign-in service, null without one, or a sentence on what is wrong. */
function parseSignIn(env: Readonly<Record<string, string | undefined>>): SignInSettings | string | null {
  const issuer = env['THROUGHLINE_OIDC_ISSUER'] || null;
  if (issuer === null) return null;
  const clientId = env['THROUGHLINE_OIDC_CLIENT_ID'] || null;
  const publicUrl = env['THROUGHLINE_PUBLIC_URL'] || null;
  if (!isServiceUrl(issuer))
    return `THROUGHLINE_OIDC_ISSUER must be an https address such as https://login.example.org, not “${issuer}”.`;
  if (clientId === null) return 'THROUGHLINE_OIDC_CLIENT_ID must be set when THROUGHLINE_OIDC_ISSUER is.';
  if (publicUrl === null || !isOrigin(publicUrl))
    return 'THROUGHLINE_PUBLIC_URL must be the address browsers use, such as https://maps.example.org, for sign-in to work.';
  return { issuer, clientId, publicUrl, clientSecret: env['THROUGHLINE_OIDC_CLIENT_SECRET'] || null };
}

/** Whether secrets may travel to an address: encrypted, or on this very machine. */
function isServiceUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackName(hostname));
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text);
    return origin === text && (protocol === 'http:' || protocol === 'https:');
  } catch {
    return false;
  }
}
