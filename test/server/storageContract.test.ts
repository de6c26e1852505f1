import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgres } from '../../server/storage/postgresDatabase';
import { PostgresLogStore } from '../../server/storage/postgresLogStore';
import { databaseFile } from '../../server/storage/sqliteDatabase';
import { openSqliteLogStore } from '../../server/storage/sqliteLogStore';
import { sharedStorageContract, storageContract, type StoreUnderTest } from './support/storageContract';
import { onDatabase, startPostgres, type TestPostgres } from './support/databases';
import { temporaryFolder } from './support/testServer';

async function embedded(): Promise<StoreUnderTest> {
  const folder = temporaryFolder();
  return {
    open: async () => openSqliteLogStore(folder, () => 0),
    tamper: async (sql, bytes) => {
      const db = new Database(join(folder, databaseFile));
      // libsql ends the process when a statement is given one object alone.
      if (bytes) db.prepare(`${sql} AND 1 = ?`).run(bytes, 1);
      else db.exec(sql);
      db.close();
    },
    bytesOf: async (table) => {
      const db = new Database(join(folder, databaseFile));
      const row = db.prepare(`SELECT data FROM ${table}`).all()[0] as { data: ArrayBuffer };
      db.close();
      return new Uint8Array(row.data);
    },
  };
}

describe('SRV-50 SRV-51 SRV-52 SRV-53 SRV-55 SRV-56 the embedded store', () => {
  storageContract('embedded', embedded);
});

describe('SRV-50 SRV-51 SRV-52 SRV-53 SRV-55 SRV-56 CLU-1 CLU-2 the store in Postgres', () => {
  let postgres: TestPostgres;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.makeDatabase();
  });
  afterAll(() => postgres.stop());

  const shared = async (): Promise<StoreUnderTest> => {
    await onDatabase(url, (client) => client.query('DROP TABLE IF EXISTS docs, updates, snapshots, writers'));
    return {
      open: async () => PostgresLogStore.open(await openPostgres(url, () => undefined), () => 0),
      tamper: (sql, bytes) =>
        onDatabase(
          url,
          async (client) => void (await client.query(sql.replace('?', '$1'), bytes ? [bytes] : [])),
        ),
      bytesOf: (table) =>
        onDatabase(url, async (client) => {
          const { rows } = await client.query<{ data: Buffer }>(`SELECT data FROM ${table}`);
          return new Uint8Array(rows[0]?.data ?? []);
        }),
    };
  };
  storageContract('Postgres', shared);
  sharedStorageContract('Postgres', shared);
});
