import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol } from '../../src/doc/wire';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { startServer } from '../../server/server';
import { compactLog, documentFromLog } from '../../server/storage/compactLog';
import type { LogStore } from '../../server/storage/logStore';
import { databaseFile, SqliteDatabase, type SyncFile } from '../../server/storage/sqliteDatabase';
import { openSqliteLogStore, SqliteLogStore } from '../../server/storage/sqliteLogStore';
import { RawClient, titleUpdate } from './support/rawClient';
import { makeMap, temporaryFolder, until } from './support/testServer';
import { WatchedStore } from './support/watchedStore';

const mapId = newMapId(systemEntropy);

/** A stored map of so many updates; the title says how many. */
async function storedMap(folder: string, updates: number): Promise<LogStore> {
  const store = openSqliteLogStore(folder, () => 0);
  await store.create(mapId);
  const doc = new Y.Doc();
  for (let i = 1; i <= updates; i++) await store.append([{ mapId, data: titleUpdate(`${i}`, doc) }]);
  return store;
}

async function titleIn(store: LogStore): Promise<unknown> {
  return documentFromLog(await store.read(mapId))
    .getMap('map')
    .get('title');
}

/** Changes the database behind the server's back. */
function tamper(folder: string, sql: string, data: Uint8Array = new Uint8Array()): void {
  const db = new Database(join(folder, databaseFile));
  if (sql.includes('?')) db.prepare(`${sql} AND 1 = ?`).run(data, 1);
  else db.exec(sql);
  db.close();
}

function flippedData(folder: string, table: 'updates' | 'snapshots', bit: number): Uint8Array {
  const db = new Database(join(folder, databaseFile));
  const row = db.prepare(`SELECT data FROM ${table}`).all()[0] as { data: ArrayBuffer };
  db.close();
  const data = new Uint8Array(row.data);
  const at = (bit >> 3) % data.length;
  data[at] = (data[at] ?? 0) ^ (1 << (bit & 7));
  return data;
}

test.each(['updates', 'snapshots'] as const)(
  'SRV-54 a room with a flipped bit in its %s refuses to open, retryably, and the log names it but not its whole id',
  async (table) => {
    const folder = temporaryFolder();
    const store = await storedMap(folder, 2);
    if (table === 'snapshots') await compactLog(store, mapId);
    await store.close();
    const position = table === 'updates' ? 'seq = 1' : 'upto = 2';
    tamper(folder, `UPDATE ${table} SET data = ? WHERE ${position}`, flippedData(folder, table, 40));
    const lines: string[] = [];
    const server = await startServer({ port: 0, dataFolder: folder, log: (line) => lines.push(line) });
    try {
      const client = new RawClient(server, mapId);
      expect(await client.closed()).toBe(closeCode.draining);
      expect(client.hasState).toBe(false);
      const other = await new RawClient(server, await makeMap(server)).synced();
      expect(other.closedWith).toBeNull();
      expect(lines.join('\n')).toContain(`${mapId.slice(0, 6)}…`);
      expect(lines.join('\n')).toMatch(/(update 1|snapshot 2) does not match its checksum/);
      expect(lines.join('\n')).not.toContain(mapId);
    } finally {
      await server.close();
    }
  },
);

test('SRV-56 a snapshot that does not read back as written is never adopted', async () => {
  class LyingStore extends WatchedStore {
    override async readSnapshot(): Promise<Uint8Array> {
      return titleUpdate('something else');
    }
  }
  const folder = temporaryFolder();
  const store = new LyingStore(await storedMap(folder, 5));
  await expect(compactLog(store, mapId)).rejects.toThrow('does not equal its log');
  const log = await store.read(mapId);
  expect([log.snapshot, log.updates.length, await titleIn(store)]).toEqual([null, 5, '5']);
  await store.close();
});

test('SRV-57 a second server on the same folder does not start, and says why', async () => {
  const folder = temporaryFolder();
  const server = await startServer({ port: 0, dataFolder: folder });
  await expect(startServer({ port: 0, dataFolder: folder })).rejects.toThrow(
    'is another server using this folder?',
  );
  await server.close();
  await (await startServer({ port: 0, dataFolder: folder })).close();
});

