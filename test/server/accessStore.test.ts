import { onTestFinished } from 'vitest';
import { SqliteAccessStore } from '../../server/storage/sqliteAccessStore';
import { SqliteDatabase } from '../../server/storage/sqliteDatabase';
import { accessStoreContract } from './support/accessStoreContract';
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
