import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol, wireLimits } from '../../src/doc/wire';
import { syncFrame } from '../../server/sync/frames';
import { circularUpdate } from './support/circularUpdate';
import { RawClient, titleUpdate, updateOf } from './support/rawClient';
import { connectPeer, joinPeer, makeMap, runServer, until } from './support/testServer';
import { watchStore } from './support/watchedStore';

/** Resolves when the server has dealt with all a client has sent, and the client has heard all it had been sent by then. */
function roundTrip(client: RawClient): Promise<void> {
  return new Promise((resolve) => {
    client.socket.once('pong', () => resolve());
    client.socket.ping();
  });
}

test('SRV-2 nothing is acknowledged, passed on or shown to newcomers before it is committed', async () => {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const mapId = await makeMap(server);
  const ann = await new RawClient(server, mapId, [subprotocol]).synced();
  const ben = await new RawClient(server, mapId).synced();
  store().hold();
  ann.sendUpdate(titleUpdate('Held up'));
  const newcomer = await new RawClient(server, mapId).opened();
  newcomer.sendStep1();
  // Whatever was to be sent early would have come.
  for (const client of [ann, ben, newcomer]) await roundTrip(client);
  expect([ann.acknowledgements, ben.updatesHeard, newcomer.hasState]).toEqual([[], 0, false]);
  store().release();
  await until(
    'all have it',
    () => ben.updatesHeard === 1 && newcomer.hasState && ann.acknowledgements.at(-1) === 1,
  );
  expect(store().appended).toBe(1);
  expect(newcomer.doc.getMap('map').get('title')).toBe('Held up');
});

test('SRV-2 a newcomer hears what is changed between its state and the commit both wait for', async () => {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const mapId = await makeMap(server);
  const ann = await new RawClient(server, mapId, [subprotocol]).synced();
  const ben = await new RawClient(server, mapId).synced();
  const set = (key: string) => updateOf((doc) => doc.getMap('map').set(key, 'set'));
  store().hold();
  ann.sendUpdate(set('title'));
  await until('it is being stored', () => store().appendsBegun === 1);
  // From here on all wait for the commit after that one.
  ben.sendUpdate(set('summary'));
  await roundTrip(ben);
  const newcomer = await new RawClient(server, mapId).opened();
  newcomer.sendStep1();
  await roundTrip(newcomer);
  ann.sendUpdate(set('purpose'));
  await roundTrip(ann);
  expect(newcomer.hasState).toBe(false);
  store().release();
  await until('ann’s edits are committed', () => ann.acknowledgements.at(-1) === 2);
  await roundTrip(newcomer);
  const all = { title: 'set', summary: 'set', purpose: 'set' };
  expect([ben.doc.getMap('map').toJSON(), newcomer.doc.getMap('map').toJSON()]).toEqual([
    { title: 'set', purpose: 'set' },
    all,
  ]);
});

test('SRV-3 a failed append closes the room with 4503 and shows nobody what was lost', async () => {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const mapId = await makeMap(server);
  const ann = await new RawClient(server, mapId, [subprotocol]).synced();
  const ben = await new RawClient(server, mapId).synced();
  store().failAppends = true;
  ann.sendUpdate(titleUpdate('Lost'));
  expect([await ann.closed(), await ben.closed()]).toEqual([closeCode.draining, closeCode.draining]);
  expect([ann.acknowledgements, ben.updatesHeard]).toEqual([[], 0]);
  store().failAppends = false;
  const later = await new RawClient(server, mapId).synced();
  expect(later.doc.getMap('map').get('title')).toBeUndefined();
  expect(server.lines.some((line) => line.includes('an append failed: disk full'))).toBe(true);
  expect(server.lines.join('\n')).not.toContain(mapId);
});

test('SRV-4 acknowledgements count content frames, once each, also those that bring nothing new', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const doc = new Y.Doc();
  const first = titleUpdate('One', doc);
  client.send(syncFrame('step2', first));
  client.sendUpdate(first);
  client.sendUpdate(titleUpdate('Two', doc));
  await until('three are committed', () => client.acknowledgements.at(-1) === 3);
  expect(client.acknowledgements).toEqual([...client.acknowledgements].sort((a, b) => a - b));
  expect(client.updatesHeard).toBe(0);
});

test('SRV-5 a plain y-websocket client works and is sent no acknowledgements', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const plain = await joinPeer(server, mapId, { protocols: [] });
  const other = await joinPeer(server, mapId);
  plain.doc.getMap('map').set('title', 'Plain');
  await until('the other has it', () => other.doc.getMap('map').get('title') === 'Plain');
  other.doc.getMap('map').set('title', 'Back');
  await until('the plain one has it', () => plain.doc.getMap('map').get('title') === 'Back');
  expect(plain.acknowledged()).toBe(0);
});

test('SRV-6 loading is single-flight and answers nobody before it has finished', async () => {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const mapId = await makeMap(server);
  store().hold();
  const clients = await Promise.all([1, 2, 3].map(() => new RawClient(server, mapId).opened()));
  for (const client of clients) client.sendStep1();
  await until('the load has begun', () => store().reads > 0);
  expect(clients.some((client) => client.hasState)).toBe(false);
  store().release();
  await until('all have the state', () => clients.every((client) => client.hasState));
  expect(store().reads).toBe(1);
});

