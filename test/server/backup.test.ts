import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { runOperation } from '../../server/operations/runOperation';
import { parseSettings } from '../../server/settings';
import { compactLog } from '../../server/storage/compactLog';
import { openStorage, type Storage } from '../../server/storage/openStorage';
import { portableTables } from '../../server/storage/portableTables';
import { checkSeal, sealFile } from '../../server/storage/sealedFile';
import { SqliteDatabase } from '../../server/storage/sqliteDatabase';
import { systemClock } from '../../server/clock';
import { syncFrame } from '../../server/sync/frames';
import { onDatabase, startPostgres, type TestPostgres } from './support/databases';
import { titleUpdate, updateOf, type RawClient } from './support/rawClient';
import { runServer, temporaryFolder, until } from './support/testServer';
import { guestOf, Visitor } from './support/visitor';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Where a server keeps what it keeps: a data folder, or a Postgres. */
interface Place {
  readonly dataFolder: string;
  readonly postgres?: string;
}
const places = {
  'the embedded store': async (): Promise<Place> => ({ dataFolder: temporaryFolder() }),
  Postgres: async (): Promise<Place> => ({
    dataFolder: temporaryFolder(),
    postgres: await postgres.makeDatabase(),
  }),
} as const;
const placeNames = Object.keys(places) as (keyof typeof places)[];

async function run(place: Place, ...words: string[]): Promise<string> {
  const parsed = parseSettings({
    THROUGHLINE_DATA: place.dataFolder,
    THROUGHLINE_POSTGRES: place.postgres,
  });
  if (!parsed.ok) throw new Error(parsed.problem);
  const lines: string[] = [];
  await runOperation(words, parsed.settings, (line) => lines.push(line));
  return lines.join('\n');
}

function open(place: Place): Promise<Storage> {
  return openStorage({ ...place, clock: systemClock, entropy: systemEntropy, log: () => undefined });
}

const backupFile = (): string => join(temporaryFolder(), 'backup');

async function write(client: RawClient, count: number, update: Uint8Array): Promise<void> {
  client.sendUpdate(update);
  await until('it is saved', () => client.acknowledgements.at(-1) === count);
}

test.each(placeNames)(
  'OPS-13 OPS-17 %s is restored while nobody is there, and healed by whoever comes first, of others’ work too',
  async (name) => {
    const place = await places[name]();
    const server = await runServer(place);
    const ann = new Visitor(server);
    const mapId = await ann.shareMap();
    const ben = await guestOf(ann, server, mapId, 'editor');
    const doc = new Y.Doc();
    const first = await ann.connect(mapId);
    await write(first, 1, titleUpdate('Before the backup', doc));
    const file = backupFile();
    await server.operate({ command: 'backup', file });
    const all = new Y.Doc();
    await write(first, 2, titleUpdate('After the backup', doc));
    // Ann loads the page again: what she writes from now on is under an id the backup has never seen.
    first.socket.close();
    Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
    const later = await ann.connect(mapId);
    await write(
      later,
      1,
      updateOf((target) => target.getMap('map').set('summary', 'New page'), all),
    );
    await server.close();

    const target = name === 'Postgres' ? await places[name]() : place;
    expect(await run(target, 'restore', file)).toContain('1 maps are as they were in the backup');
    const again = await runServer(target);
    const rejoin = ({ jar }: Visitor): Promise<RawClient> => new Visitor(again, jar).connect(mapId);
    // Ben holds all that was written, as his browser has kept it.
    const bens = await rejoin(ben);
    expect(bens.doc.getMap('map').toJSON()).toEqual({ title: 'Before the backup' });
    bens.send(syncFrame('step2', Y.encodeStateAsUpdate(all)));
    expect([...first.epochs, ...bens.epochs]).toEqual([0, 1]);
    await until('all of it is taken from Ben', () => bens.acknowledgements.at(-1) === 1);
    Y.applyUpdate(bens.doc, Y.encodeStateAsUpdate(all));
    const anns = await rejoin(ann);
    await write(
      anns,
      1,
      updateOf((next) => next.getMap('map').set('summary', 'And on'), all),
    );
    await until('Ben hears of it', () => bens.doc.getMap('map').get('summary') === 'And on');
    expect(bens.doc.getMap('map').get('title')).toBe('After the backup');
  },
);

