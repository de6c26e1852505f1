import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol } from '../../src/doc/wire';
import { systemEntropy } from '../../src/model/ids';
import { systemClock } from '../../server/clock';
import { runOperation } from '../../server/operations/runOperation';
import { parseSettings } from '../../server/settings';
import { openStorage } from '../../server/storage/openStorage';
import { syncFrame } from '../../server/sync/frames';
import { onDatabase, startPostgres, type TestPostgres } from './support/databases';
import { RawClient, recordUpdate, titleUpdate, updateOf } from './support/rawClient';
import { startProcess } from './support/serverProcess';
import { makeMap, runServer, temporaryFolder, until, type TestServer } from './support/testServer';
import { Visitor } from './support/visitor';

const secret = 'Gertrud Mustermann-Quist';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Files below a folder that hold a text. */
function holding(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    // Postgres makes and removes files of its own while it runs.
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true && contentOf(path).includes(text);
  });
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

async function run(env: Readonly<Record<string, string>>, ...words: string[]): Promise<string> {
  const parsed = parseSettings(env);
  if (!parsed.ok) throw new Error(parsed.problem);
  const lines: string[] = [];
  expect(await runOperation(words, parsed.settings, (line) => lines.push(line))).toBe(0);
  return lines.join('\n');
}

interface Written {
  readonly mapId: string;
  readonly client: RawClient;
  /** All that its writer has, as it was when it was written. */
  readonly doc: Y.Doc;
}

/** A map that says the secret now in two places, and once said it in its title. */
async function writeSecrets(server: TestServer): Promise<Written> {
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const doc = new Y.Doc();
  const write = (change: (target: Y.Doc) => void): void => client.sendUpdate(updateOf(change, doc));
  write((target) => target.getMap('map').set('title', `Claim of ${secret}`));
  write((target) => target.getMap('map').set('title', 'Claim'));
  write((target) => {
    const record = new Y.Map<unknown>();
    target.getMap('touchpoints').set('t1', record);
    record.set('name', `Call ${secret}`);
    record.set('description', new Y.Text(`${secret} called.`));
  });
  await until('all is saved', () => client.acknowledgements.at(-1) === 3);
  return { mapId, client, doc };
}

const purged = { t1: { name: 'Call [removed]', description: '[removed] called.' } };

/** Whoever comes back with the old text takes over the new one, and what they wrote meanwhile is taken in. */
async function comeBack(server: TestServer, { mapId, doc }: Written): Promise<void> {
  doc.getMap('map').set('summary', 'Written meanwhile');
  const back = await new RawClient(server, mapId, [subprotocol]).synced();
  back.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('it is taken in', () => back.acknowledgements.at(-1) === 1);
  const reader = await new RawClient(server, mapId).synced();
  expect(reader.doc.getMap('touchpoints').toJSON()).toEqual(purged);
  expect(reader.doc.getMap('map').toJSON()).toEqual({ title: 'Claim', summary: 'Written meanwhile' });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(reader.doc));
  expect(doc.getMap('touchpoints').toJSON()).toEqual(purged);
}

async function stateOf(server: TestServer, mapId: string): Promise<Buffer> {
  const response = await fetch(`${server.url}/api/maps/${mapId}/state`);
  return gunzipSync(Buffer.from(await response.arrayBuffer()));
}

test('OPS-18 a text is purged while the server runs: whoever has it open is let go with 4409, nobody else notices', async () => {
  const dataFolder = temporaryFolder();
  const server = await runServer({ dataFolder });
  const written = await writeSecrets(server);
  const { mapId, client } = written;
  const [reader, other] = [await new RawClient(server, mapId).synced(), await makeMap(server)];
  const bystander = await new RawClient(server, other, [subprotocol]).synced();
  bystander.sendUpdate(titleUpdate('Unrelated'));
  const ann = new Visitor(server);
  const shared = await ann.shareMap();
  await ann.ask('PUT', '/api/me', { name: secret, actor: 'actor-of-gertrud' });
  await ann.createLink(shared, 'viewer', { label: `For ${secret}` });
  expect((await stateOf(server, mapId)).includes(secret)).toBe(true);
  expect(holding(dataFolder, secret).length).toBeGreaterThan(0);

  const { lines } = await server.operate({ command: 'purge', text: secret, replacement: '[removed]' });
  expect(lines.join()).toMatch(/in 2 places in 1 maps, and in [3-9] names and labels/);
  expect([await client.closed(), await reader.closed()]).toEqual([closeCode.purged, closeCode.purged]);
  expect(holding(dataFolder, secret)).toEqual([]);
  expect((await stateOf(server, mapId)).includes(secret)).toBe(false);
  const { links, people } = await ann.overview(shared);
  expect([links[0]?.label, people[0]?.name]).toEqual(['For [removed]', '[removed]']);
  await comeBack(server, written);
  expect(holding(dataFolder, secret)).toEqual([]);
  bystander.sendUpdate(titleUpdate('Still here', bystander.doc));
  await until('nobody else was disturbed', () => bystander.acknowledgements.at(-1) === 2);
});

