import { writeSync } from 'node:fs';
import { serve } from '../../../server/serve';
import { parseSettings } from '../../../server/settings';
import type { LogEntry, LogStore, StoredLog } from '../../../server/storage/logStore';
import type { SqliteDatabase } from '../../../server/storage/sqliteDatabase';
import { killPoints, killSetting, lastWords, type KillPoint } from './killPoints';
import { WatchedStore } from './watchedStore';

// The real server as a process of its own that dies, as if by `kill -9`, where its test says, and tells its memory when
// it is asked over IPC (needs --expose-gc).

const [wanted, times] = (process.env[killSetting] ?? '').split(' ');
const point = killPoints.find((name) => name === wanted);
let left = Number(times ?? 1);
let isSayingGoodbye = false;

function reach(name: KillPoint): void {
  if (name !== point || --left > 0) return;
  writeSync(1, `${lastWords(name)}\n`);
  process.kill(process.pid, 'SIGKILL');
}

/** A store that meets each point on its way. Whatever it does otherwise is the real one's. */
class TrappedStore extends WatchedStore {
  #isLoading = true;
  /** What a commit would make lasting right now. */
  uncommitted: 'append-uncommitted' | 'adoption-uncommitted' | null = null;

  override async append(entries: readonly LogEntry[]): Promise<void> {
    reach('append-begun');
    this.uncommitted = 'append-uncommitted';
    await super.append(entries);
    this.uncommitted = null;
    reach('append-committed');
    if (isSayingGoodbye) reach('goodbye-stored');
  }

  override async read(mapId: string, after?: number): Promise<StoredLog> {
    const isLoading = this.#isLoading;
    reach(isLoading ? 'load-begun' : 'compaction-begun');
    const log = await super.read(mapId, after);
    if (isLoading) reach('load-read');
    return log;
  }

  override async alone(mapId: string, work: () => Promise<void>): Promise<boolean> {
    // Nothing else is read while the log of the only map is compacted.
    this.#isLoading = false;
    const done = await super.alone(mapId, work);
    this.#isLoading = true;
    return done;
  }

  override async writeSnapshot(mapId: string, upto: number, data: Uint8Array): Promise<void> {
    reach('snapshot-made');
    await super.writeSnapshot(mapId, upto, data);
    reach('snapshot-written');
  }

  override async readSnapshot(mapId: string, upto: number): Promise<Uint8Array> {
    const data = await super.readSnapshot(mapId, upto);
    reach('snapshot-read-back');
    return data;
  }

  override async adoptSnapshot(mapId: string, upto: number): Promise<void> {
    this.uncommitted = 'adoption-uncommitted';
    await super.adoptSnapshot(mapId, upto);
    this.uncommitted = null;
    reach('adopted');
  }

  override async close(): Promise<void> {
    // Nothing may have been under way when the signal came.
    reach('goodbye-stored');
    reach('goodbye-closing');
    await super.close();
    reach('goodbye-closed');
  }
}

let store: TrappedStore | undefined;

function wrapStore(inner: LogStore): LogStore {
  return (store = new TrappedStore(inner));
}

/** Stops between the last statement of a commit and the commit itself, and between an edit's commit and its sync. */
function inspectDatabase({ db }: SqliteDatabase): void {
  const execute = db.exec.bind(db);
  db.exec = (sql) => {
    if (sql === 'COMMIT' && store?.uncommitted) reach(store.uncommitted);
    execute(sql);
    if (sql === 'COMMIT' && store?.uncommitted === 'append-uncommitted') reach('append-unsynced');
    return db;
  };
}

process.once('SIGTERM', () => {
  isSayingGoodbye = true;
  reach('goodbye-begun');
});
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});

const parsed = parseSettings(process.env);
if (!parsed.ok) throw new Error(parsed.problem);
await serve(parsed.settings, (line) => writeSync(1, `${line}\n`), { wrapStore, inspectDatabase });