/** All rows of a store, table by table, as a backup of it holds them. */
async function contentOf(place: Place): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const file = join(temporaryFolder(), 'copy.sqlite');
  const storage = await open(place);
  await storage.copyInto(file);
  await storage.close();
  const db = new Database(file);
  const rows = portableTables.map(({ name, columns }) => {
    const listed = columns.map((column) => column.name).join(', ');
    return [name, db.prepare(`SELECT ${listed} FROM ${name} ORDER BY rowid`).all()] as const;
  });
  db.close();
  return Object.fromEntries(rows);
}

/** More updates than are carried at once. */
const rowsBefore = 300;

/** Something in every table and column. */
async function fill(place: Place): Promise<void> {
  const storage = await open(place);
  const { store, access } = storage;
  const principal = 'b:ann';
  for (let i = 0; i < 5; i++) {
    const mapId = newMapId(systemEntropy);
    await store.create(mapId);
    const doc = new Y.Doc();
    const titles = Array.from({ length: rowsBefore }, (_, at) => `${i} ${at} “é” 🙂`);
    await store.append(titles.map((title) => ({ mapId, data: titleUpdate(title, doc) })));
    if (i > 0) await compactLog(store, mapId);
    const writers = [{ clientId: doc.clientID, principal }];
    await store.append([{ mapId, data: titleUpdate('last', doc), writers }]);
    await access.claim(mapId, principal, i === 0 ? null : 'viewer', 5);
    const link = {
      id: 'link',
      role: 'editor',
      label: 'Agency “north”',
      expiresAt: i === 0 ? null : 9e12,
      usesLeft: 3,
      used: 0,
      createdBy: principal,
      createdAt: 7,
      lastUsedAt: null,
      revokedAt: null,
    } as const;
    await access.addLink(mapId, link, `hash ${i}`);
    await access.redeem(mapId, `hash ${i}`, 'b:ben', 8);
    await access.note(mapId, { at: 1, event: 'opened', principal, name: 'Ann', detail: '' });
    await access.note(mapId, { at: 2, event: 'exported', principal: null, name: '', detail: 'x' });
  }
  await access.savePerson({ principal, name: 'Ann', actor: 'actor-of-ann', account: true });
  await access.savePerson({ principal: 'b:ben', name: 'Ben', actor: null, account: false });
  await access.addSession('session', principal, 9e12);
  await storage.close();
}

test('OPS-14 a backup of one store goes into the other and back, every row of it', async () => {
  const [embedded, shared, back] = [
    await places['the embedded store'](),
    await places.Postgres(),
    await places['the embedded store'](),
  ];
  await fill(embedded);
  const before = await contentOf(embedded);
  for (const [name, rows] of Object.entries(before)) expect(rows.length, name).toBeGreaterThan(0);
  const [first, second] = [backupFile(), backupFile()];
  await run(embedded, 'backup', first);
  expect(await run(shared, 'restore', first)).toContain('5 maps');
  await run(shared, 'backup', second);
  expect(await run(back, 'restore', second)).toContain('5 maps');
  // What was written under an id since is taken from anybody; everything else is as it was.
  const restored = (times: number) => ({
    ...before,
    docs: (before['docs'] as readonly { readonly epoch: number }[]).map((row) => ({ ...row, epoch: times })),
    writers: [],
  });
  const sorted = (content: Readonly<Record<string, readonly unknown[]>>): readonly unknown[] =>
    Object.entries(content).map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]);
  expect(sorted(await contentOf(shared))).toEqual(sorted(restored(1)));
  expect(sorted(await contentOf(back))).toEqual(sorted(restored(2)));
  expect(statSync(second).mode & 0o777).toBe(0o600);
});

