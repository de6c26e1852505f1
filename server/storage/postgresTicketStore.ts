import type { PostgresDatabase, Row } from './postgresDatabase';
import type { StoredTicket, TicketStore } from './ticketStore';

// Unlogged: a ticket lives for a minute, and losing one costs nobody more than asking once more.
const schema = `
  CREATE UNLOGGED TABLE IF NOT EXISTS tickets (
    hash TEXT PRIMARY KEY, "mapId" TEXT NOT NULL, device TEXT NOT NULL, "isRecognised" BOOLEAN NOT NULL, account TEXT,
    role TEXT NOT NULL, generation TEXT NOT NULL, "expiresAt" BIGINT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS "ticketsByEnd" ON tickets ("expiresAt");
`;

const columns = '"mapId", device, "isRecognised", account, role, generation, "expiresAt"';
/** Ended tickets that are removed with each new one: two keep up with any number, more clear up after a storm. */
const removedAtOnce = 20;

/** Tickets in the database that several servers share: one is given out by any of them and used at any other. */
export class PostgresTicketStore implements TicketStore {
  readonly #database: PostgresDatabase;

  private constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  /** Makes the table if need be. */
  static async open(database: PostgresDatabase): Promise<PostgresTicketStore> {
    await database.define(schema);
    return new PostgresTicketStore(database);
  }

  async put(hash: string, ticket: StoredTicket, at: number): Promise<void> {
    const { mapId, device, isRecognised, account, role, generation, expiresAt } = ticket;
    await this.#database.query(
      `WITH ended AS (
         DELETE FROM tickets WHERE hash IN (
           SELECT hash FROM tickets WHERE "expiresAt" <= $9 LIMIT ${removedAtOnce} FOR UPDATE SKIP LOCKED
         )
       )
       INSERT INTO tickets (hash, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [hash, mapId, device, isRecognised, account, role, generation, expiresAt, at],
    );
  }

  async take(hash: string): Promise<StoredTicket | null> {
    const sql = `DELETE FROM tickets WHERE hash = $1 RETURNING ${columns}`;
    const [ticket] = await this.#database.query<StoredTicket & Row>(sql, [hash]);
    return ticket ?? null;
  }
}