test('SRV-7 a failed load is a retryable error, never an empty document', async () => {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const mapId = await makeMap(server);
  const writer = await new RawClient(server, mapId, [subprotocol]).synced();
  writer.sendUpdate(titleUpdate('Kept'));
  await until('it is committed', () => writer.acknowledgements.at(-1) === 1);
  writer.socket.close();
  await until('the room is closed', () => writer.closedWith !== null && server.rooms() === 0);
  store().failReads = true;
  const refused = new RawClient(server, mapId);
  expect(await refused.closed()).toBe(closeCode.draining);
  expect(refused.hasState).toBe(false);
  store().failReads = false;
  const again = await new RawClient(server, mapId).synced();
  expect(again.doc.getMap('map').get('title')).toBe('Kept');
});

test('SRV-8 joining while a room is being stored brings it back to life with all it holds', async () => {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const mapId = await makeMap(server);
  const ann = await new RawClient(server, mapId, [subprotocol]).synced();
  store().hold();
  ann.sendUpdate(titleUpdate('Still being stored'));
  ann.socket.close();
  await ann.closed();
  const ben = await new RawClient(server, mapId).opened();
  ben.sendStep1();
  await until('the room has not been loaded anew', () => server.rooms() === 1);
  store().release();
  await until('Ben has the state', () => ben.hasState);
  expect(ben.doc.getMap('map').get('title')).toBe('Still being stored');
  expect(store().reads).toBe(1);
  ben.sendUpdate(titleUpdate('Goes on', ben.doc));
  const carla = await new RawClient(server, mapId).synced();
  await until('Carla has it', () => carla.doc.getMap('map').get('title') === 'Goes on');
});

test('SRV-9 an edit sent before the offline work it builds on waits for it', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).opened();
  const doc = new Y.Doc();
  const offline = titleUpdate('Offline', doc);
  const typedAtOnce = updateOf((target) => target.getMap('map').set('summary', 'Online'), doc);
  client.sendStep1();
  client.sendUpdate(typedAtOnce);
  await until('the server has answered', () => client.hasState);
  expect(client.acknowledgements).toEqual([]);
  client.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('both are committed', () => client.acknowledgements.at(-1) === 2);
  expect(offline.length).toBeGreaterThan(0);
  const other = await new RawClient(server, mapId).synced();
  expect(other.doc.getMap('map').toJSON()).toEqual({ title: 'Offline', summary: 'Online' });
});

test('SRV-9 a gap that sync step 2 does not fill ends the connection', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId).synced();
  const doc = new Y.Doc();
  titleUpdate('Never sent', doc);
  client.sendUpdate(titleUpdate('Builds on it', doc));
  client.send(syncFrame('step2', Y.encodeStateAsUpdate(new Y.Doc())));
  expect(await client.closed()).toBe(closeCode.invalidUpdate);
  const other = await new RawClient(server, mapId).synced();
  expect(other.doc.getMap('map').size).toBe(0);
});

test('SRV-13 an update whose harm shows only after applying is taken back; what others sent meanwhile stays', async () => {
  const { wrapStore, store } = watchStore();
  const server = await runServer({ wrapStore });
  const mapId = await makeMap(server);
  const writer = await new RawClient(server, mapId, [subprotocol]).synced();
  const bystander = await new RawClient(server, mapId).synced();
  const attacker = await new RawClient(server, mapId).synced();
  const doc = new Y.Doc();
  store().hold();
  writer.sendUpdate(titleUpdate('Before', doc));
  await until('it is being stored', () => store().appendsBegun === 1);
  attacker.sendUpdate(circularUpdate());
  expect(await attacker.closed()).toBe(closeCode.invalidUpdate);
  writer.sendUpdate(titleUpdate('After', doc));
  const newcomer = await new RawClient(server, mapId).opened();
  newcomer.sendStep1();
  store().release();
  await until('both are committed', () => writer.acknowledgements.at(-1) === 2);
  await until(
    'all have them',
    () => newcomer.hasState && bystander.doc.getMap('map').get('title') === 'After',
  );
  const last = await new RawClient(server, mapId).synced();
  expect(last.doc.getMap('map').toJSON()).toEqual({ title: 'After' });
  expect([last.doc.store.pendingStructs, bystander.doc.store.pendingStructs]).toEqual([null, null]);
  expect(store().reads).toBe(2);
});

test('SRV-10 more than 20,000 records of a kind are too many, and leave the room as it was', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const bystander = await new RawClient(server, mapId).synced();
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const many = (count: number) =>
    updateOf((target) => {
      for (let i = 0; i < count; i++) target.getMap('notes').set(`n${i}`, new Y.Map());
    });
  client.sendUpdate(many(wireLimits.recordsPerKind + 1));
  expect(await client.closed()).toBe(closeCode.tooBig);
  const other = await new RawClient(server, mapId, [subprotocol]).synced();
  other.sendUpdate(many(wireLimits.recordsPerKind));
  await until('20,000 are fine', () => bystander.doc.getMap('notes').size === wireLimits.recordsPerKind);
});

test('SRV-1 work done offline by several clients merges when they come back', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const peers = await Promise.all([1, 2, 3].map(() => joinPeer(server, mapId)));
  for (const { provider } of peers) provider.disconnect();
  peers.forEach(({ doc }, index) => {
    for (let i = 0; i < 50; i++) {
      const record = new Y.Map();
      doc.getMap('touchpoints').set(`t${index}-${i}`, record);
      record.set('title', `${index}/${i}`);
    }
    doc.getMap('map').set('title', `by ${index}`);
  });
  for (const { provider } of peers) provider.connect();
  await until('all are equal', () => {
    const states = peers.map(({ doc }) =>
      JSON.stringify([doc.getMap('touchpoints').size, doc.getMap('map').get('title')]),
    );
    return states.every((state) => state === states[0] && state.startsWith('[150,'));
  });
  const fresh = connectPeer(server, mapId);
  await until('a fresh client has all', () => fresh.doc.getMap('touchpoints').size === 150);
  expect(server.lines).toEqual([]);
});
