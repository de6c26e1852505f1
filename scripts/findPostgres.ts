import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answersVersion, installPackage, pathFolders } from './findProgram';

const variable = 'THROUGHLINE_POSTGRES_BIN';
/** Where Debian and its relatives put one folder for each version. */
const versionsFolder = '/usr/lib/postgresql';
const otherFolders = ['/usr/pgsql/bin', '/usr/local/pgsql/bin', '/opt/homebrew/bin', '/usr/local/bin'];

function isComplete(folder: string): boolean {
  return ['initdb', 'postgres'].every((name) => answersVersion(join(folder, name)));
}

function versionFolders(): readonly string[] {
  if (!existsSync(versionsFolder)) return [];
  const versions = readdirSync(versionsFolder).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(versionsFolder, version, 'bin'));
}

/**
 * The folder with the programs of the Postgres to test with: the one named by THROUGHLINE_POSTGRES_BIN, else an installed
 * one; null when there is none. A named folder without them throws.
 */
export function findPostgres(): string | null {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (!isComplete(named))
      throw new Error(`${variable} names ${named}, where initdb and postgres do not answer.`);
    return named;
  }
  return [...versionFolders(), ...pathFolders(), ...otherFolders].find(isComplete) ?? null;
}

/** Finds Postgres, or installs the system's package. Says in plain words what it does. */
export function ensurePostgres(say: (line: string) => void): string {
  let found = findPostgres();
  if (found === null) {
    say(`Postgres: none is installed and none is named by ${variable}. Installing the system’s package:`);
    installPackage(['postgresql'], say);
    found = findPostgres();
  }
  if (found === null)
    throw new Error(
      `Postgres could not be installed. Install it, or name its programs’ folder with ${variable}.`,
    );
  say(`Postgres: using ${found}`);
  return found;
}
