import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol, ticketProtocolPrefix } from '../../src/doc/wire';
import { requireDurability } from '../../server/storage/postgresDatabase';
import { syncFrame } from '../../server/sync/frames';
import {
  onDatabase,
  runPostgresTool,
  startPostgres,
  startRedis,
  type TestPostgres,
  type TestRedis,
} from './support/databases';
import { RawClient, titleUpdate, updateOf } from './support/rawClient';
import { startProcess, type ServerProcess } from './support/serverProcess';
import { SteadyWriter } from './support/steadyWriter';
import { connectPeer, joinPeer, makeMap, runServer, temporaryFolder, until } from './support/testServer';
import { Visitor } from './support/visitor';
import { watchStore } from './support/watchedStore';

/** How long it may take until everybody has everything again, ms. */
const convergenceMs = 5_000;

let postgres: TestPostgres;
let redis: TestRedis;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
});
afterAll(() => Promise.all([postgres.stop(), redis.kill()]));

test('CLU-3 people on different servers see each other’s edits and presence at once', async () => {
  const shared = { postgres: await postgres.makeDatabase(), redis: redis.url };
  const [one, two] = [await runServer(shared), await runServer(shared)];
  const mapId = await makeMap(one);
  const [ann, ben] = [await joinPeer(one, mapId), await joinPeer(two, mapId)];
  ann.provider.awareness.setLocalState({ name: 'Ann' });
  ann.doc.getMap('map').set('title', 'Across');
  await until('Ben has it', () => ben.doc.getMap('map').get('title') === 'Across', 1_000);
  await until('Ben sees Ann', () => ben.provider.awareness.states.get(ann.doc.clientID)?.['name'] === 'Ann');
  const carla = connectPeer(two, mapId);
  await until('so does who comes later', () => carla.provider.awareness.states.has(ann.doc.clientID));
  for (let i = 0; i < 30; i++) {
    ann.doc.getMap('map').set(`a${i}`, i);
    ben.doc.getMap('map').set(`b${i}`, i);
  }
  const all = [ann, ben, carla];
  await until('all have all', () => all.every(({ doc }) => doc.getMap('map').size === 61), convergenceMs);
  ann.provider.destroy();
  await until('Ann is gone for Ben', () => !ben.provider.awareness.states.has(ann.doc.clientID));
  expect([...one.lines, ...two.lines]).toEqual([]);
});

test('CLU-4 without the relay edits arrive all the same; when it is back they are quick again', async () => {
  let relay = await startRedis();
  onTestFinished(() => relay.kill());
  const shared = { postgres: await postgres.makeDatabase(), redis: relay.url };
  const [one, two] = [await runServer(shared), await runServer(shared)];
  const mapId = await makeMap(one);
  const [ann, ben] = [await joinPeer(one, mapId), await joinPeer(two, mapId)];
  ann.provider.awareness.setLocalState({ name: 'Ann' });
  await until('Ben sees Ann', () => ben.provider.awareness.states.has(ann.doc.clientID));
  await relay.kill();
  ann.doc.getMap('map').set('title', 'Without');
  ben.doc.getMap('map').set('summary', 'Without');
  await until(
    'both have both',
    () => [ann, ben].every(({ doc }) => doc.getMap('map').size === 2),
    convergenceMs,
  );
  await until('who cannot be heard is not shown', () => !ben.provider.awareness.states.has(ann.doc.clientID));
  relay = await startRedis(relay.port);
  await until('Ben sees Ann again', () => ben.provider.awareness.states.has(ann.doc.clientID));
  expect(one.lines.filter((line) => line.includes('the relay is'))).toHaveLength(2);
});

