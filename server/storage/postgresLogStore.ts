import { checksum } from './checksum';
import {
  DamagedLogError,
  type LogEntry,
  type LogStore,
  type LogView,
  type StoredLog,
  type WriterBinding,
} from './logStore';
import type { PostgresDatabase, Query, Row } from './postgresDatabase';
import { verifiedLog, verifiedRecord, type StoredRecord } from './verifiedLog';

const schema = `
  CREATE TABLE IF NOT EXISTS docs (
    id TEXT PRIMARY KEY, head BIGINT NOT NULL, epoch BIGINT NOT NULL, created_at BIGINT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS updates (
    doc TEXT NOT NULL REFERENCES docs (id), seq BIGINT NOT NULL, data BYTEA NOT NULL, sha256 BYTEA NOT NULL,
    PRIMARY KEY (doc, seq)
  );
  CREATE TABLE IF NOT EXISTS snapshots (
    doc TEXT NOT NULL REFERENCES docs (id), upto BIGINT NOT NULL, data BYTEA NOT NULL, sha256 BYTEA NOT NULL,
    adopted BOOLEAN NOT NULL, PRIMARY KEY (doc, upto)
  );
  CREATE TABLE IF NOT EXISTS writers (
    doc TEXT NOT NULL REFERENCES docs (id), client BIGINT NOT NULL, principal TEXT NOT NULL, PRIMARY KEY (doc, client)
  );
  ALTER TABLE updates ALTER COLUMN data SET STATISTICS 0;
  ALTER TABLE snapshots ALTER COLUMN data SET STATISTICS 0;
`;
// Without that last part Postgres would keep samples of what people wrote where no purge reaches them.

/** Entries of one map that were made by one reading of it. */
interface Group {
  readonly mapId: string;
  readonly view: LogView | undefined;
  readonly entries: LogEntry[];
}

type RecordRow = StoredRecord & Readonly<Record<string, unknown>>;

/**
 * The log in Postgres, shared by any number of servers. Why readers see numbers without gaps: whoever appends to a map
 * first locks its row in `docs` and keeps it until the commit, so the next number is given out only after the last one is
 * visible or undone; a number that is visible never has an invisible one below it. (A sequence would not do: a higher
 * number may commit first.) Maps are locked in the order of their ids, so two appends never wait for each other in a ring.
 */
export class PostgresLogStore implements LogStore {
  readonly #database: PostgresDatabase;
  readonly #now: () => number;

  private constructor(database: PostgresDatabase, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Makes the tables if need be. */
  static async open(database: PostgresDatabase, now: () => number): Promise<PostgresLogStore> {
    await database.define(schema);
    return new PostgresLogStore(database, now);
  }

  async create(mapId: string): Promise<'created' | 'found'> {
    const made = await this.#database.query(
      `INSERT INTO docs (id, head, epoch, created_at) VALUES ($1, 0, 0, $2) ON CONFLICT DO NOTHING RETURNING id`,
      [mapId, this.#now()],
    );
    return made.length > 0 ? 'created' : 'found';
  }

  async has(mapId: string): Promise<boolean> {
    return (await this.heads([mapId])).has(mapId);
  }

  async list(): Promise<readonly string[]> {
    const rows = await this.#database.query<{ id: string }>('SELECT id FROM docs ORDER BY created_at, id');
    return rows.map(({ id }) => id);
  }

  async append(entries: readonly LogEntry[]): Promise<void> {
    const groups = groupsOf(entries);
    const placed = await this.#database.transaction(async (query) => {
      const heads = await lockHeads(query, [...new Set(groups.map(({ mapId }) => mapId))]);
      const numbered: { readonly group: Group; readonly first: number }[] = [];
      let inserted = 0;
      for (const group of groups) {
        const head = heads.get(group.mapId);
        if (head === undefined) throw new DamagedLogError(group.mapId, 'it has no row in docs');
        // A room that was thrown away and its successor may both wait: the second is to read the first.
        if (numbered.some(({ group: { mapId } }) => mapId === group.mapId)) {
          await insert(query, numbered.slice(inserted));
          inserted = numbered.length;
        }
        if (!(await fits(query, group, head))) continue;
        numbered.push({ group, first: head + 1 });
        heads.set(group.mapId, head + group.entries.length);
      }
      await insert(query, numbered.slice(inserted));
      return numbered;
    });
    for (const { group, first } of placed)
      group.entries.forEach((entry, index) => group.view?.appended(first + index, entry));
  }

  read(mapId: string, after = 0): Promise<StoredLog> {
    return this.#database.transaction((query) => readLog(query, mapId, after), 'repeatable');
  }

  async heads(mapIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#database.query<{ id: string; head: number }>(
      'SELECT id, head FROM docs WHERE id = ANY($1)',
      [mapIds],
    );
    return new Map(rows.map(({ id, head }) => [id, head]));
  }

  alone(mapId: string, work: () => Promise<void>): Promise<boolean> {
    return this.#database.exclusively(`throughline compacts ${mapId}`, work);
  }

  async writeSnapshot(mapId: string, upto: number, data: Uint8Array): Promise<void> {
    await this.#database.query(
      `INSERT INTO snapshots (doc, upto, data, sha256, adopted) VALUES ($1, $2, $3, $4, FALSE)
       ON CONFLICT (doc, upto) DO UPDATE SET data = excluded.data, sha256 = excluded.sha256
       WHERE NOT snapshots.adopted`,
      [mapId, upto, data, checksum(mapId, upto, data)],
    );
  }

  async readSnapshot(mapId: string, upto: number): Promise<Uint8Array> {
    const [row] = await this.#database.query<RecordRow>(
      'SELECT upto AS position, data, sha256 FROM snapshots WHERE doc = $1 AND upto = $2',
      [mapId, upto],
    );
    if (!row) throw new DamagedLogError(mapId, `snapshot ${upto} is missing`);
    return verifiedRecord(mapId, row, 'snapshot');
  }

  async adoptSnapshot(mapId: string, upto: number): Promise<void> {
    await this.#database.transaction(async (query) => {
      const adopted = await query(
        'UPDATE snapshots SET adopted = TRUE WHERE doc = $1 AND upto = $2 RETURNING upto',
        [mapId, upto],
      );
      if (adopted.length === 0) throw new DamagedLogError(mapId, `snapshot ${upto} is missing`);
      await query('DELETE FROM snapshots WHERE doc = $1 AND upto < $2', [mapId, upto]);
      await query('DELETE FROM updates WHERE doc = $1 AND seq <= $2', [mapId, upto]);
    });
  }

  async scrub(): Promise<void> {
    const tables = ['updates', 'snapshots', 'links', 'sessions', 'audit', 'people'];
    await this.#database.maintain(tables.map((table) => `VACUUM (FULL) ${table}`));
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

function groupsOf(entries: readonly LogEntry[]): readonly Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const { mapId, view } = entry;
    const known = groups.find((group) => group.mapId === mapId && group.view === view);
    if (known) known.entries.push(entry);
    else groups.push({ mapId, view, entries: [entry] });
  }
  return groups;
}

