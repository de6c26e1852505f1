import type { PostgresDatabase } from './postgresDatabase';

const schema = `
  CREATE TABLE IF NOT EXISTS closings (n BIGSERIAL PRIMARY KEY, doc TEXT, at BIGINT NOT NULL);
`;
/** Key of the lock under which closings are numbered: whoever sees a number has seen all below it. */
const numberLock = 4_321_002;
/** How long a closing is kept, ms: every server that runs has seen it by then. */
const keptMs = 3_600_000;

/** Something of the past was taken away: nothing that was made ready before is to be handed out. */
interface Closing {
  readonly n: number;
  /** The map that every server is to close, too; null for none. */
  readonly doc: string | null;
}

/** Through which whoever rewrites maps has all servers on a Postgres close them. */
export class PostgresClosings {
  readonly #database: PostgresDatabase;

  private constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  /** Makes the table if need be. */
  static async open(database: PostgresDatabase): Promise<PostgresClosings> {
    await database.define(schema);
    return new PostgresClosings(database);
  }

  async add(mapIds: readonly (string | null)[], at: number): Promise<void> {
    await this.#database.transaction(async (query) => {
      await query('SELECT pg_advisory_xact_lock($1)', [numberLock]);
      await query('DELETE FROM closings WHERE at < $1', [at - keptMs]);
      await query('INSERT INTO closings (doc, at) SELECT unnest($1::text[]), $2', [mapIds, at]);
    });
  }

  /** Number of the newest closing; 0 when there is none. */
  async newest(): Promise<number> {
    const sql = 'SELECT coalesce(max(n), 0) AS n FROM closings';
    return (await this.#database.query<{ n: number }>(sql))[0]?.n ?? 0;
  }

  /** Closings after a number, in order. */
  since(n: number): Promise<readonly Closing[]> {
    return this.#database.query<Closing & Readonly<Record<string, unknown>>>(
      'SELECT n, doc FROM closings WHERE n > $1 ORDER BY n',
      [n],
    );
  }
}
