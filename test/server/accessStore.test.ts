import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { openPostgres } from '../../server/storage/postgresDatabase';
import { PostgresAccessStore } from '../../server/storage/postgresAccessStore';
import { SqliteAccessStore } from '../../server/storage/sqliteAccessStore';
import { SqliteDatabase } from '../../server/storage/sqliteDatabase';
import { accessStoreContract } from './support/accessStoreContract';
import { onDatabase, startPostgres, type TestPostgres } from './support/databases';
import { temporaryFolder } from './support/testServer';

accessStoreContract('RIGHT-6 RIGHT-50 embedded', async () => {
  const folder = temporaryFolder();
  let database = new SqliteDatabase(folder);
  onTestFinished(() => database.close());
  return {
    store: new SqliteAccessStore(database),
    reopen: async () => {
      database.close();
      database = new SqliteDatabase(folder);
      return new SqliteAccessStore(database);
    },
  };
});

describe('Postgres', () => {
  let postgres: TestPostgres;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.makeDatabase();
  });
  afterAll(() => postgres.stop());

  accessStoreContract('RIGHT-6 RIGHT-50 Postgres', async () => {
    await onDatabase(url, (client) =>
      client.query('DROP TABLE IF EXISTS access, links, grants, people, sessions, audit'),
    );
    let database = await openPostgres(url, () => undefined);
    onTestFinished(() => database.close());
    return {
      store: await PostgresAccessStore.open(database),
      reopen: async () => {
        await database.close();
        database = await openPostgres(url, () => undefined);
        return PostgresAccessStore.open(database);
      },
    };
  });
});
