import { answersVersion, findOnPath, installPackage } from './findProgram';

const variable = 'THROUGHLINE_REDIS_SERVER';
const programs = ['valkey-server', 'redis-server'];

/**
 * The Valkey or Redis to test with: the one named by THROUGHLINE_REDIS_SERVER, else an installed one; null when there is
 * none. A named one that does not start throws.
 */
export function findRedis(): string | null {
  const named = process.env[variable];
  if (named === undefined || named === '') return findOnPath(programs);
  if (!answersVersion(named)) throw new Error(`${variable} names ${named}, which does not start.`);
  return named;
}

/** Finds Valkey or Redis, or installs the system's package. Says in plain words what it does. */
export function ensureRedis(say: (line: string) => void): string {
  let found = findRedis();
  if (found === null) {
    say(
      `Valkey or Redis: none is installed and none is named by ${variable}. Installing the system’s package:`,
    );
    installPackage(programs, say);
    found = findRedis();
  }
  if (found === null)
    throw new Error(`Neither Valkey nor Redis could be installed. Install one, or name it with ${variable}.`);
  say(`Valkey or Redis: using ${found}`);
  return found;
}
