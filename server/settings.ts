import { resolve } from 'node:path';

/** What the operator decides, by environment variables. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly allowedOrigins: readonly string[];
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problem: string };

/** Reads `PORT`, `HOST`, `THROUGHLINE_DATA` and `THROUGHLINE_ORIGINS`. A problem is a sentence for the operator. */
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
  return {
    ok: true,
    settings: { port, host, dataFolder: resolve(env['THROUGHLINE_DATA'] || './data'), allowedOrigins },
  };
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text);
    return origin === text && (protocol === 'http:' || protocol === 'https:');
  } catch {
    return false;
  }
}
