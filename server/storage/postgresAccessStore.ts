import type { MapRole } from '../../src/model/access';
import { isBetterGrant, isLive } from '../access/effectiveRole';
import {
  writtenByPeople,
  type AccessStore,
  type AuditEntry,
  type Grant,
  type Person,
  type Redemption,
  type RoleChange,
  type StoredLink,
} from './accessStore';
import { linkRow } from './linkRow';
import type { PostgresDatabase, Query, Row } from './postgresDatabase';

const schema = `
  CREATE TABLE IF NOT EXISTS access (
    doc TEXT PRIMARY KEY, "addressRole" TEXT, "createdAt" BIGINT NOT NULL, version BIGINT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS links (
    n BIGSERIAL, doc TEXT NOT NULL, id TEXT NOT NULL, "secretHash" TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL,
    "expiresAt" BIGINT, "usesLeft" BIGINT, used BIGINT NOT NULL, "createdBy" TEXT NOT NULL, "createdAt" BIGINT NOT NULL,
    "lastUsedAt" BIGINT, "revokedAt" BIGINT, PRIMARY KEY (doc, id), UNIQUE (doc, "secretHash")
  );
  CREATE TABLE IF NOT EXISTS grants (
    n BIGSERIAL, doc TEXT NOT NULL, principal TEXT NOT NULL, role TEXT NOT NULL, link TEXT, "grantedAt" BIGINT NOT NULL,
    "endedAt" BIGINT, PRIMARY KEY (doc, principal)
  );
  CREATE TABLE IF NOT EXISTS people (
    principal TEXT PRIMARY KEY, name TEXT NOT NULL, actor TEXT UNIQUE, account BOOLEAN NOT NULL
  );
  CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, principal TEXT NOT NULL, "expiresAt" BIGINT NOT NULL);
  CREATE TABLE IF NOT EXISTS audit (
    n BIGSERIAL PRIMARY KEY, doc TEXT NOT NULL, at BIGINT NOT NULL, event TEXT NOT NULL, principal TEXT,
    name TEXT NOT NULL, detail TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS "auditByDoc" ON audit (doc, n);
  ALTER TABLE links ALTER COLUMN label SET STATISTICS 0;
  ALTER TABLE people ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN actor SET STATISTICS 0;
  ALTER TABLE audit ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN detail SET STATISTICS 0;
`;
// Without that last part Postgres would keep samples of names where no purge reaches them.

const grantColumns = `
  g.principal, g.role, g.link, g."grantedAt", g."endedAt", l."expiresAt" AS "linkExpiresAt",
  l."revokedAt" AS "linkRevokedAt"
  FROM grants g LEFT JOIN links l ON l.doc = g.doc AND l.id = g.link`;
const linkColumns = `
  id, role, label, "expiresAt", "usesLeft", used, "createdBy", "createdAt", "lastUsedAt", "revokedAt" FROM links`;

type RowOf<T> = T & Row;

/** Access in Postgres. What decides something does so under the lock of the map's row in `access`. */
export class PostgresAccessStore implements AccessStore {
  readonly #database: PostgresDatabase;

  private constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  /** Makes the tables if need be. */
  static async open(database: PostgresDatabase): Promise<PostgresAccessStore> {
    await database.define(schema);
    return new PostgresAccessStore(database);
  }

  /** A number for each map that grows whenever somebody is given or loses something there. */
  async versions(mapIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const sql = 'SELECT doc, version FROM access WHERE doc = ANY($1)';
    const rows = await this.#query<{ doc: string; version: number }>(sql, [mapIds]);
    return new Map(rows.map(({ doc, version }) => [doc, version]));
  }

