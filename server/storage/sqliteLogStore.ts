import type Database from 'libsql';
import { checksum } from './checksum';
import {
  DamagedLogError,
  type LogEntry,
  type LogStore,
  type StoredLog,
  type WriterBinding,
} from './logStore';
import { SqliteDatabase } from './sqliteDatabase';
import { verifiedLog, verifiedRecord, type StoredRecord } from './verifiedLog';

// libsql ends the process when a statement is given one object alone (it reads it as named values): every statement here
// that takes bytes takes other values too.

/** Its tables, made where they are not yet. */
export const sqliteLogSchema = `
  CREATE TABLE IF NOT EXISTS docs (
    id TEXT PRIMARY KEY, head INTEGER NOT NULL, epoch INTEGER NOT NULL, createdAt INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS updates (
    doc TEXT NOT NULL, seq INTEGER NOT NULL, data BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (doc, seq)
  );
  CREATE TABLE IF NOT EXISTS snapshots (
    doc TEXT NOT NULL, upto INTEGER NOT NULL, data BLOB NOT NULL, sha256 BLOB NOT NULL, adopted INTEGER NOT NULL,
    PRIMARY KEY (doc, upto)
  );
  CREATE TABLE IF NOT EXISTS writers (
    doc TEXT NOT NULL, client INTEGER NOT NULL, principal TEXT NOT NULL, PRIMARY KEY (doc, client)
  );
`;

interface RecordRow extends StoredRecord {
  readonly data: ArrayBuffer;
  readonly sha256: ArrayBuffer;
}

/** Opens the log alone, in a file of its own. Throws when the folder cannot be used. */
export function openSqliteLogStore(dataFolder: string, now: () => number): LogStore {
  return new SqliteLogStore(new SqliteDatabase(dataFolder), now);
}

/** The log in the server's SQLite file. Closing it closes the file. */
export class SqliteLogStore implements LogStore {
  readonly #file: SqliteDatabase;
  readonly #db: SqliteDatabase['db'];
  readonly #now: () => number;
  /** Of what is done a hundred times a second; preparing them anew costs a fifth of a commit. */
  readonly #statements: Readonly<Record<'advance' | 'insert' | 'bind', Database.Statement<unknown[]>>>;

