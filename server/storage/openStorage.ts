import { createHash } from 'node:crypto';
import { newMapId, type Entropy } from '../../src/model/ids';
import type { Clock } from '../clock';
import { Cluster, pollEveryMs } from '../cluster/cluster';
import { openRedisRelay } from '../cluster/redisRelay';
import { silentRelay } from '../cluster/relay';
import type { Log } from '../log';
import type { AccessStore } from './accessStore';
import { EmbeddedTicketStore } from './embeddedTicketStore';
import type { LogStore } from './logStore';
import { copyFromPostgres } from './postgresBackup';
import { openPostgres, type PostgresDatabase } from './postgresDatabase';
import { PostgresAccessStore } from './postgresAccessStore';
import { PostgresClosings } from './postgresClosings';
import { PostgresLogStore } from './postgresLogStore';
import { PostgresTicketStore } from './postgresTicketStore';
import { SqliteAccessStore } from './sqliteAccessStore';
import { SqliteDatabase } from './sqliteDatabase';
import { SqliteLogStore } from './sqliteLogStore';
import type { TicketStore } from './ticketStore';

export interface StorageOptions {
  /** Where the embedded store keeps its file. */
  readonly dataFolder: string;
  /** Address of the Postgres database to use in place of the embedded store. */
  readonly postgres?: string | undefined;
  /** Address of the Redis or Valkey that makes several servers on one Postgres quick. */
  readonly redis?: string | undefined;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  /** Wraps the store, so that a test can watch it, hold it up, or make it fail. */
  readonly wrapStore?: ((store: LogStore) => LogStore) | undefined;
  /** Is shown the embedded database before it is used. */
  readonly inspectDatabase?: ((database: SqliteDatabase) => void) | undefined;
}

export interface Storage {
  readonly store: LogStore;
  readonly access: AccessStore;
  readonly tickets: TicketStore;
  /** The other servers on the same store; null when it belongs to this one alone. */
  readonly cluster: Cluster | null;
  /** Writes all that is kept into an SQLite database, as of one moment, while work goes on. The file must not exist. */
  copyInto(file: string): Promise<void>;
  /**
   * Has every other process on this store let everybody go from these maps, and hand out nothing any more that it made
   * ready before; resolves when they have had the time to let them go.
   */
  closeElsewhere(mapIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens what the settings name. Throws with a sentence for the operator when it cannot be used. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { postgres, clock, wrapStore = (store: LogStore) => store } = options;
  if (postgres !== undefined) return openShared(postgres, options);
  const database = new SqliteDatabase(options.dataFolder);
  options.inspectDatabase?.(database);
  const store = wrapStore(new SqliteLogStore(database, () => clock.now()));
  return {
    store,
    access: new SqliteAccessStore(database),
    tickets: new EmbeddedTicketStore(),
    cluster: null,
    copyInto: async (file) => database.copyInto(file),
    closeElsewhere: () => Promise.resolve(),
    close: () => store.close(),
  };
}

async function openShared(url: string, options: StorageOptions): Promise<Storage> {
  const { redis, clock, entropy, log, wrapStore = (store: LogStore) => store } = options;
  const database = await openPostgres(url, log);
  try {
    const store = wrapStore(await PostgresLogStore.open(database, () => clock.now()));
    const access = await PostgresAccessStore.open(database);
    const tickets = await PostgresTicketStore.open(database);
    const closings = await PostgresClosings.open(database);
    const start = await closings.newest();
    const installation = await installationOf(database);
    const relay = redis === undefined ? silentRelay : await openRedisRelay(redis, log);
    const cluster = new Cluster({
      store,
      access,
      closings: { start, since: (n) => closings.since(n) },
      relay,
      clock,
      log,
      installation,
      server: newMapId(entropy),
    });
    const close = async (): Promise<void> => {
      cluster.close();
      await store.close();
    };
    return {
      store,
      access,
      tickets,
      cluster,
      copyInto: (file) => copyFromPostgres(database, file),
      closeElsewhere: async (mapIds) => {
        await closings.add(mapIds.length > 0 ? mapIds : [null], clock.now());
        if (mapIds.length > 0) await new Promise<void>((resolve) => clock.after(2 * pollEveryMs, resolve));
      },
      close,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Which database this is, as all its servers see it, under whatever name they reach it. */
async function installationOf({ query }: PostgresDatabase): Promise<string> {
  const [row] = await query<{ name: string }>(
    `SELECT system_identifier || ' ' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS name
     FROM pg_control_system()`,
  );
  return createHash('sha256')
    .update(row?.name ?? '')
    .digest('base64url');
}
