import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { portableTables, type ColumnKind, type PortableTable } from './portableTables';
import type { PostgresDatabase, Query, Row } from './postgresDatabase';
import { sqliteAccessSchema } from './sqliteAccessStore';
import { databaseFile, SqliteDatabase } from './sqliteDatabase';
import { sqliteLogSchema } from './sqliteLogStore';

/**
 * Marks that an older copy was put in place of these maps. Whoever comes hands in what they have, of others too, so nothing
 * that was written under an id may shut out whoever wrote under it since.
 */
export const markRestored = ['UPDATE docs SET epoch = epoch + 1', 'DELETE FROM writers'] as const;

type Cell = string | number | boolean | Uint8Array | ArrayBuffer | null;
type Cells = Readonly<Record<string, Cell>>;

/**
 * Writes all that Postgres holds into an SQLite file with the tables of the embedded store, as of one moment and a batch of
 * rows at a time, while servers go on.
 */
export async function copyFromPostgres(database: PostgresDatabase, file: string): Promise<void> {
  const folder = `${file}.tables`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  try {
    const target = new SqliteDatabase(folder);
    try {
      target.db.exec(sqliteLogSchema + sqliteAccessSchema);
      await database.transaction(async (query) => {
        await query('SET LOCAL idle_in_transaction_session_timeout = 0');
        for (const table of portableTables) await copyTable(query, target, table);
      }, 'repeatable');
    } finally {
      target.close();
    }
    renameSync(join(folder, databaseFile), file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Puts what such a file holds into a Postgres whose tables are there and empty; all of it or nothing. Servers may run on it
 * meanwhile, and wait. It is another life of these maps: see `markRestored`.
 *
 * @throws when there is something in it already
 */
export async function copyIntoPostgres(file: string, database: PostgresDatabase): Promise<void> {
  const source = new Database(file);
  try {
    await database.transaction(async (query) => {
      await query('SET LOCAL idle_in_transaction_session_timeout = 0');
      await requireEmpty(query);
      for (const table of portableTables) await fillTable(source, query, table);
      for (const sql of markRestored) await query(sql);
    });
  } finally {
    source.close();
  }
}

async function requireEmpty(query: Query): Promise<void> {
  const names = portableTables.map(({ name }) => name);
  await query(`LOCK TABLE ${names.join(', ')} IN EXCLUSIVE MODE`);
  for (const name of names)
    if ((await query(`SELECT 1 FROM ${name} LIMIT 1`)).length > 0)
      throw new Error('the Postgres database is not empty; name a new one in THROUGHLINE_POSTGRES');
}

async function copyTable(query: Query, target: SqliteDatabase, table: PortableTable): Promise<void> {
  const { name, columns, order, batch } = table;
  const selected = columns.map((column) => `"${column.postgres}" AS "${column.name}"`).join(', ');
  await query(`DECLARE rows NO SCROLL CURSOR FOR SELECT ${selected} FROM ${name} ORDER BY ${order}`);
  const places = columns.map(() => '?').join(', ');
  const insert = target.db.prepare(
    `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')}) VALUES (${places})`,
  );
  for (;;) {
    const rows = await query<Cells & Row>(`FETCH ${batch} FROM rows`);
    if (rows.length === 0) break;
    target.transaction(() => {
      for (const row of rows) insert.run(...columns.map((column) => forSqlite(row[column.name] ?? null)));
    });
  }
  await query('CLOSE rows');
}

async function fillTable(source: Database.Database, query: Query, table: PortableTable): Promise<void> {
  const { name, columns, batch } = table;
  const names = columns.map((column) => `"${column.postgres}"`).join(', ');
  const arrays = columns.map(({ kind }, index) => `$${index + 1}::${arrayTypes[kind]}`).join(', ');
  const insert = `INSERT INTO ${name} (${names}${name === 'access' ? ', version' : ''})
    SELECT *${name === 'access' ? ', 1' : ''} FROM unnest(${arrays})`;
  const put = (rows: readonly Cells[]): Promise<unknown> =>
    query(
      insert,
      columns.map((column) => rows.map((row) => forPostgres(row[column.name] ?? null, column.kind))),
    );
  const listed = columns.map((column) => column.name).join(', ');
  const next = source.prepare(
    `SELECT rowid AS place, ${listed} FROM ${name} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  for (let place = 0; ;) {
    const rows = next.all(place, batch) as (Cells & { readonly place: number })[];
    const last = rows.at(-1);
    if (!last) break;
    await put(rows);
    place = last.place;
  }
}

const arrayTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'text[]',
  number: 'bigint[]',
  bytes: 'bytea[]',
  flag: 'boolean[]',
};

function forSqlite(value: Cell): Cell {
  return typeof value === 'boolean' ? Number(value) : value;
}

function forPostgres(value: Cell, kind: ColumnKind): Cell {
  if (value === null) return null;
  if (kind === 'flag') return value === 1;
  if (kind === 'bytes') return Buffer.from(value as ArrayBuffer);
  // The one character that Postgres cannot keep in a text.
  return kind === 'text' ? String(value).replaceAll('\0', '') : value;
}