  constructor(file: SqliteDatabase, now: () => number) {
    this.#file = file;
    this.#db = file.db;
    this.#now = now;
    file.db.exec(sqliteLogSchema);
    this.#statements = {
      advance: file.db.prepare('UPDATE docs SET head = head + ? WHERE id = ? RETURNING head'),
      insert: file.db.prepare('INSERT INTO updates (doc, seq, data, sha256) VALUES (?, ?, ?, ?)'),
      bind: file.db.prepare('INSERT OR IGNORE INTO writers (doc, client, principal) VALUES (?, ?, ?)'),
    };
  }

  async create(mapId: string): Promise<'created' | 'found'> {
    const insert = this.#db.prepare(
      'INSERT OR IGNORE INTO docs (id, head, epoch, createdAt) VALUES (?, 0, 0, ?)',
    );
    return insert.run(mapId, this.#now()).changes > 0 ? 'created' : 'found';
  }

  async has(mapId: string): Promise<boolean> {
    return this.#headOf(mapId) !== null;
  }

  async list(): Promise<readonly string[]> {
    return (this.#db.prepare('SELECT id FROM docs ORDER BY createdAt, id').all() as { id: string }[]).map(
      ({ id }) => id,
    );
  }

  async append(entries: readonly LogEntry[]): Promise<void> {
    const { advance, insert, bind } = this.#statements;
    await this.#file.transactionOffLoop(() => {
      for (const [mapId, own] of byMap(entries)) {
        const row = advance.get(own.length, mapId) as { head: number } | undefined;
        if (!row) throw new DamagedLogError(mapId, 'it has no row in docs');
        for (const [index, { data, writers = [] }] of own.entries()) {
          const position = row.head - own.length + 1 + index;
          insert.run(mapId, position, data, checksum(mapId, position, data));
          for (const { clientId, principal } of writers) bind.run(mapId, clientId, principal);
        }
      }
    });
  }

  async read(mapId: string, after = 0): Promise<StoredLog> {
    await this.#file.settled();
    const row = this.#db.prepare('SELECT head, epoch FROM docs WHERE id = ?').get(mapId) as
      | { head: number; epoch: number }
      | undefined;
    if (!row) throw new DamagedLogError(mapId, 'it has no row in docs');
    const { head, epoch } = row;
    const newest = this.#db
      .prepare(
        `SELECT upto AS position, data, sha256 FROM snapshots WHERE doc = ? AND adopted = 1 AND upto > ?
         ORDER BY upto DESC LIMIT 1`,
      )
      .all(mapId, after)[0] as RecordRow | undefined;
    const rows = this.#db
      .prepare('SELECT seq AS position, data, sha256 FROM updates WHERE doc = ? AND seq > ? ORDER BY seq')
      .all(mapId, newest?.position ?? after) as RecordRow[];
    const writers = this.#db
      .prepare('SELECT client AS clientId, principal FROM writers WHERE doc = ?')
      .all(mapId) as WriterBinding[];
    const log = verifiedLog(mapId, { head, after, snapshot: newest, updates: rows });
    return { ...log, writers, epoch };
  }

  async heads(mapIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = mapIds.map((mapId) => [mapId, this.#headOf(mapId)] as const);
    return new Map(found.filter((entry): entry is readonly [string, number] => entry[1] !== null));
  }

  async alone(_mapId: string, work: () => Promise<void>): Promise<boolean> {
    await work();
    return true;
  }

  async writeSnapshot(mapId: string, upto: number, data: Uint8Array): Promise<void> {
    this.#db
      .prepare('INSERT OR REPLACE INTO snapshots (doc, upto, data, sha256, adopted) VALUES (?, ?, ?, ?, 0)')
      .run(mapId, upto, data, checksum(mapId, upto, data));
  }

  async readSnapshot(mapId: string, upto: number): Promise<Uint8Array> {
    const row = this.#db
      .prepare('SELECT upto AS position, data, sha256 FROM snapshots WHERE doc = ? AND upto = ?')
      .all(mapId, upto)[0] as RecordRow | undefined;
    if (!row) throw new DamagedLogError(mapId, `snapshot ${upto} is missing`);
    return verifiedRecord(mapId, row, 'snapshot');
  }

  async adoptSnapshot(mapId: string, upto: number): Promise<void> {
    this.#file.transaction(() => {
      const adopt = this.#db.prepare('UPDATE snapshots SET adopted = 1 WHERE doc = ? AND upto = ?');
      if (adopt.run(mapId, upto).changes === 0)
        throw new DamagedLogError(mapId, `snapshot ${upto} is missing`);
      this.#db.prepare('DELETE FROM snapshots WHERE doc = ? AND upto < ?').run(mapId, upto);
      this.#db.prepare('DELETE FROM updates WHERE doc = ? AND seq <= ?').run(mapId, upto);
    });
    this.#file.giveBack();
  }

  async scrub(): Promise<void> {
    this.#file.scrub();
  }

  async close(): Promise<void> {
    await this.#file.settled().catch(() => undefined);
    this.#file.close();
  }

  #headOf(mapId: string): number | null {
    const row = this.#db.prepare('SELECT head FROM docs WHERE id = ?').get(mapId) as
      | { head: number }
      | undefined;
    return row?.head ?? null;
  }
}

/** Entries of each map, in order. */
function byMap(entries: readonly LogEntry[]): ReadonlyMap<string, readonly LogEntry[]> {
  const maps = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const own = maps.get(entry.mapId);
    if (own) own.push(entry);
    else maps.set(entry.mapId, [entry]);
  }
  return maps;
}
