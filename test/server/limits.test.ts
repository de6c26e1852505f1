import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol, wireLimits } from '../../src/doc/wire';
import { connectionLimits } from '../../server/connectionLimits';
import { ManualClock } from './support/manualClock';
import { RawClient, titleUpdate, updateOf } from './support/rawClient';
import { makeMap, runServer, until } from './support/testServer';

test('SRV-30 more updates than allowed end the connection with 4529; a burst is fine', async () => {
  const clock = new ManualClock();
  const server = await runServer({ clock });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [subprotocol]).synced();
  const doc = new Y.Doc();
  for (let i = 0; i < wireLimits.updateBurst; i++) client.sendUpdate(titleUpdate(`${i}`, doc));
  await until('the burst is committed', () => {
    clock.advance(0.001);
    clock.advance(4);
    return client.acknowledgements.at(-1) === wireLimits.updateBurst;
  });
  expect(client.closedWith).toBeNull();
  for (let i = 0; i < 2 * wireLimits.updateBurst; i++) client.sendUpdate(titleUpdate(`${i}`, doc));
  expect(await client.closed()).toBe(closeCode.slowDown);
});

test('SRV-31 a reader that does not read is let go with its room unharmed', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const slow = await new RawClient(server, mapId).synced();
  const writer = await new RawClient(server, mapId, [subprotocol]).synced();
  const bystander = await new RawClient(server, mapId).synced();
  slow.socket.pause();
  const doc = new Y.Doc();
  const filling = (round: number) =>
    updateOf((target) => {
      for (let i = 0; i < 15; i++) target.getMap('map').set(`k${i}`, `${round}`.padEnd(60_000, 'x'));
    }, doc);
  for (let round = 1; round <= 20; round++) {
    writer.sendUpdate(filling(round));
    await until(`round ${round} is committed`, () => writer.acknowledgements.at(-1) === round);
  }
  await until('the slow reader is let go', () =>
    server.lines.some((line) => line.includes(`${closeCode.slowDown}`)),
  );
  await until('the bystander has all', () =>
    String(bystander.doc.getMap('map').get('k14')).startsWith('20x'),
  );
  slow.socket.resume();
  expect([1006, closeCode.slowDown]).toContain(await slow.closed());
  expect([writer.closedWith, bystander.closedWith]).toEqual([null, null]);
});

test('SRV-32 state requests are answered at most once in five seconds, the last one for those before it', async () => {
  const clock = new ManualClock();
  const server = await runServer({ clock });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId).synced();
  let answers = 0;
  client.socket.on('message', (data: Buffer) => {
    if (data[0] === 0 && data[1] === 1) answers += 1;
  });
  for (let i = 0; i < 300; i++) client.sendStep1();
  await new Promise((resolve) => {
    client.socket.once('pong', resolve);
    client.socket.ping();
  });
  expect(answers).toBe(0);
  clock.advance(connectionLimits.stateRequestIntervalMs);
  await until('one answer stands for all', () => answers === 1);
});

test('SRV-33 every 20 s a quiet client hears something, so that y-websocket does not give up', async () => {
  const clock = new ManualClock();
  const server = await runServer({ clock });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId).synced();
  clock.advance(connectionLimits.keepAliveMs);
  await until('the first keep-alive', () => client.emptyPresenceFrames === 1);
});

test('SRV-34 a connection that answers no ping is cut and leaves the room', async () => {
  const clock = new ManualClock();
  const server = await runServer({ clock });
  const mapId = await makeMap(server);
  const client = await new RawClient(server, mapId, [], { autoPong: false }).synced();
  clock.advance(connectionLimits.keepAliveMs);
  await until('the ping is heard', () => client.emptyPresenceFrames === 1);
  clock.advance(connectionLimits.keepAliveMs);
  expect(await client.closed()).toBe(1006);
  await until('the room is closed', () => server.rooms() === 0);
});

test('SRV-35 the hundred-and-first connection of a room is sent off with 4529', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const all = Array.from({ length: wireLimits.connectionsPerRoom }, () => new RawClient(server, mapId));
  await Promise.all(all.map((client) => client.synced()));
  expect(await new RawClient(server, mapId).closed()).toBe(closeCode.slowDown);
});
