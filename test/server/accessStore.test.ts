import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { EmbeddedTicketStore } from '../../server/storage/embeddedTicketStore';
import { openPostgres } from '../../server/storage/postgresDatabase';
import { PostgresAccessStore } from '../../server/storage/postgresAccessStore';
import { PostgresTicketStore } from '../../server/storage/postgresTicketStore';
import { SqliteAccessStore } from '../../server/storage/sqliteAccessStore';
import { SqliteDatabase } from '../../server/storage/sqliteDatabase';
import { accessStoreContract } from './support/accessStoreContract';
import { ticketStoreContract } from './support/ticketStoreContract';
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

ticketStoreContract('RIGHT-51 embedded', async () => {
  const store = new EmbeddedTicketStore();
  return { store, beside: store };
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

  ticketStoreContract('RIGHT-51 Postgres', async () => {
    const [one, two] = [await openPostgres(url, () => undefined), await openPostgres(url, () => undefined)];
    onTestFinished(async () => {
      await one.close();
      await two.close();
    });
    return { store: await PostgresTicketStore.open(one), beside: await PostgresTicketStore.open(two) };
  });
});
