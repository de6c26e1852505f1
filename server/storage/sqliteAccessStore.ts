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
import type { SqliteDatabase } from './sqliteDatabase';

// libsql takes a lone null (or object) for named values and fails: no statement here is given null as its only value.

/** Its tables, made where they are not yet. */
export const sqliteAccessSchema = `
  CREATE TABLE IF NOT EXISTS access (doc TEXT PRIMARY KEY, addressRole TEXT, createdAt INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS links (
    doc TEXT NOT NULL, id TEXT NOT NULL, secretHash TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL,
    expiresAt INTEGER, usesLeft INTEGER, used INTEGER NOT NULL, createdBy TEXT NOT NULL, createdAt INTEGER NOT NULL,
    lastUsedAt INTEGER, revokedAt INTEGER, PRIMARY KEY (doc, id)
  );
  CREATE UNIQUE INDEX IF NOT EXISTS linksBySecret ON links (doc, secretHash);
  CREATE TABLE IF NOT EXISTS grants (
    doc TEXT NOT NULL, principal TEXT NOT NULL, role TEXT NOT NULL, link TEXT, grantedAt INTEGER NOT NULL,
    endedAt INTEGER, PRIMARY KEY (doc, principal)
  );
  CREATE TABLE IF NOT EXISTS people (
    principal TEXT PRIMARY KEY, name TEXT NOT NULL, actor TEXT UNIQUE, account INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, principal TEXT NOT NULL, expiresAt INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS audit (
    n INTEGER PRIMARY KEY AUTOINCREMENT, doc TEXT NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL,
    principal TEXT, name TEXT NOT NULL, detail TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS auditByDoc ON audit (doc, n);
`;

const grantColumns = `
  g.principal, g.role, g.link, g.grantedAt, g.endedAt, l.expiresAt AS linkExpiresAt, l.revokedAt AS linkRevokedAt
  FROM grants g LEFT JOIN links l ON l.doc = g.doc AND l.id = g.link`;
const linkColumns =
  'id, role, label, expiresAt, usesLeft, used, createdBy, createdAt, lastUsedAt, revokedAt FROM links';

/** Access in the server's own SQLite file. */
export class SqliteAccessStore implements AccessStore {
  readonly #file: SqliteDatabase;

  constructor(file: SqliteDatabase) {
    this.#file = file;
    file.db.exec(sqliteAccessSchema);
  }

