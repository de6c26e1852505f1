import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol, wireLimits } from '../../src/doc/wire';
import { systemClock } from '../../server/clock';
import { DocumentThread, ThreadStoppedError } from '../../server/offThread/documentThread';
import { takeApart } from '../../server/offThread/takeApart';
import { updateParts } from '../../server/offThread/updateParts';
import { syncFrame } from '../../server/sync/frames';
import { circularUpdate } from './support/circularUpdate';
import { RawClient, titleUpdate, updateOf } from './support/rawClient';
import { makeMap, runServer, temporaryFolder, until } from './support/testServer';

const edit = fc.record({
  who: fc.nat(3),
  what: fc.constantFrom('record', 'field', 'text', 'erase', 'remove', 'meet'),
  record: fc.nat(5),
  at: fc.nat(20),
});

/** What some people wrote, each on a document of their own, seeing now and then what the others have. */
function written(edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[]): Y.Doc {
  const docs = [1, 2, 3, 4].map(() => new Y.Doc());
  for (const { who, what, record, at } of edits) {
    const doc = docs[who] as Y.Doc;
    const records = doc.getMap<Y.Map<unknown>>('touchpoints');
    const own = records.get(`r${record}`);
    const text = own?.get('notes');
    if (what === 'meet') for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    else if (what === 'record') records.set(`r${record}`, new Y.Map([['notes', new Y.Text('')]]));
    else if (what === 'remove') records.delete(`r${record}`);
    else if (what === 'field') own?.set(`f${at % 3}`, [at, { at }]);
    else if (text instanceof Y.Text && what === 'text') text.insert(Math.min(at, text.length), `word ${at}`);
    else if (text instanceof Y.Text && text.length > at) text.delete(at, 1 + (at % 2));
  }
  const [all] = docs as [Y.Doc];
  for (const other of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(other));
  return all;
}

test('SRV-70 whatever is cut up comes in part by part, none builds on a later one, and all together are the same', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 80 }), fc.integer({ min: 1, max: 7 }), (edits, pieces) => {
      const doc = written(edits);
      const update = Y.encodeStateAsUpdate(doc);
      const parts = updateParts(Y.decodeUpdate(update), { pieces, characters: 40, deletedRanges: 2 });
      const copy = new Y.Doc();
      for (const part of parts ?? []) {
        Y.applyUpdate(copy, part);
        expect([copy.store.pendingStructs, copy.store.pendingDs]).toEqual([null, null]);
      }
      expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))).toBe(true);
      expect(copy.getMap('touchpoints').toJSON()).toEqual(doc.getMap('touchpoints').toJSON());
      const taken = takeApart(update);
      expect(taken.kind === 'parts' && [...taken.summary.needs.values()].every((clock) => clock === 0)).toBe(
        true,
      );
    }),
    { numRuns: 300 },
  );
});

test('SRV-70 what is left of a document for somebody who has some of it says what it builds on', () => {
  const doc = new Y.Doc();
  titleUpdate('Here already', doc);
  const before = Y.encodeStateVector(doc);
  updateOf((target) => target.getMap('map').set('title', 'New'), doc);
  const rest = takeApart(Y.encodeStateAsUpdate(doc, before));
  expect(rest.kind === 'parts' && rest.summary.needs).toEqual(new Map([[doc.clientID, 1]]));
});

/** Only a bug takes longer, on a busy machine too. */
const patienceMs = 60_000;

/** Some megabytes of records, as somebody has them who worked offline for long. */
function bigMap(records: number): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let i = 0; i < records; i++) {
      const fields = Array.from({ length: 10 }, (_, field) => [`field ${field}`, `${i} ${field}`.padEnd(24)]);
      doc.getMap('touchpoints').set(`t${i}`, new Y.Map(fields as [string, string][]));
    }
  });
  return doc;
}

test(
  'SRV-70 SRV-71 while megabytes come in, others go on writing; they are acknowledged once, as a whole',
  { timeout: 180_000 },
  async () => {
    const dataFolder = temporaryFolder();
    const server = await runServer({ dataFolder });
    const [mapId, elsewhere] = [await makeMap(server), await makeMap(server)];
    const big = bigMap(2_500);
    const sender = await new RawClient(server, mapId, [subprotocol]).synced();
    const others = await Promise.all(
      [mapId, elsewhere].map((id) => new RawClient(server, id, [subprotocol]).synced()),
    );
    const docs = others.map(() => new Y.Doc());
    sender.send(syncFrame('step2', Y.encodeStateAsUpdate(big)));
    sender.sendUpdate(updateOf((doc) => doc.getMap('map').set('summary', 'Said after it'), big));
    let sent = 0;
    let sentInBetween = 0;
    while (sender.acknowledgements.length === 0) {
      others.forEach((client, index) => client.sendUpdate(titleUpdate(`${sent}`, docs[index])));
      sent += 1;
      const areAcknowledged = (): boolean => others.every(({ acknowledgements: all }) => all.at(-1) === sent);
      await until('both are acknowledged', areAcknowledged, patienceMs);
      if (others[0]?.doc.getMap('touchpoints').size !== 0) sentInBetween += 1;
    }
    // Between the first of some twenty parts and the last: had it come in as one, nobody would have had a turn.
    expect(sentInBetween).toBeGreaterThan(1);
    await until('what came after it is in', () => sender.acknowledgements.at(-1) === 2, patienceMs);
    const map = others[0]?.doc.getMap('map');
    await until('the room has it all', () => map?.get('summary') === 'Said after it');
    await until('and the records', () => others[0]?.doc.getMap('touchpoints').size === 2_500);
    await server.close();
    // Stored, made one snapshot elsewhere, and opened part by part.
    const again = await runServer({ dataFolder });
    const reader = await new RawClient(again, mapId).synced();
    expect(reader.doc.getMap('touchpoints').toJSON()).toEqual(big.getMap('touchpoints').toJSON());
  },
);