test('OPS-18 whoever comes while a map is rewritten waits, and finds what it says then', async () => {
  const server = await runServer();
  const written = await writeSecrets(server);
  const purging = server.operate({ command: 'purge', text: secret, replacement: '[removed]' });
  expect(await written.client.closed()).toBe(closeCode.purged);
  const early = await new RawClient(server, written.mapId).synced();
  expect(early.doc.getMap('touchpoints').toJSON()).toEqual(purged);
  await purging;
  expect(early.closedWith).toBeNull();
});

test('OPS-19 a text is purged from a Postgres under two servers: both let everybody go, and no file holds it', async () => {
  const url = await postgres.makeDatabase();
  const env = { THROUGHLINE_POSTGRES: url };
  // Beside them is the write-ahead log, which is written over in time.
  const tables = join(postgres.data, 'base');
  const [one, two] = [await runServer({ postgres: url }), await runServer({ postgres: url })];
  const written = await writeSecrets(one);
  const { mapId, client } = written;
  const reader = await new RawClient(two, mapId).synced();
  const bystander = await new RawClient(two, await makeMap(two), [subprotocol]).synced();
  await stateOf(two, mapId);
  // As Postgres does by itself in time: samples for the planner, and pages on disk.
  const toDisk = (): Promise<unknown> =>
    onDatabase(url, async (admin) => {
      await admin.query('ANALYZE');
      await admin.query('CHECKPOINT');
    });
  await toDisk();
  expect(holding(tables, secret).length).toBeGreaterThan(0);
  expect(await run(env, 'purge', secret)).toContain('in 2 places in 1 maps');
  expect([await client.closed(), await reader.closed()]).toEqual([closeCode.purged, closeCode.purged]);
  await toDisk();
  expect(holding(tables, secret)).toEqual([]);
  // What the other server had made ready for newcomers is forgotten as soon as it looks.
  await expect.poll(async () => (await stateOf(two, mapId)).includes(secret)).toBe(false);
  await comeBack(two, written);
  expect(bystander.closedWith).toBeNull();
  await toDisk();
  expect(holding(tables, secret)).toEqual([]);
});

test('OPS-18 a person is erased by a command while the server runs in a process of its own', async () => {
  const dataFolder = temporaryFolder();
  const env = { THROUGHLINE_DATA: dataFolder };
  const server = await startProcess(env);
  const visitor = new Visitor(server);
  const mapId = await visitor.shareMap();
  const actor = 'actor0123456789abcdef';
  await visitor.ask('PUT', '/api/me', { name: secret, actor });
  const client = await (await visitor.connect(mapId)).synced();
  client.sendUpdate(recordUpdate(actor));
  await until('it is saved', () => client.acknowledgements.at(-1) === 1);
  expect(holding(dataFolder, actor).length).toBeGreaterThan(0);
  expect(await run(env, 'erase', actor)).toContain('in 1 maps, and of the audit logs');
  expect(await client.closed()).toBe(closeCode.purged);
  expect([...holding(dataFolder, actor), ...holding(dataFolder, secret)]).toEqual([]);
  server.process.kill('SIGTERM');
  await once(server.process, 'exit');
  const storage = await openStorage({
    dataFolder,
    clock: systemClock,
    entropy: systemEntropy,
    log: () => undefined,
  });
  expect((await storage.access.grants(mapId)).map(({ role }) => role)).toEqual(['owner']);
  await storage.close();
});