async function lockHeads(query: Query, mapIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await query<{ id: string; head: number }>(
    'SELECT id, head FROM docs WHERE id = ANY($1) ORDER BY id FOR UPDATE',
    [mapIds],
  );
  return new Map(rows.map(({ id, head }) => [id, head]));
}

/** Whether what waits goes together with all that is in the log: it was checked against what its process knew of it. */
async function fits(query: Query, { mapId, view, entries }: Group, head: number): Promise<boolean> {
  if (view && view.position !== head && !view.catchUp(await readLog(query, mapId, view.position)))
    return false;
  const writers = entries.flatMap((entry) => entry.writers ?? []);
  if (!view || writers.length === 0) return true;
  const bound = await readWriters(query, mapId);
  const isTaken = ({ clientId, principal }: WriterBinding): boolean =>
    bound.some((known) => known.clientId === clientId && known.principal !== principal);
  return !writers.some(isTaken) || view.refuse();
}

async function insert(
  query: Query,
  numbered: readonly { readonly group: Group; readonly first: number }[],
): Promise<void> {
  const rows = numbered.flatMap(({ group: { mapId, entries }, first }) =>
    entries.map(({ data, writers = [] }, index) => ({ mapId, seq: first + index, bytes: data, writers })),
  );
  if (rows.length === 0) return;
  await query(
    `WITH added AS (
       INSERT INTO updates (doc, seq, data, sha256)
       SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[], $4::bytea[]) RETURNING doc, seq
     )
     UPDATE docs SET head = newest.seq FROM (SELECT doc, max(seq) AS seq FROM added GROUP BY doc) AS newest
     WHERE docs.id = newest.doc`,
    [
      rows.map(({ mapId }) => mapId),
      rows.map(({ seq }) => seq),
      rows.map(({ bytes }) => Buffer.from(bytes)),
      rows.map(({ mapId, seq, bytes }) => checksum(mapId, seq, bytes)),
    ],
  );
  const writers = rows.flatMap((row) => row.writers.map((writer) => ({ ...writer, mapId: row.mapId })));
  if (writers.length === 0) return;
  await query(
    `INSERT INTO writers (doc, client, principal) SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])
     ON CONFLICT DO NOTHING`,
    [
      writers.map(({ mapId }) => mapId),
      writers.map(({ clientId }) => clientId),
      writers.map(({ principal }) => principal),
    ],
  );
}

async function readLog(query: Query, mapId: string, after: number): Promise<StoredLog> {
  const [doc] = await query<{ head: number; epoch: number }>('SELECT head, epoch FROM docs WHERE id = $1', [
    mapId,
  ]);
  if (!doc) throw new DamagedLogError(mapId, 'it has no row in docs');
  const [snapshot] = await query<RecordRow>(
    `SELECT upto AS position, data, sha256 FROM snapshots WHERE doc = $1 AND adopted AND upto > $2
     ORDER BY upto DESC LIMIT 1`,
    [mapId, after],
  );
  const updates = await query<RecordRow>(
    'SELECT seq AS position, data, sha256 FROM updates WHERE doc = $1 AND seq > $2 ORDER BY seq',
    [mapId, snapshot?.position ?? after],
  );
  const log = verifiedLog(mapId, { head: doc.head, after, snapshot, updates });
  return { ...log, writers: await readWriters(query, mapId), epoch: doc.epoch };
}

function readWriters(query: Query, mapId: string): Promise<readonly WriterBinding[]> {
  return query<WriterBinding & Row>('SELECT client AS "clientId", principal FROM writers WHERE doc = $1', [
    mapId,
  ]);
}