test('SRV-71 what is refused about a large update leaves the room as it was', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const bystander = await new RawClient(server, mapId).synced();
  const filling = (doc: Y.Doc): void => {
    for (let i = 0; i < 5; i++) doc.getMap('map').set(`filling ${i}`, 'x'.repeat(60_000));
  };
  const refusals: [number, Uint8Array][] = [
    [
      closeCode.invalidUpdate,
      updateOf((doc) => {
        filling(doc);
        doc.getMap('evil').set('a', 1);
      }),
    ],
    [
      closeCode.tooBig,
      updateOf((doc) => {
        filling(doc);
        for (let i = 0; i <= wireLimits.recordsPerKind; i++) doc.getMap('notes').set(`n${i}`, new Y.Map());
      }),
    ],
  ];
  for (const [code, update] of refusals) {
    const client = await new RawClient(server, mapId).synced();
    client.sendUpdate(update);
    expect(await client.closed()).toBe(code);
  }
  const doc = new Y.Doc();
  titleUpdate('Never sent', doc);
  const gap = await new RawClient(server, mapId).synced();
  gap.send(syncFrame('step2', updateOf(filling, doc)));
  expect(await gap.closed()).toBe(closeCode.invalidUpdate);
  const newcomer = await new RawClient(server, mapId).synced();
  expect([newcomer.doc.store.clients.size, bystander.updatesHeard, bystander.closedWith]).toEqual([
    0,
    0,
    null,
  ]);
});

test('SRV-71 what contradicts the stored map is found before any of it comes in, however late it stands; repeating is fine', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  // Two programs of one copied profile write under one id.
  const [stored, twin] = [new Y.Doc(), new Y.Doc()];
  stored.clientID = twin.clientID = 7;
  const first = await new RawClient(server, mapId, [subprotocol]).synced();
  first.send(syncFrame('step2', titleUpdate('Stored', stored)));
  await until('it is stored', () => first.acknowledgements.at(-1) === 1);
  titleUpdate('Something else', twin);
  const handIn = (own: Y.Doc): Uint8Array => {
    // Ids come in falling order: the parts of this one before the title.
    const whole = new Y.Doc();
    whole.clientID = 8;
    for (let i = 0; i < 5; i++) whole.getMap('map').set(`filling ${i}`, 'x'.repeat(60_000));
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(own));
    return Y.encodeStateAsUpdate(whole);
  };
  const taken = takeApart(handIn(twin));
  expect(taken.kind === 'parts' && taken.parts.length).toBeGreaterThan(1);
  const copied = await new RawClient(server, mapId, [subprotocol]).synced();
  copied.send(syncFrame('step2', handIn(twin)));
  expect(await copied.closed()).toBe(closeCode.invalidUpdate);
  const newcomer = await new RawClient(server, mapId).synced();
  expect(newcomer.doc.getMap('map').toJSON()).toEqual({ title: 'Stored' });
  expect(first.updatesHeard).toBe(0);
  const honest = await new RawClient(server, mapId, [subprotocol]).synced();
  honest.send(syncFrame('step2', handIn(stored)));
  await until('it is taken in', () => honest.acknowledgements.at(-1) === 1, patienceMs);
  await until('and passed on', () => newcomer.doc.getMap('map').size === 6);
});

test('SRV-71 pieces that each build on the other are refused as a whole', () => {
  expect(takeApart(circularUpdate())).toMatchObject({ kind: 'refused', reason: 'invalid' });
});

test('SRV-72 a task that does not add up is an error, and the next one is done', async () => {
  const thread = new DocumentThread(systemClock);
  const noise = new Uint8Array(200_000).fill(7);
  await expect(thread.run('merge', [noise, noise])).rejects.toThrow(Error);
  const big = Y.encodeStateAsUpdate(bigMap(1_000));
  expect(await thread.run('snapshot', [big])).toEqual(big);
  const given = thread.run('merge', [big, big]);
  thread.close();
  await expect(given).rejects.toThrow(ThreadStoppedError);
});
