import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { subprotocol } from '../../src/doc/wire';
import { readThroughlineFile } from '../../src/interchange/throughline/readThroughlineFile';
import { systemEntropy } from '../../src/model/ids';
import { runOperation, usage } from '../../server/operations/runOperation';
import { parseSettings, type Settings } from '../../server/settings';
import { openStorage } from '../../server/storage/openStorage';
import { databaseFile } from '../../server/storage/sqliteDatabase';
import { systemClock } from '../../server/clock';
import { syncFrame } from '../../server/sync/frames';
import { RawClient, recordUpdate, titleUpdate, updateOf } from './support/rawClient';
import { startProcess } from './support/serverProcess';
import { makeMap, runServer, temporaryFolder, until } from './support/testServer';
import { Visitor } from './support/visitor';
import { watchStore } from './support/watchedStore';
import { englishOpening } from '../../src/interchange/words/en/openingWords';

function settingsFor(dataFolder: string): Settings {
  const parsed = parseSettings({ THROUGHLINE_DATA: dataFolder });
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.settings;
}

/** Runs a command; returns what it said. */
async function run(dataFolder: string, ...words: string[]): Promise<string> {
  const lines: string[] = [];
  const code = await runOperation(words, settingsFor(dataFolder), (line) => lines.push(line));
  expect(code).toBe(lines.includes(usage) ? 2 : 0);
  return lines.join('\n');
}

test('OPS-1 a backup is made while people work; restored, the server is healed by whoever holds more', async () => {
  const folder = temporaryFolder();
  const server = await startProcess({ THROUGHLINE_DATA: folder });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const doc = new Y.Doc();
  client.sendUpdate(titleUpdate('Before the backup', doc));
  await until('it is saved', () => client.acknowledgements.at(-1) === 1);
  const file = join(temporaryFolder(), 'backup.sqlite');
  expect(await run(folder, 'backup', file)).toContain(file);
  await expect(run(folder, 'backup', file)).rejects.toThrow('exists already');
  client.sendUpdate(updateOf((target) => target.getMap('map').set('summary', 'After the backup'), doc));
  await until('it is saved', () => client.acknowledgements.at(-1) === 2);
  await expect(run(folder, 'restore', file)).rejects.toThrow('is another server using this folder?');
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
  expect(await run(folder, 'restore', file)).toContain('1 maps are as they were');
  expect(readdirSync(folder).some((name) => name.startsWith(`${databaseFile}.before-restore-`))).toBe(true);
  const again = await runServer({ dataFolder: folder });
  const reader = await new RawClient(again, mapId).synced();
  expect(reader.doc.getMap('map').toJSON()).toEqual({ title: 'Before the backup' });
  const back = await new RawClient(again, mapId, [subprotocol]).synced();
  back.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('it is healed', () => reader.doc.getMap('map').get('summary') === 'After the backup');
});

test('OPS-2 a damaged backup is refused and changes nothing; a damaged database can be replaced', async () => {
  const folder = temporaryFolder();
  const server = await runServer({ dataFolder: folder });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  client.sendUpdate(titleUpdate('Kept'));
  await until('it is saved', () => client.acknowledgements.at(-1) === 1);
  await server.close();
  const backup = join(temporaryFolder(), 'backup.sqlite');
  await run(folder, 'backup', backup);
  const database = join(folder, databaseFile);
  const broken = join(temporaryFolder(), 'broken.sqlite');
  const bytes = readFileSync(backup);
  const at = bytes.lastIndexOf('Kept');
  bytes.write('Lost', at);
  writeFileSync(broken, bytes);
  await expect(run(folder, 'restore', broken)).rejects.toThrow('it does not match its checksum');
  await expect(run(folder, 'restore', join(folder, 'none'))).rejects.toThrow('there is no file');
  expect(readdirSync(folder).filter((name) => name !== 'admin.sock')).toEqual([databaseFile]);
  expect(holds(folder, 'Kept')).toBe(true);
  writeFileSync(database, 'no database any more, as after a failed disk');
  expect(await run(folder, 'restore', backup)).toContain('1 maps');
  const again = await runServer({ dataFolder: folder });
  const reader = await new RawClient(again, mapId).synced();
  expect(reader.doc.getMap('map').get('title')).toBe('Kept');
});