test('SRV-58 a long log is compacted while people work and when the last one leaves', async () => {
  const folder = temporaryFolder();
  const server = await startServer({ port: 0, dataFolder: folder });
  const map = await makeMap(server);
  const client = await new RawClient(server, map, [subprotocol]).synced();
  const doc = new Y.Doc();
  for (let i = 1; i <= 60; i++) client.sendUpdate(titleUpdate(`${i}`, doc));
  await until('all are committed', () => client.acknowledgements.at(-1) === 60);
  client.socket.close();
  await until('the room is closed', () => server.rooms() === 0);
  await server.close();
  const store = openSqliteLogStore(folder, () => 0);
  const log = await store.read(map);
  expect([log.head, log.updates.length]).toEqual([60, 0]);
  expect(documentFromLog(log).getMap('map').get('title')).toBe('60');
  await store.close();
});

test.each([
  [
    'no database at all',
    () => Buffer.from('not a database, but long enough to be looked at as one. '.repeat(40)),
  ],
  ['a page overwritten', (file: Buffer) => file.fill(0xaa, 4_096, 8_192)],
])('SRV-59 a damaged file stops the server at the start with a sentence: %s', async (_name, damage) => {
  const folder = temporaryFolder();
  await (await storedMap(folder, 200)).close();
  const file = join(folder, databaseFile);
  writeFileSync(file, damage(readFileSync(file)));
  await expect(startServer({ port: 0, dataFolder: folder })).rejects.toThrow(`cannot open ${file}`);
});

test('SRV-64: what a snapshot has replaced is given back to the file system', async () => {
  const folder = temporaryFolder();
  const store = openSqliteLogStore(folder, () => 0);
  await store.create(mapId);
  const doc = new Y.Doc();
  const contents = 'every touchpoint has a story '.repeat(40_000);
  await store.append([{ mapId, data: titleUpdate(contents, doc) }]);
  // Each title replaces the one before, and lies in the log until a snapshot stands for them all.
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) await store.append([{ mapId, data: titleUpdate(`${i}${contents}`, doc) }]);
    await compactLog(store, mapId);
  }
  const { snapshot } = await store.read(mapId);
  const taken = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(taken / (snapshot?.length ?? 0)).toBeLessThan(1.2);
  expect(await titleIn(store)).toBe(`3${contents}`);
  await store.close();
});

/** A store with an empty map, on a disk that is synced as the test says. */
async function storeOn(folder: string, sync: SyncFile): Promise<LogStore> {
  const store = new SqliteLogStore(new SqliteDatabase(folder, sync), () => 0);
  await store.create(mapId);
  return store;
}

test('SRV-65 an update is neither stored nor read before it is on disk, and nobody else waits for that', async () => {
  const ends: (() => void)[] = [];
  const store = await storeOn(temporaryFolder(), () => new Promise((resolve) => ends.push(resolve)));
  const done: string[] = [];
  const appended = store.append([{ mapId, data: titleUpdate('Under way') }]).then(() => done.push('stored'));
  await until('the disk is waited for', () => ends.length === 1);
  const read = titleIn(store).then((title) => done.push(`read: ${String(title)}`));
  await store.create(newMapId(systemEntropy));
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual([]);
  ends[0]?.();
  await Promise.all([appended, read]);
  expect(done.toSorted()).toEqual(['read: Under way', 'stored']);
  await store.close();
});

test('SRV-65 what a failed sync leaves in doubt is copied and synced anew before anything is read or written', async () => {
  const folder = temporaryFolder();
  let isBad = true;
  const store = await storeOn(folder, async () => {
    if (isBad) throw new Error('bad sector');
  });
  const logSize = () => statSync(join(folder, `${databaseFile}-wal`)).size;
  await expect(store.append([{ mapId, data: titleUpdate('In doubt') }])).rejects.toThrow('bad sector');
  isBad = false;
  expect(logSize()).toBeGreaterThan(0);
  expect(await titleIn(store)).toBe('In doubt');
  expect(logSize()).toBe(0);
  await store.append([{ mapId, data: titleUpdate('Certain') }]);
  expect((await store.read(mapId)).head).toBe(2);
  await store.close();
});
