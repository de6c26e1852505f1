import type { Pool, PoolClient } from 'pg';
import { messageOf, type Log } from '../log';

/** Connections one process holds at most: appends use one, reading and compacting a few. */
const connections = 8;
/** How long a statement may take, and how long a transaction may stand still, ms: a frozen process must not keep a row. */
const timeouts = { connect: 5_000, statement: 30_000, idleInTransaction: 15_000 } as const;
/** Key of the lock under which tables are made, so that two processes that start at once do not collide. */
const schemaLock = 4_321_001;

/** A row as `pg` returns it. */
export type Row = Readonly<Record<string, unknown>>;
export type Query = <T extends Row>(sql: string, values?: readonly unknown[]) => Promise<readonly T[]>;

/** The Postgres database that several servers share. */
export class PostgresDatabase {
  readonly #pool: Pool;
  #lastExclusive: Promise<unknown> = Promise.resolve();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Runs one statement. */
  readonly query: Query = async <T extends Row>(sql: string, values: readonly unknown[] = []) =>
    (await this.#pool.query<T>(sql, [...values])).rows;

  /** Does everything or nothing of it. A repeatable transaction sees one moment of the database throughout. */
  transaction<T>(work: (query: Query) => Promise<T>, mode: 'write' | 'repeatable' = 'write'): Promise<T> {
    return this.#withClient(async (client) => {
      await client.query(mode === 'write' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const result = await work(queryOf(client));
      await client.query('COMMIT');
      return result;
    });
  }

  /** Runs something while holding a lock of the database. False when another process holds it. */
  exclusively(key: string, work: () => Promise<void>): Promise<boolean> {
    // One after the other: each keeps one connection and needs a second, and there are only so many.
    const run = this.#lastExclusive.then(() => this.#exclusively(key, work));
    this.#lastExclusive = run.catch(() => undefined);
    return run;
  }

  #exclusively(key: string, work: () => Promise<void>): Promise<boolean> {
    return this.#withClient(async (client) => {
      await client.query('BEGIN');
      await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
      const query = queryOf(client);
      const sql = 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked';
      const [row] = await query<{ locked: boolean }>(sql, [key]);
      if (row?.locked === true) await work();
      await client.query('COMMIT');
      return row?.locked === true;
    });
  }

  /** Makes tables that are not there yet. */
  async define(schema: string): Promise<void> {
    await this.transaction(async (query) => {
      await query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
      await query(schema);
    });
  }

  /** Runs statements that take as long as they take, none of them in a transaction. */
  maintain(statements: readonly string[]): Promise<void> {
    return this.#withClient(async (client) => {
      await client.query('SET statement_timeout = 0');
      for (const sql of statements) await client.query(sql);
      await client.query('RESET statement_timeout');
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // Whatever state the connection is in, it takes its transaction and its locks with it.
      client.release(true);
      throw error;
    }
  }
}

/**
 * Connects to Postgres. Throws with a sentence for the operator when it cannot be reached, or when it does not sync to
 * disk: what is acknowledged would not be safe.
 */
export async function openPostgres(url: string, log: Log): Promise<PostgresDatabase> {
  // Loaded only where it is configured.
  const { Pool, types } = await import('pg');
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: timeouts.connect,
    statement_timeout: timeouts.statement,
    idle_in_transaction_session_timeout: timeouts.idleInTransaction,
    application_name: 'throughline',
    // Every bigint here is a number of an update or a time in ms, far from where numbers stop being exact.
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format),
    },
  });
  pool.on('error', (error) => log(`a connection to Postgres was lost: ${messageOf(error)}`));
  const database = new PostgresDatabase(pool);
  try {
    await requireDurability(database.query);
    return database;
  } catch (error) {
    await pool.end();
    throw new Error(`cannot use Postgres: ${messageOf(error)}`, { cause: error });
  }
}

/** Throws when a commit may come back before it is on disk. */
export async function requireDurability(query: Query): Promise<void> {
  const [row] = await query<{ fsync: string; synchronous: string }>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous`,
  );
  if (row?.fsync !== 'on') throw new Error('it runs with fsync=off, so a commit is not on disk');
  if (row.synchronous === 'off')
    throw new Error('it runs with synchronous_commit=off, so a commit is not on disk');
}

function queryOf(client: PoolClient): Query {
  return async <T extends Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<T>(sql, [...values])).rows;
}
