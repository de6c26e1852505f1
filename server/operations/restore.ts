import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile, SqliteDatabase } from '../storage/sqliteDatabase';
import { SqliteLogStore } from '../storage/sqliteLogStore';

/** Endings of the files SQLite keeps beside a database. */
const companions = ['', '-wal', '-shm', '-journal'];

/**
 * Puts a backup in place of what a data folder holds, which is kept beside it. The backup is read as a whole first: every
 * record must be what was written. Clients that hold more than the backup hand it in when they connect again.
 *
 * @returns how many maps there are, and where the former database lies now, if there was one
 * @throws when a server is running on the folder or the backup is damaged; nothing has been changed then
 */
export async function restoreBackup(
  dataFolder: string,
  file: string,
  now: number,
): Promise<{ readonly maps: number; readonly kept: string | null }> {
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const target = join(dataFolder, databaseFile);
  requireNoServer(dataFolder, target);
  const staging = join(dataFolder, 'restoring');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  try {
    copyFileSync(file, join(staging, databaseFile));
    const maps = await verify(staging, now);
    const kept = existsSync(target) ? `${target}.before-restore-${now}` : null;
    if (kept !== null)
      for (const ending of companions)
        if (existsSync(target + ending)) renameSync(target + ending, kept + ending);
    renameSync(join(staging, databaseFile), target);
    return { maps, kept };
  } finally {
    rmSync(staging, { recursive: true, force: true });
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

async function verify(folder: string, now: number): Promise<number> {
  const database = new SqliteDatabase(folder);
  const store = new SqliteLogStore(database, () => now);
  try {
    const maps = await store.list();
    for (const mapId of maps) await store.read(mapId);
    // Marks that this is another life of these maps.
    database.db.exec('UPDATE docs SET epoch = epoch + 1');
    return maps.length;
  } finally {
    await store.close();
  }
}
