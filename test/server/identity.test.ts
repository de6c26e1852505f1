import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol } from '../../src/doc/wire';
import { awarenessFrame, syncFrame } from '../../server/sync/frames';
import { RawClient, titleUpdate, updateOf } from './support/rawClient';
import { joinPeer, makeMap, runServer, until } from './support/testServer';

/** A struct that deletes nothing and says nothing, but uses up another's clocks: the 11 bytes of `sync.md`. */
function collectedUnder(clientId: number, clock: number, length: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const map = doc.getMap('map');
  doc.transact(() => {
    for (let i = 0; i < clock + length; i++) map.set('x', i);
    map.delete('x');
  });
  return Y.diffUpdate(Y.encodeStateAsUpdate(doc), stateVector(clientId, clock));
}

function stateVector(clientId: number, clock: number): Uint8Array {
  return Y.encodeStateVector(new Map([[clientId, clock]]) as unknown as Y.Doc);
}

test('SRV-20 nobody can write under the id of somebody who is here', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const victim = await joinPeer(server, mapId);
  victim.doc.getMap('map').set('title', 'Mine');
  const attacker = await new RawClient(server, mapId, [subprotocol]).synced();
  await until('the attacker follows', () => attacker.doc.getMap('map').get('title') === 'Mine');
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(attacker.doc));
  forged.clientID = victim.doc.clientID;
  attacker.sendUpdate(titleUpdate('Forged', forged));
  // Not 44xx: an honest client whose line broke unnoticed looks the same until its old connection has timed out.
  expect(await attacker.closed()).toBe(closeCode.idInUse);
  victim.doc.getMap('map').set('summary', 'Still mine');
  await until('the victim’s edit is committed', () => victim.acknowledged() >= 2);
  const bystander = await new RawClient(server, mapId).synced();
  expect(bystander.doc.getMap('map').toJSON()).toEqual({ title: 'Mine', summary: 'Still mine' });
});

test('SRV-20 an id is free again as soon as its connection says goodbye, however long the socket lingers', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const doc = new Y.Doc();
  const before = await new RawClient(server, mapId, [subprotocol]).synced();
  before.send(awarenessFrame([{ clientId: doc.clientID, clock: 1, json: '{"name":"Ann"}' }]));
  before.sendUpdate(titleUpdate('Online', doc));
  await until('it is committed', () => before.acknowledgements.at(-1) === 1);
  // It never reads the answer to its goodbye, so the server's socket stays half-open.
  before.socket.pause();
  before.socket.close();
  const after = await new RawClient(server, mapId, [subprotocol]).synced();
  after.send(awarenessFrame([{ clientId: doc.clientID, clock: 2, json: '{"name":"Ann, back"}' }]));
  after.sendUpdate(titleUpdate('Done offline', doc));
  await until('it is committed too', () => after.acknowledgements.at(-1) === 1);
  const bystander = await new RawClient(server, mapId).synced();
  await until('she is seen', () => bystander.presence.get(doc.clientID) === '{"name":"Ann, back"}');
  expect(bystander.doc.getMap('map').get('title')).toBe('Done offline');
  expect(server.lines).toEqual([]);
});

test('SRV-20 nobody can use up another’s clocks with a collected piece', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const victim = await joinPeer(server, mapId);
  victim.doc.getMap('map').set('title', 'Mine');
  await until('it is committed', () => victim.acknowledged() >= 1);
  const attacker = await new RawClient(server, mapId).synced();
  attacker.sendUpdate(collectedUnder(victim.doc.clientID, 1, 1000));
  expect(await attacker.closed()).toBe(closeCode.idInUse);
  victim.doc.getMap('map').set('title', 'Mine again');
  const bystander = await joinPeer(server, mapId);
  await until('the edit arrives', () => bystander.doc.getMap('map').get('title') === 'Mine again');
});

test('SRV-21 what contradicts the stored content of the same id is refused', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const first = await new RawClient(server, mapId, [subprotocol]).synced();
  const doc = new Y.Doc();
  first.sendUpdate(titleUpdate('First', doc));
  await until('it is committed', () => first.acknowledgements.at(-1) === 1);
  first.socket.close();
  const copied = new Y.Doc();
  copied.clientID = doc.clientID;
  const second = await new RawClient(server, mapId).synced();
  second.send(syncFrame('step2', titleUpdate('Other', copied)));
  expect(await second.closed()).toBe(closeCode.invalidUpdate);
  const third = await new RawClient(server, mapId, [subprotocol]).synced();
  third.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('repeating what is stored is fine', () => third.acknowledgements.at(-1) === 1);
});

test('SRV-21 sending again what has been deleted meanwhile, or deleting what is there, is no contradiction', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const doc = new Y.Doc();
  const text = new Y.Text();
  const typed = updateOf((target) => {
    target.getMap('map').set('notes', text);
    text.insert(0, 'a long way home 🏠');
  }, doc);
  client.sendUpdate(typed);
  const cut = updateOf(() => text.delete(2, 5), doc);
  client.sendUpdate(cut);
  client.sendUpdate(typed);
  client.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('all four are committed', () => client.acknowledgements.at(-1) === 4);
  const other = await new RawClient(server, mapId).synced();
  expect(other.doc.getMap('map').toJSON()).toEqual({ notes: 'a way home 🏠' });
});