test('CLU-5 two people writing under one id on two servers: the log decides, and all end up equal', async () => {
  const { wrapStore, store } = watchStore();
  const shared = { postgres: await postgres.makeDatabase() };
  const [one, two] = [await runServer(shared), await runServer({ ...shared, wrapStore })];
  const mapId = await makeMap(one);
  const writer = await new RawClient(one, mapId, [subprotocol]).synced();
  const twin = await new RawClient(two, mapId, [subprotocol]).synced();
  const bystander = await new RawClient(two, mapId).synced();
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  second.clientID = first.clientID;
  store().hold();
  twin.sendUpdate(titleUpdate('Second', second));
  await until('it waits to be stored', () => store().appendsBegun === 1);
  writer.sendUpdate(titleUpdate('First', first));
  await until('the other is stored', () => writer.acknowledgements.at(-1) === 1);
  store().release();
  expect([await twin.closed(), await bystander.closed()]).toEqual([closeCode.draining, closeCode.draining]);
  expect([twin.acknowledgements, bystander.doc.getMap('map').size]).toEqual([[], 0]);
  const again = await new RawClient(two, mapId).synced();
  expect(again.doc.getMap('map').get('title')).toBe('First');
  // What lost is refused as what it is, and stays with whoever wrote it.
  again.send(syncFrame('step2', Y.encodeStateAsUpdate(second)));
  expect(await again.closed()).toBe(closeCode.invalidUpdate);
});

test('CLU-6 while Postgres is away nothing is acknowledged; afterwards work goes on', async () => {
  const url = await postgres.makeDatabase();
  const server = await runServer({ postgres: url, redis: redis.url });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const elsewhere = new URL('/postgres', url).href;
  const allow = (allowed: boolean): string => `ALTER DATABASE ${nameOf(url)} ALLOW_CONNECTIONS ${allowed}`;
  // Every connection is cut, as when the database moves to another machine.
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${nameOf(url)}'`;
  await onDatabase(elsewhere, async (admin) => {
    await admin.query(allow(false));
    await admin.query(cut);
    client.sendUpdate(titleUpdate('Kept', client.doc));
    expect(await client.closed()).toBe(closeCode.draining);
    expect(client.acknowledgements).toEqual([]);
    expect(await new RawClient(server, mapId).closed()).toBe(closeCode.draining);
    await admin.query(allow(true));
  });
  const again = await new RawClient(server, mapId, [subprotocol]).synced();
  again.send(syncFrame('step2', Y.encodeStateAsUpdate(client.doc)));
  again.sendUpdate(titleUpdate('And on', client.doc));
  await until('it is acknowledged', () => again.acknowledgements.at(-1) === 2);
});

test('CLU-10 a Postgres whose commits are not on disk is refused', async () => {
  const url = await postgres.makeDatabase();
  await onDatabase(url, (client) =>
    client.query(`ALTER DATABASE ${nameOf(url)} SET synchronous_commit = off`),
  );
  const reason = (setting: string): string => `it runs with ${setting}=off, so a commit is not on disk`;
  await expect(runServer({ postgres: url })).rejects.toThrow(reason('synchronous_commit'));
  const answers = async <T>(): Promise<readonly T[]> => [{ fsync: 'off', synchronous: 'on' } as T];
  await expect(requireDurability(answers)).rejects.toThrow(reason('fsync'));
});

/** The database in an address. */
function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