  async claim(
    mapId: string,
    principal: string,
    addressRole: MapRole | null,
    at: number,
  ): Promise<'claimed' | 'taken'> {
    return this.#database.transaction(async (query) => {
      const made = await query(
        `INSERT INTO access (doc, "addressRole", "createdAt", version) VALUES ($1, $2, $3, 1)
         ON CONFLICT DO NOTHING RETURNING doc`,
        [mapId, addressRole, at],
      );
      if (made.length === 0) return 'taken';
      await putGrant(query, mapId, principal, 'owner', null, at);
      return 'claimed';
    });
  }

  async addressRole(mapId: string): Promise<MapRole | null | undefined> {
    const sql = 'SELECT "addressRole" FROM access WHERE doc = $1';
    const [row] = await this.#query<{ addressRole: MapRole | null }>(sql, [mapId]);
    return row && row.addressRole;
  }

  async setAddressRole(mapId: string, role: MapRole | null): Promise<void> {
    const sql = 'UPDATE access SET "addressRole" = $2, version = version + 1 WHERE doc = $1';
    await this.#query(sql, [mapId, role]);
  }

  async addLink(mapId: string, link: StoredLink, secretHash: string): Promise<void> {
    await this.#query(
      `INSERT INTO links (doc, id, "secretHash", role, label, "expiresAt", "usesLeft", used, "createdBy", "createdAt",
       "lastUsedAt", "revokedAt") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      linkRow(mapId, link, secretHash),
    );
  }

  async links(mapId: string): Promise<readonly StoredLink[]> {
    const sql = `SELECT ${linkColumns} WHERE doc = $1 ORDER BY "createdAt" DESC, n DESC`;
    return this.#query<RowOf<StoredLink>>(sql, [mapId]);
  }

  async revokeLink(mapId: string, linkId: string, at: number): Promise<boolean> {
    return this.#change(mapId, async (query) => {
      const sql = `UPDATE links SET "revokedAt" = $3 WHERE doc = $1 AND id = $2 AND "revokedAt" IS NULL RETURNING id`;
      return (await query(sql, [mapId, linkId, at])).length > 0;
    });
  }

  async redeem(mapId: string, secretHash: string, principal: string, at: number): Promise<Redemption> {
    return this.#change<Redemption>(mapId, async (query) => {
      const sql = `SELECT ${linkColumns} WHERE doc = $1 AND "secretHash" = $2 FOR UPDATE`;
      const [link] = await query<RowOf<StoredLink>>(sql, [mapId, secretHash]);
      if (!link) return { ok: false, reason: 'unknown' };
      if (link.revokedAt !== null) return { ok: false, reason: 'revoked' };
      if (link.expiresAt !== null && link.expiresAt <= at) return { ok: false, reason: 'expired' };
      const grant = await grantOf(query, mapId, principal);
      const cameByIt = grant?.link === link.id;
      if (cameByIt && grant.endedAt !== null) return { ok: false, reason: 'removed' };
      if (cameByIt || (grant && isLive(grant, at) && !isBetterGrant(link.role, link.expiresAt, grant)))
        return { ok: true, role: grant.role, link: link.id, isNew: false };
      if (link.usesLeft === 0) return { ok: false, reason: 'used-up' };
      await query(
        `UPDATE links SET used = used + 1, "usesLeft" = "usesLeft" - 1, "lastUsedAt" = $3 WHERE doc = $1 AND id = $2`,
        [mapId, link.id, at],
      );
      await putGrant(query, mapId, principal, link.role, link.id, at);
      return { ok: true, role: link.role, link: link.id, isNew: true };
    });
  }

  async grants(mapId: string): Promise<readonly Grant[]> {
    const sql = `SELECT ${grantColumns} WHERE g.doc = $1 ORDER BY g."grantedAt", g.n`;
    return this.#query<RowOf<Grant>>(sql, [mapId]);
  }

  async grantsOf(mapId: string, principals: readonly string[]): Promise<readonly Grant[]> {
    const sql = `SELECT ${grantColumns} WHERE g.doc = $1 AND g.principal = ANY($2)
      ORDER BY array_position($2::text[], g.principal)`;
    return this.#query<RowOf<Grant>>(sql, [mapId, principals]);
  }

  async setRole(mapId: string, principal: string, role: MapRole, at: number): Promise<RoleChange> {
    return this.#change<RoleChange>(mapId, async (query) => {
      const problem = await changeProblem(query, mapId, principal, role);
      if (problem) return problem;
      await putGrant(query, mapId, principal, role, null, at);
      return 'changed';
    });
  }

  async endGrant(mapId: string, principal: string, at: number): Promise<RoleChange> {
    return this.#change<RoleChange>(mapId, async (query) => {
      const problem = await changeProblem(query, mapId, principal, null);
      if (problem) return problem;
      const sql = 'UPDATE grants SET "endedAt" = $3 WHERE doc = $1 AND principal = $2';
      await query(sql, [mapId, principal, at]);
      return 'changed';
    });
  }

  async savePerson({ principal, name, actor, account }: Person): Promise<void> {
    await this.#database.transaction(async (query) => {
      // Two people who claim one actor at once: the first has it.
      await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [actor ?? principal]);
      const sql = 'SELECT principal FROM people WHERE actor = $1';
      const [holder] = await query<{ principal: string }>(sql, [actor]);
      const own = holder && holder.principal !== principal ? null : actor;
      await query(
        `INSERT INTO people (principal, name, actor, account) VALUES ($1, $2, $3, $4)
         ON CONFLICT (principal) DO UPDATE SET name = excluded.name, actor = coalesce(people.actor, excluded.actor),
         account = excluded.account`,
        [principal, name, own, account],
      );
    });
  }

  async forgetPerson(actor: string): Promise<boolean> {
    return this.#database.transaction(async (query) => {
      const found = await query<{ principal: string }>('SELECT principal FROM people WHERE actor = $1', [
        actor,
      ]);
      const principals = [found.map(({ principal }) => principal)];
      await query(`UPDATE audit SET name = '' WHERE principal = ANY($1)`, principals);
      await query('DELETE FROM sessions WHERE principal = ANY($1)', principals);
      await query('DELETE FROM people WHERE principal = ANY($1)', principals);
      return found.length > 0;
    });
  }

  async replaceText(text: string, replacement: string): Promise<number> {
    return this.#database.transaction(async (query) => {
      let places = 0;
      for (const [table, column] of writtenByPeople) {
        const sql = `UPDATE ${table} SET ${column} = replace(${column}, $1, $2) WHERE position($1 in ${column}) > 0`;
        places += (await query(`${sql} RETURNING 1`, [text, replacement])).length;
      }
      return places;
    });
  }

  async people(principals: readonly string[]): Promise<readonly Person[]> {
    const sql = `SELECT principal, name, actor, account FROM people WHERE principal = ANY($1)
      ORDER BY array_position($1::text[], principal)`;
    return this.#query<RowOf<Person>>(sql, [principals]);
  }

  async addSession(idHash: string, principal: string, expiresAt: number): Promise<void> {
    const sql = 'INSERT INTO sessions (id, principal, "expiresAt") VALUES ($1, $2, $3)';
    await this.#query(sql, [idHash, principal, expiresAt]);
  }

  async sessionPrincipal(idHash: string, at: number): Promise<string | null> {
    const sql = 'SELECT principal FROM sessions WHERE id = $1 AND "expiresAt" > $2';
    const [row] = await this.#query<{ principal: string }>(sql, [idHash, at]);
    return row?.principal ?? null;
  }

  async endSession(idHash: string): Promise<void> {
    await this.#query('DELETE FROM sessions WHERE id = $1', [idHash]);
  }

  async note(mapId: string, { at, event, principal, name, detail }: AuditEntry): Promise<void> {
    const sql = 'INSERT INTO audit (doc, at, event, principal, name, detail) VALUES ($1, $2, $3, $4, $5, $6)';
    await this.#query(sql, [mapId, at, event, principal, name, detail]);
  }

  async audit(mapId: string, limit: number): Promise<readonly AuditEntry[]> {
    const sql =
      'SELECT at, event, principal, name, detail FROM audit WHERE doc = $1 ORDER BY n DESC LIMIT $2';
    return this.#query<RowOf<AuditEntry>>(sql, [mapId, limit]);
  }

  get #query(): Query {
    return this.#database.query;
  }

  /** Decides and changes something about a map, one after the other, and lets other servers know that it has. */
  #change<T>(mapId: string, work: (query: Query) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (query) => {
      await query('UPDATE access SET version = version + 1 WHERE doc = $1', [mapId]);
      return work(query);
    });
  }
}

async function grantOf(query: Query, mapId: string, principal: string): Promise<Grant | undefined> {
  const sql = `SELECT ${grantColumns} WHERE g.doc = $1 AND g.principal = $2`;
  return (await query<RowOf<Grant>>(sql, [mapId, principal]))[0];
}

async function putGrant(
  query: Query,
  mapId: string,
  principal: string,
  role: MapRole,
  link: string | null,
  at: number,
): Promise<void> {
  await query('DELETE FROM grants WHERE doc = $1 AND principal = $2', [mapId, principal]);
  await query(
    'INSERT INTO grants (doc, principal, role, link, "grantedAt", "endedAt") VALUES ($1, $2, $3, $4, $5, NULL)',
    [mapId, principal, role, link, at],
  );
}

async function changeProblem(
  query: Query,
  mapId: string,
  principal: string,
  role: MapRole | null,
): Promise<Exclude<RoleChange, 'changed'> | null> {
  const grant = await grantOf(query, mapId, principal);
  if (!grant || grant.endedAt !== null) return 'not-found';
  if (grant.role !== 'owner' || role === 'owner') return null;
  const sql = `SELECT count(*) AS count FROM grants WHERE doc = $1 AND role = 'owner' AND "endedAt" IS NULL`;
  const [row] = await query<{ count: number }>(sql, [mapId]);
  return row?.count === 1 ? 'last-owner' : null;
}