  async claim(
    mapId: string,
    principal: string,
    addressRole: MapRole | null,
    at: number,
  ): Promise<'claimed' | 'taken'> {
    return this.#file.transaction(() => {
      const made = this.#run(
        'INSERT OR IGNORE INTO access (doc, addressRole, createdAt) VALUES (?, ?, ?)',
        mapId,
        addressRole,
        at,
      );
      if (made === 0) return 'taken';
      this.#putGrant(mapId, principal, 'owner', null, at);
      return 'claimed';
    });
  }

  async addressRole(mapId: string): Promise<MapRole | null | undefined> {
    const row = this.#all<{ addressRole: MapRole | null }>(
      'SELECT addressRole FROM access WHERE doc = ?',
      mapId,
    )[0];
    return row && row.addressRole;
  }

  async setAddressRole(mapId: string, role: MapRole | null): Promise<void> {
    this.#run('UPDATE access SET addressRole = ? WHERE doc = ?', role, mapId);
  }

  async addLink(mapId: string, link: StoredLink, secretHash: string): Promise<void> {
    this.#run(
      `INSERT INTO links (doc, id, secretHash, role, label, expiresAt, usesLeft, used, createdBy, createdAt, lastUsedAt,
       revokedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...linkRow(mapId, link, secretHash),
    );
  }

  async links(mapId: string): Promise<readonly StoredLink[]> {
    return this.#all<StoredLink>(
      `SELECT ${linkColumns} WHERE doc = ? ORDER BY createdAt DESC, rowid DESC`,
      mapId,
    );
  }

  async revokeLink(mapId: string, linkId: string, at: number): Promise<boolean> {
    const sql = 'UPDATE links SET revokedAt = ? WHERE doc = ? AND id = ? AND revokedAt IS NULL';
    return this.#run(sql, at, mapId, linkId) > 0;
  }

  async redeem(mapId: string, secretHash: string, principal: string, at: number): Promise<Redemption> {
    return this.#file.transaction(() => {
      const link = this.#all<StoredLink>(
        `SELECT ${linkColumns} WHERE doc = ? AND secretHash = ?`,
        mapId,
        secretHash,
      )[0];
      if (!link) return { ok: false, reason: 'unknown' };
      if (link.revokedAt !== null) return { ok: false, reason: 'revoked' };
      if (link.expiresAt !== null && link.expiresAt <= at) return { ok: false, reason: 'expired' };
      const grant = this.#grant(mapId, principal);
      const cameByIt = grant?.link === link.id;
      if (cameByIt && grant.endedAt !== null) return { ok: false, reason: 'removed' };
      if (cameByIt || (grant && isLive(grant, at) && !isBetterGrant(link.role, link.expiresAt, grant)))
        return { ok: true, role: grant.role, link: link.id, isNew: false };
      if (link.usesLeft === 0) return { ok: false, reason: 'used-up' };
      this.#run(
        `UPDATE links SET used = used + 1, usesLeft = usesLeft - 1, lastUsedAt = ? WHERE doc = ? AND id = ?`,
        at,
        mapId,
        link.id,
      );
      this.#putGrant(mapId, principal, link.role, link.id, at);
      return { ok: true, role: link.role, link: link.id, isNew: true };
    });
  }

  async grants(mapId: string): Promise<readonly Grant[]> {
    return this.#all<Grant>(`SELECT ${grantColumns} WHERE g.doc = ? ORDER BY g.grantedAt, g.rowid`, mapId);
  }

  async grantsOf(mapId: string, principals: readonly string[]): Promise<readonly Grant[]> {
    return principals
      .map((principal) => this.#grant(mapId, principal))
      .filter((grant) => grant !== undefined);
  }

  async setRole(mapId: string, principal: string, role: MapRole, at: number): Promise<RoleChange> {
    return this.#file.transaction(() => {
      const problem = this.#changeProblem(mapId, principal, role);
      if (problem) return problem;
      this.#putGrant(mapId, principal, role, null, at);
      return 'changed';
    });
  }

  async endGrant(mapId: string, principal: string, at: number): Promise<RoleChange> {
    return this.#file.transaction(() => {
      const problem = this.#changeProblem(mapId, principal, null);
      if (problem) return problem;
      this.#run('UPDATE grants SET endedAt = ? WHERE doc = ? AND principal = ?', at, mapId, principal);
      return 'changed';
    });
  }

  async savePerson({ principal, name, actor, account }: Person): Promise<void> {
    this.#file.transaction(() => {
      const sql = 'SELECT principal FROM people WHERE actor = ?';
      const holder = actor === null ? undefined : this.#all<{ principal: string }>(sql, actor)[0];
      const own = holder && holder.principal !== principal ? null : actor;
      this.#run(
        `INSERT INTO people (principal, name, actor, account) VALUES (?, ?, ?, ?)
         ON CONFLICT (principal) DO UPDATE SET name = excluded.name, actor = coalesce(people.actor, excluded.actor),
         account = excluded.account`,
        principal,
        name,
        own,
        account ? 1 : 0,
      );
    });
  }

  async forgetPerson(actor: string): Promise<boolean> {
    return this.#file.transaction(() => {
      const sql = 'SELECT principal FROM people WHERE actor = ?';
      const found = this.#all<{ principal: string }>(sql, actor);
      for (const { principal } of found) {
        this.#run(`UPDATE audit SET name = '' WHERE principal = ?`, principal);
        this.#run('DELETE FROM sessions WHERE principal = ?', principal);
        this.#run('DELETE FROM people WHERE principal = ?', principal);
      }
      return found.length > 0;
    });
  }

  async replaceText(text: string, replacement: string): Promise<number> {
    return this.#file.transaction(() => {
      let places = 0;
      for (const [table, column] of writtenByPeople) {
        const sql = `UPDATE ${table} SET ${column} = replace(${column}, ?, ?) WHERE instr(${column}, ?) > 0`;
        places += this.#run(sql, text, replacement, text);
      }
      return places;
    });
  }

  async people(principals: readonly string[]): Promise<readonly Person[]> {
    const sql = 'SELECT principal, name, actor, account FROM people WHERE principal = ?';
    return principals
      .flatMap((principal) => this.#all<Omit<Person, 'account'> & { account: number }>(sql, principal))
      .map((row) => ({ ...row, account: row.account === 1 }));
  }

  async addSession(idHash: string, principal: string, expiresAt: number): Promise<void> {
    this.#run(
      'INSERT INTO sessions (id, principal, expiresAt) VALUES (?, ?, ?)',
      idHash,
      principal,
      expiresAt,
    );
  }

  async sessionPrincipal(idHash: string, at: number): Promise<string | null> {
    const sql = 'SELECT principal FROM sessions WHERE id = ? AND expiresAt > ?';
    return this.#all<{ principal: string }>(sql, idHash, at)[0]?.principal ?? null;
  }

  async endSession(idHash: string): Promise<void> {
    this.#run('DELETE FROM sessions WHERE id = ?', idHash);
  }

  async note(mapId: string, { at, event, principal, name, detail }: AuditEntry): Promise<void> {
    this.#run(
      'INSERT INTO audit (doc, at, event, principal, name, detail) VALUES (?, ?, ?, ?, ?, ?)',
      mapId,
      at,
      event,
      principal,
      name,
      detail,
    );
  }

  async audit(mapId: string, limit: number): Promise<readonly AuditEntry[]> {
    return this.#all<AuditEntry>(
      'SELECT at, event, principal, name, detail FROM audit WHERE doc = ? ORDER BY n DESC LIMIT ?',
      mapId,
      limit,
    );
  }

  #grant(mapId: string, principal: string): Grant | undefined {
    const sql = `SELECT ${grantColumns} WHERE g.doc = ? AND g.principal = ?`;
    return this.#all<Grant>(sql, mapId, principal)[0];
  }

  #putGrant(mapId: string, principal: string, role: MapRole, link: string | null, at: number): void {
    this.#run(
      'INSERT OR REPLACE INTO grants (doc, principal, role, link, grantedAt, endedAt) VALUES (?, ?, ?, ?, ?, NULL)',
      mapId,
      principal,
      role,
      link,
      at,
    );
  }

  #changeProblem(
    mapId: string,
    principal: string,
    role: MapRole | null,
  ): Exclude<RoleChange, 'changed'> | null {
    const grant = this.#grant(mapId, principal);
    if (!grant || grant.endedAt !== null) return 'not-found';
    if (grant.role !== 'owner' || role === 'owner') return null;
    const sql = `SELECT count(*) AS count FROM grants WHERE doc = ? AND role = 'owner' AND endedAt IS NULL`;
    return this.#all<{ count: number }>(sql, mapId)[0]?.count === 1 ? 'last-owner' : null;
  }

  #all<Row>(sql: string, ...values: readonly (string | number | null)[]): Row[] {
    return this.#file.db.prepare(sql).all(...values) as Row[];
  }

  #run(sql: string, ...values: readonly (string | number | null)[]): number {
    return this.#file.db.prepare(sql).run(...values).changes;
  }
}
