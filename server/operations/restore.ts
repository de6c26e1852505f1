import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, type Log } from '../log';
import { DamagedLogError, type LogStore } from '../storage/logStore';
import { copyIntoPostgres, markRestored } from '../storage/postgresBackup';
import { PostgresAccessStore } from '../storage/postgresAccessStore';
import { openPostgres } from '../storage/postgresDatabase';
import { PostgresLogStore } from '../storage/postgresLogStore';
import { checkSeal } from '../storage/sealedFile';
import { databaseFile, SqliteDatabase } from '../storage/sqliteDatabase';
import { SqliteLogStore } from '../storage/sqliteLogStore';

/** Endings of the files SQLite keeps beside a database. */
const companions = ['', '-wal', '-shm', '-journal'];

export interface Restored {
  /** How many maps there are. */
  readonly maps: number;
  /** A sentence for each map that cannot be opened: it was damaged before the backup was made. */
  readonly damaged: readonly string[];
  /** Where the former database lies now, if there was one. */
  readonly kept: string | null;
}

/**
 * Puts a backup in place of what a data folder holds, which is kept beside it. Clients that hold more than the backup hand
 * it in when they connect again.
 *
 * @throws when a server is running on the folder or the file is not what was written; nothing has been changed then
 */
export async function restoreIntoFolder(dataFolder: string, file: string, now: number): Promise<Restored> {
  const bytes = await checkSeal(file);
  const target = join(dataFolder, databaseFile);
  requireNoServer(dataFolder, target);
  const staging = join(dataFolder, 'restoring');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  try {
    copyFileSync(file, join(staging, databaseFile));
    truncateSync(join(staging, databaseFile), bytes);
    const read = await prepare(staging, now);
    const kept = existsSync(target) ? `${target}.before-restore-${now}` : null;
    if (kept !== null)
      for (const ending of companions)
        if (existsSync(target + ending)) renameSync(target + ending, kept + ending);
    renameSync(join(staging, databaseFile), target);
    return { ...read, kept };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * Puts a backup into an empty Postgres, of whichever store it was made.
 *
 * @throws when the database is not empty or the file is not what was written; nothing has been changed then
 */
export async function restoreIntoPostgres(url: string, file: string, log: Log): Promise<Restored> {
  await checkSeal(file);
  const database = await openPostgres(url, log);
  try {
    const store = await PostgresLogStore.open(database, () => 0);
    await PostgresAccessStore.open(database);
    await copyIntoPostgres(file, database);
    return { ...(await readAll(store)), kept: null };
  } finally {
    await database.close();
  }
}

/** A damaged database, often the reason to restore, cannot be opened either; it is kept as it is. */
function requireNoServer(dataFolder: string, target: string): void {
  if (!existsSync(target)) return;
  try {
    new SqliteDatabase(dataFolder).close();
  } catch (error) {
    if (error instanceof Error && error.message.includes('another server')) throw error;
  }
}

async function prepare(folder: string, now: number): Promise<Omit<Restored, 'kept'>> {
  const database = new SqliteDatabase(folder);
  const store = new SqliteLogStore(database, () => now);
  try {
    database.transaction(() => markRestored.forEach((sql) => database.db.exec(sql)));
    return await readAll(store);
  } finally {
    await store.close();
  }
}

/** Opens every map once: a record that is not what was written is better known now than when somebody needs it. */
async function readAll(store: LogStore): Promise<Omit<Restored, 'kept'>> {
  const ids = await store.list();
  const damaged: string[] = [];
  for (const mapId of ids) {
    try {
      await store.read(mapId);
    } catch (error) {
      if (!(error instanceof DamagedLogError)) throw error;
      damaged.push(messageOf(error));
    }
  }
  return { maps: ids.length, damaged };
}
