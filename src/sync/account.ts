import { mePath, signInPath, signOutPath } from '../doc/wire';
import type { ServerAddress } from './rooms';

/** Who one is to the server. */
export interface Account {
  readonly name: string;
  /** Whether one has signed in. */
  readonly hasAccount: boolean;
  /** Whether one could. */
  readonly canSignIn: boolean;
}

const patienceMs = 5_000;

/** Asks the server who one is; null when it cannot be asked. */
export async function readAccount(server: ServerAddress): Promise<Account | null> {
  try {
    const response = await server.fetch(`${server.httpUrl}${mePath}`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) return null;
    const { name, hasAccount, canSignIn } = (await response.json()) as Partial<
      Record<keyof Account, unknown>
    >;
    return {
      name: typeof name === 'string' ? name : '',
      hasAccount: hasAccount === true,
      canSignIn: canSignIn === true,
    };
  } catch {
    return null;
  }
}

/** Ends the session in this browser; false when the server cannot be reached. */
export async function signOut(server: ServerAddress): Promise<boolean> {
  try {
    return (await server.fetch(`${server.httpUrl}${signOutPath}`, { method: 'POST' })).ok;
  } catch {
    return false;
  }
}

/** The address that begins a sign-in and leads back to a page. */
export function signInAddress(path: string): string {
  return `${signInPath}?return=${encodeURIComponent(path)}`;
}