test('OPS-14 every column of Postgres is in a backup, but for what only orders rows or tells servers of a change', async () => {
  const { postgres: url = '' } = await places.Postgres();
  await (await open({ dataFolder: '', postgres: url })).close();
  const { rows } = await onDatabase(url, (client) =>
    client.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    ),
  );
  const carried = portableTables.flatMap(({ name, columns }) =>
    columns.map((column) => `${name}.${column.postgres}`),
  );
  // Tickets live for a minute; whoever holds one gets another.
  const others = rows
    .map(({ name }) => name)
    .filter((name) => !carried.includes(name) && !name.startsWith('tickets.'));
  expect(others.sort()).toEqual([
    'access.version',
    'audit.n',
    'closings.at',
    'closings.doc',
    'closings.n',
    'grants.n',
    'links.n',
  ]);
});

test('OPS-15 a backup that is not, byte by byte, what was written is refused', async () => {
  const file = backupFile();
  const place = await places['the embedded store']();
  await (await open(place)).close();
  await run(place, 'backup', file);
  const whole = readFileSync(file);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
      const bytes = Buffer.from(whole);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(file, bytes);
      await expect(checkSeal(file)).rejects.toThrow(/damaged|no backup of Throughline|another version/);
    }),
    { numRuns: 100, examples: [[0], [(whole.length - 1) * 8], [(whole.length - 30) * 8]] },
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
      writeFileSync(file, whole);
      truncateSync(file, length);
      await expect(checkSeal(file)).rejects.toThrow('no backup of Throughline, or was cut short');
    }),
    { numRuns: 50 },
  );
  writeFileSync(file, whole);
  expect(await checkSeal(file)).toBeLessThan(whole.length);
});

test.each(placeNames)(
  'OPS-15 a backup that cannot be put into %s changes nothing and says why',
  async (name) => {
    const [source, target] = [await places['the embedded store'](), await places[name]()];
    await fill(source);
    const [file, other] = [backupFile(), backupFile()];
    await run(source, 'backup', file);
    const text = readFileSync(file, 'latin1');
    writeFileSync(
      other,
      text.replace(/throughline-backup 0001 (?=[0-9a-f]{64}\n$)/, 'throughline-backup 0002 '),
      'latin1',
    );
    await expect(run(target, 'restore', other)).rejects.toThrow(
      'was written by another version of Throughline (form 2, not 1)',
    );
    writeFileSync(other, 'no backup');
    await expect(run(target, 'restore', other)).rejects.toThrow('is no backup of Throughline');
    // Sealed, but no database: it gets as far as the store.
    await sealFile(other);
    await expect(run(target, 'restore', other)).rejects.toThrow('not a database');
    const empty = await contentOf(target);
    expect(Object.values(empty).flat()).toEqual([]);
    expect(await run(target, 'restore', file)).toContain('5 maps');
    const restored = await contentOf(target);
    const again = run(target, 'restore', file);
    if (name === 'Postgres') {
      await expect(again).rejects.toThrow('the Postgres database is not empty');
      expect(await contentOf(target)).toEqual(restored);
    } else expect(await again).toContain('What was there before is in');
  },
);

test('OPS-16 a map that was damaged before the backup is named, and does not keep the others from being restored', async () => {
  const source = await places['the embedded store']();
  await fill(source);
  const database = new SqliteDatabase(source.dataFolder);
  const sql = 'UPDATE updates SET sha256 = data WHERE doc = (SELECT id FROM docs LIMIT 1) AND seq = ?';
  database.db.prepare(sql).run(rowsBefore + 1);
  database.close();
  const file = backupFile();
  await run(source, 'backup', file);
  for (const name of placeNames) {
    const said = await run(await places[name](), 'restore', file);
    expect(said).toContain('5 maps are as they were in the backup');
    expect(said).toMatch(
      /Damaged before the backup was made: the stored log of map .{6}… is damaged: update 301 /,
    );
  }
});
