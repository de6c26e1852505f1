import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { messageOf } from '../log';

/** Pages (of 4 KB) that are given back at once: other maps wait meanwhile. */
const mostPagesAtOnce = 2_048;

/** Name of the database inside the data folder. */
export const databaseFile = 'throughline.sqlite';

/**
 * One SQLite file (WAL, synchronous=FULL) for all that the server keeps. The file is locked for this process alone: two
 * servers on one folder would each hold their own copy of a room and part ways.
 */
export class SqliteDatabase {
  readonly db: Database.Database;

  /** Throws when the folder cannot be used. */
  constructor(dataFolder: string) {
    // Whoever can read the folder can read the maps.
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const file = join(dataFolder, databaseFile);
    try {
      this.db = openDatabase(file);
    } catch (error) {
      const hint = /locked|busy/i.test(messageOf(error)) ? ' (is another server using this folder?)' : '';
      throw new Error(`cannot open ${file}: ${messageOf(error)}${hint}`, { cause: error });
    }
  }

  /** Does everything or nothing of it. */
  transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Writes all that is committed into another database file, as of one moment. The file must not exist. */
  copyInto(file: string): void {
    this.db.prepare('VACUUM INTO ?').run(file);
  }

  /**
   * Gives the file system back what was removed lately, at most 8 MB of it at once, and the whole of the write-ahead log.
   * Should that fail, nothing is lost but room, and the next time tries again.
   */
  giveBack(): void {
    try {
      this.db.exec(`PRAGMA incremental_vacuum(${mostPagesAtOnce})`);
      this.db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // A full disk, at worst: what matters then is said by the next write.
    }
  }

  /** Rewrites the file without what has been removed from it. */
  scrub(): void {
    this.db.exec('VACUUM');
    this.db.pragma('wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    // libsql keeps the file open until its statements have been collected. Leaving WAL gives the lock back at once, and
    // leaves one ordinary file behind.
    this.db.pragma('journal_mode = DELETE');
    this.db.pragma('locking_mode = NORMAL');
    this.db.prepare('SELECT count(*) FROM sqlite_master').all();
    this.db.close();
  }
}

function openDatabase(file: string): Database.Database {
  const db = new Database(file);
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    // Of effect in a new file, and in an old one once it is rewritten (`scrub`).
    db.pragma('auto_vacuum = INCREMENTAL');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // What is removed is overwritten: a purged text must not lie in a free page.
    db.pragma('secure_delete = ON');
    const findings = db.pragma('integrity_check') as readonly { integrity_check: string }[];
    const first = findings[0]?.integrity_check;
    if (first !== 'ok') throw new Error(`the database fails its integrity check: ${first}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
