import { closeSync, fdatasync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'libsql';
import { messageOf } from '../log';

/** Pages (of 4 KB) that are given back at once: other maps wait meanwhile. */
const mostPagesAtOnce = 2_048;

/** Name of the database inside the data folder. */
export const databaseFile = 'throughline.sqlite';

/** Resolves when all that was written to a file is on disk. */
export type SyncFile = (file: number) => Promise<void>;

/**
 * One SQLite file (WAL, synchronous=FULL) for all that the server keeps. The file is locked for this process alone: two
 * servers on one folder would each hold their own copy of a room and part ways.
 */
export class SqliteDatabase {
  readonly db: Database.Database;
  readonly #sync: SyncFile;
  /** The write-ahead log, which SQLite keeps for as long as the database is open. */
  readonly #log: number;
  #syncing: Promise<void> | null = null;
  /** Whether a sync has failed, so that nobody knows what of the write-ahead log is on disk. */
  #isInDoubt = false;

  /** Throws when the folder cannot be used. */
  constructor(dataFolder: string, sync: SyncFile = promisify(fdatasync)) {
    this.#sync = sync;
    // Whoever can read the folder can read the maps.
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const file = join(dataFolder, databaseFile);
    try {
      this.db = openDatabase(file);
      this.#log = openSync(`${file}-wal`, 'r+');
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

  /**
   * Does everything or nothing of it, like `transaction`, but lets everybody else go on while the disk is waited for. Resolves
   * when it is on disk. When it rejects, it may have been done or not: ask `settled` before anything is read.
   */
  async transactionOffLoop(work: () => void): Promise<void> {
    await this.settled();
    this.db.exec('PRAGMA synchronous = NORMAL');
    try {
      this.transaction(work);
    } finally {
      this.db.exec('PRAGMA synchronous = FULL');
    }
    const syncing = this.#sync(this.#log);
    this.#syncing = syncing;
    try {
      await syncing;
    } catch (error) {
      this.#isInDoubt = true;
      throw error;
    } finally {
      if (this.#syncing === syncing) this.#syncing = null;
    }
  }

  /** Resolves when all that can be read is on disk. Rejects when that cannot be. */
  async settled(): Promise<void> {
    while (this.#syncing) await this.#syncing.catch(() => undefined);
    if (!this.#isInDoubt) return;
    // Syncing once more would succeed without writing what was dropped: it is copied, and the copy synced.
    const [checkpoint] = this.db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
    if (checkpoint?.busy !== 0)
      throw new Error('what a failed sync has left in doubt cannot be made lasting');
    this.#isInDoubt = false;
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
    closeSync(this.#log);
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