test('OPS-3 all maps are exported as files that can be read without a server, while one runs and while none does', async () => {
  const folder = temporaryFolder();
  const server = await runServer({ dataFolder: folder });
  for (const title of ['Retail', '../Motor: claim', '']) {
    const client = await new RawClient(server, await makeMap(server), [subprotocol]).synced();
    client.sendUpdate(titleUpdate(title));
    await until('it is saved', () => client.acknowledgements.at(-1) === 1);
  }
  await server.close();
  const running = await startProcess({ THROUGHLINE_DATA: folder });
  const files = join(temporaryFolder(), 'files');
  expect(await run(folder, 'export', files)).toContain('3 maps');
  running.process.kill('SIGKILL');
  await once(running.process, 'exit');
  const stopped = join(temporaryFolder(), 'files');
  expect(await run(folder, 'export', stopped)).toContain('3 maps');
  expect(readdirSync(stopped)).toEqual(readdirSync(files));
  const names = readdirSync(files).sort();
  expect(names.map((name) => name.replace(/ .{6}\.throughline\.json$/, ''))).toEqual([
    'Motor claim',
    'Retail',
    'Untitled',
  ]);
  for (const name of names) {
    const read = readThroughlineFile(
      readFileSync(join(files, name), 'utf8'),
      name,
      systemEntropy,
      englishOpening,
    );
    expect(read).toMatchObject({ ok: true });
  }
});

/** Whether a text is anywhere in a folder, in the encodings a database may use. */
function holds(folder: string, text: string): boolean {
  return readdirSync(folder).some((name) => {
    const path = join(folder, name);
    return existsSync(path) && !name.endsWith('.sock') && readFileSync(path).includes(text);
  });
}

test('OPS-4 a purged text is gone from maps, history and free pages, and only that', async () => {
  const folder = temporaryFolder();
  const server = await runServer({ dataFolder: folder });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const doc = new Y.Doc();
  const secret = 'Gertrud Mustermann-Quist';
  const write = (change: (target: Y.Doc) => void): void => client.sendUpdate(updateOf(change, doc));
  write((target) => target.getMap('map').set('title', `Claim of ${secret}`));
  write((target) => target.getMap('map').set('title', 'Claim'));
  write((target) => {
    const record = new Y.Map<unknown>();
    target.getMap('touchpoints').set('t1', record);
    record.set('name', `Call ${secret}, then ${secret}`);
    record.set('tags', ['a', { note: secret }]);
    record.set('description', new Y.Text(`${secret} called. Call ${secret}.`));
  });
  await until('all is saved', () => client.acknowledgements.at(-1) === 3);
  await server.close();
  expect(holds(folder, secret)).toBe(true);
  expect(await run(folder, 'purge', secret)).toContain('in 4 places in 1 maps');
  expect(holds(folder, secret)).toBe(false);
  const again = await runServer({ dataFolder: folder });
  const reader = await new RawClient(again, mapId).synced();
  expect(reader.doc.getMap('touchpoints').toJSON()).toEqual({
    t1: {
      name: 'Call [removed], then [removed]',
      tags: ['a', { note: '[removed]' }],
      description: '[removed] called. Call [removed].',
    },
  });
  expect(reader.doc.getMap('map').get('title')).toBe('Claim');
  // Whoever still holds the old text takes over the new one and does not bring the old one back.
  const holder = await new RawClient(again, mapId, [subprotocol]).synced();
  holder.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('it is taken in', () => holder.acknowledgements.at(-1) === 1);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(holder.doc));
  expect(JSON.stringify(doc.getMap('touchpoints').toJSON())).not.toContain(secret);
  await again.close();
  expect(holds(folder, secret)).toBe(false);
});