test('CLU-7 three servers killed one by one under load: nothing acknowledged is lost, all are level within 5 s', async () => {
  const settings = { THROUGHLINE_POSTGRES: await postgres.makeDatabase(), THROUGHLINE_REDIS: redis.url };
  const servers: ServerProcess[] = await Promise.all([1, 2, 3].map(() => startProcess(settings)));
  const mapId = await makeMap(servers[0] as ServerProcess);
  const writers = ['ann', 'ben', 'carla', 'dan', 'eve', 'fay'].map((name) => new SteadyWriter(name, mapId));
  await Promise.all(writers.map((writer, index) => writer.connect(servers[index % 3] as ServerProcess)));
  const stopWriting = new AbortController();
  const writing = (async () => {
    while (!stopWriting.signal.aborted) {
      for (const writer of writers) writer.write();
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();
  for (let killed = 0; killed < 2; killed++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const victim = servers.shift() as ServerProcess;
    victim.process.kill('SIGKILL');
    await once(victim.process, 'exit');
    await until('the connections are noticed to be cut', () => writers.some((writer) => !writer.isConnected));
    for (const [index, writer] of writers.entries())
      if (!writer.isConnected) await writer.connect(servers[index % servers.length] as ServerProcess);
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  stopWriting.abort();
  await writing;
  const stopped = performance.now();
  const sizes = (): number[] => writers.map(({ doc }) => doc.getMap('map').size);
  const total = new Set(writers.flatMap(({ doc }) => [...doc.getMap('map').keys()]));
  await until('all have all', () => sizes().every((size) => size >= total.size), convergenceMs);
  expect(performance.now() - stopped).toBeLessThan(convergenceMs);
  const fresh = await new RawClient(servers[0] as ServerProcess, mapId).synced();
  for (const writer of writers) writer.note();
  const acknowledged = writers.flatMap((writer) => [...writer.acknowledged]);
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((key) => !fresh.doc.getMap('map').has(key))).toEqual([]);
  const states = writers.map(({ doc }) => JSON.stringify(Object.entries(doc.getMap('map').toJSON()).sort()));
  expect(new Set(states).size).toBe(1);
});

test('CLU-11 RIGHT-17 who is let in on one server is let in on all; who is shut out on one is out on all within 5 s', async () => {
  const shared = { postgres: await postgres.makeDatabase() };
  const [one, two] = [await runServer(shared), await runServer(shared)];
  const owner = new Visitor(one);
  const mapId = await owner.shareMap();
  const { secret } = await owner.createLink(mapId, 'editor', { label: 'Agency' });
  const guest = new Visitor(two);
  expect(await (await guest.redeem(mapId, secret)).json()).toMatchObject({ role: 'editor' });
  // Given by one server, used at the other, once.
  const { ticket = '' } = await guest.ticket(mapId);
  const client = await new RawClient(one, mapId, [subprotocol, ticketProtocolPrefix + ticket]).synced();
  expect(await guest.connectWith(mapId, ticket).closed()).toBe(closeCode.ticketRefused);
  expect((await new Visitor(two).ticket(mapId)).refused).toBe(closeCode.noSuchMap);
  const [link] = (await owner.overview(mapId)).links;
  await owner.askMap('DELETE', mapId, `/links/${link?.id}`);
  const revoked = performance.now();
  expect(await client.closed()).toBe(closeCode.forbidden);
  expect(performance.now() - revoked).toBeLessThan(5_000);
});

test('OPS-12 a Postgres dumped while people work and put back is healed by whoever holds more', async () => {
  const url = await postgres.makeDatabase();
  const server = await runServer({ postgres: url });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const doc = new Y.Doc();
  client.sendUpdate(titleUpdate('Before the backup', doc));
  await until('it is saved', () => client.acknowledgements.at(-1) === 1);
  const file = join(temporaryFolder(), 'backup.dump');
  runPostgresTool('pg_dump', '--format=custom', `--file=${file}`, url);
  client.sendUpdate(updateOf((target) => target.getMap('map').set('summary', 'After the backup'), doc));
  await until('it is saved', () => client.acknowledgements.at(-1) === 2);
  await server.close();
  runPostgresTool('pg_restore', '--clean', '--if-exists', '--single-transaction', `--dbname=${url}`, file);
  const page = readFileSync('docs/operations/README.md', 'utf8');
  const mark = /^psql .* --command="(.+)"$/m.exec(page)?.[1] ?? '';
  await onDatabase(url, (client) => client.query(mark));
  const again = await runServer({ postgres: url });
  const reader = await new RawClient(again, mapId).synced();
  expect(reader.doc.getMap('map').toJSON()).toEqual({ title: 'Before the backup' });
  const back = await new RawClient(again, mapId, [subprotocol]).synced();
  back.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('it is healed', () => reader.doc.getMap('map').get('summary') === 'After the backup');
});