test('SRV-22 tabs of one browser may pass on each other’s edits', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const page = await fetch(`${server.url}/`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(cookie).toMatch(/^throughline-device=[A-Za-z0-9_-]{22}$/);
  const firstTab = await joinPeer(server, mapId, { cookie });
  firstTab.doc.getMap('map').set('title', 'First tab');
  const secondTab = await joinPeer(server, mapId, { cookie });
  await until('the tabs are equal', () => secondTab.doc.getMap('map').get('title') === 'First tab');
  // The first tab's socket is slow: the second has its next edit over BroadcastChannel and sends it first.
  firstTab.doc.once('update', (update: Uint8Array) => Y.applyUpdate(secondTab.doc, update, 'other tab'));
  firstTab.doc.getMap('map').set('title', 'First tab again');
  await until('both are committed', () => firstTab.acknowledged() >= 2 && secondTab.acknowledged() >= 1);
  const bystander = await new RawClient(server, mapId).synced();
  expect(bystander.doc.getMap('map').get('title')).toBe('First tab again');
  expect(server.lines).toEqual([]);
});

test('SRV-23 a connection speaks for one participant, and nobody speaks for another', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const bystander = await new RawClient(server, mapId).synced();
  const ann = await new RawClient(server, mapId).synced();
  const mallory = await new RawClient(server, mapId).synced();
  const entry = (clientId: number, clock: number, name: string) => ({
    clientId,
    clock,
    json: JSON.stringify({ name }),
  });
  ann.send(awarenessFrame([entry(7, 1, 'Ann')]));
  await until('Ann is seen', () => bystander.presence.has(7) && mallory.presence.has(7));
  mallory.send(awarenessFrame([entry(7, 99, 'Not Ann'), entry(8, 1, 'Mallory'), entry(9, 1, 'A third')]));
  mallory.send(awarenessFrame([{ clientId: 7, clock: 100, json: 'null' }, entry(9, 2, 'A third')]));
  await until('Mallory is seen', () => bystander.presence.has(8));
  ann.send(awarenessFrame([entry(7, 2, 'Ann moved')]));
  await until('Ann’s move is seen', () => bystander.presence.get(7) === '{"name":"Ann moved"}');
  expect([...bystander.presence.keys()].sort()).toEqual([7, 8]);
  expect([ann.presence.has(7), mallory.presence.has(8)]).toEqual([false, false]);
  ann.socket.terminate();
  await until('Ann is gone for everyone', () => !bystander.presence.has(7) && !mallory.presence.has(7));
  // A late echo, as plain y-websocket sends it, does not bring her back.
  mallory.send(awarenessFrame([entry(7, 2, 'Ann moved')]));
  mallory.send(awarenessFrame([entry(8, 2, 'Mallory moved')]));
  await until(
    'what came after the echo is seen',
    () => bystander.presence.get(8) === '{"name":"Mallory moved"}',
  );
  expect(bystander.presence.has(7)).toBe(false);
});

test('SRV-24 a late echo of somebody who has left does not bring them back', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const ann = await new RawClient(server, mapId).synced();
  const watcher = await new RawClient(server, mapId).synced();
  const bystander = await new RawClient(server, mapId).synced();
  const entry = (clientId: number, clock: number) => ({ clientId, clock, json: '{"name":"Ann"}' });
  ann.send(awarenessFrame([entry(7, 3)]));
  await until('the watcher sees Ann', () => watcher.presence.has(7));
  ann.socket.terminate();
  await until('Ann is gone', () => !watcher.presence.has(7));
  watcher.send(awarenessFrame([entry(7, 3)]));
  watcher.send(awarenessFrame([entry(9, 1)]));
  await until('the watcher shows itself', () => bystander.presence.has(9));
  expect(bystander.presence.has(7)).toBe(false);
  // Ann herself comes back with the state she had.
  const again = await new RawClient(server, mapId).synced();
  again.send(awarenessFrame([entry(7, 3)]));
  await until('Ann is back', () => bystander.presence.has(7));
});

test('SRV-24 a client that only watches does not take over whom it echoes', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const ann = await joinPeer(server, mapId, { protocols: [] });
  const watcher = await joinPeer(server, mapId, { protocols: [] });
  watcher.provider.awareness.setLocalState(null);
  ann.provider.awareness.setLocalState({ name: 'Ann' });
  await until('the watcher sees Ann', () => watcher.provider.awareness.getStates().has(ann.doc.clientID));
  ann.provider.awareness.setLocalState({ name: 'Ann', at: 2 });
  const later = await joinPeer(server, mapId, { protocols: [] });
  await until(
    'Ann is still herself',
    () => later.provider.awareness.getStates().get(ann.doc.clientID)?.['at'] === 2,
  );
  expect(server.lines).toEqual([]);
});