test('OPS-5 a person is taken out of maps, sign-ins and audit logs', async () => {
  const folder = temporaryFolder();
  const server = await runServer({ dataFolder: folder });
  const visitor = new Visitor(server);
  const mapId = await visitor.shareMap();
  const actor = 'actor0123456789abcdef';
  const client = await visitor.connect(mapId);
  client.sendUpdate(recordUpdate(actor));
  await until('it is saved', () => client.acknowledgements.at(-1) === 1);
  await server.close();
  const open = () =>
    openStorage({ dataFolder: folder, clock: systemClock, entropy: systemEntropy, log: () => undefined });
  const storage = await open();
  const principal = (await storage.access.grants(mapId))[0]?.principal ?? '';
  await storage.access.savePerson({ principal, name: 'Gertrud Quist', actor, account: false });
  await storage.access.addSession('session', principal, Number.MAX_SAFE_INTEGER);
  await storage.access.note(mapId, { at: 1, event: 'opened', principal, name: 'Gertrud Quist', detail: '' });
  await storage.close();
  expect(await run(folder, 'erase', actor)).toContain('and of the audit logs');
  expect([holds(folder, actor), holds(folder, 'Gertrud Quist')]).toEqual([false, false]);
  const after = await open();
  expect(await after.access.people([principal])).toEqual([]);
  expect(await after.access.sessionPrincipal('session', 0)).toBeNull();
  expect((await after.access.grants(mapId)).map(({ role }) => role)).toEqual(['owner']);
  await after.close();
});

test('OPS-6 commands that are none are answered with how they are used', async () => {
  const folder = temporaryFolder();
  for (const words of [['help'], ['backup'], ['backup', 'a', 'b'], ['purge', 'a', 'b', 'c'], ['serve', 'x']])
    expect(await run(folder, ...words)).toBe(usage);
  await expect(run(folder, 'purge', 'ab')).rejects.toThrow('three letters');
  await expect(run(folder, 'purge', 'Anna', 'Annabel')).rejects.toThrow('must not contain it');
  await expect(run(folder, 'erase', 'A B')).rejects.toThrow('createdBy');
});

test('OPS-7 the server says whether it is ready: not without its store, not while it lets everybody go', async () => {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const ask = async (): Promise<readonly [number, unknown]> => {
    const response = await fetch(`${server.url}/api/ready`);
    return [response.status, await response.json()];
  };
  expect(await ask()).toEqual([200, { status: 'ready' }]);
  store().heads = () => Promise.reject(new Error('gone'));
  expect(await ask()).toEqual([503, { status: 'store-unreachable' }]);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});

test('OPS-8 metrics are on a port of their own, or nowhere, and name nobody', async () => {
  const server = await startProcess({
    THROUGHLINE_DATA: temporaryFolder(),
    THROUGHLINE_METRICS: '127.0.0.1:0',
    THROUGHLINE_LOG: 'json',
  });
  const lines = server.lines.map((line) => JSON.parse(line) as { time: string; message: string });
  expect(lines.every(({ time }) => !Number.isNaN(Date.parse(time)))).toBe(true);
  const address = /127\.0\.0\.1:\d+\/metrics/.exec(lines[0]?.message ?? '')?.[0];
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  client.sendUpdate(titleUpdate('Counted'));
  await until('it is saved', () => client.acknowledgements.at(-1) === 1);
  const text = await (await fetch(`http://${address}`)).text();
  for (const line of ['throughline_rooms 1', 'throughline_connections 1', 'throughline_updates_total 1'])
    expect(text.split('\n')).toContain(line);
  expect(text).toContain('throughline_commit_seconds_bucket{le="+Inf"} 1');
  expect(text).not.toContain(mapId.slice(0, 6));
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  client.send(Uint8Array.of(0, 9, 0));
  await client.closed();
  const after = async (): Promise<string> => (await fetch(`http://${address}`)).text();
  await expect.poll(after).toContain('throughline_closed_total{code="4400"} 1');
});
