import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closeCode, subprotocol, ticketLifeMs, ticketProtocolPrefix } from '../../src/doc/wire';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { systemClock } from '../../server/clock';
import { Tickets } from '../../server/access/tickets';
import { EmbeddedTicketStore } from '../../server/storage/embeddedTicketStore';
import { ManualClock } from './support/manualClock';
import { RawClient, titleUpdate } from './support/rawClient';
import { connectPeer, makeMap, runServer, temporaryFolder, until } from './support/testServer';
import { guestOf, Visitor } from './support/visitor';

/** A shared map, its owner and an editor, on a server whose clock can be put forward. */
async function sharedMap() {
  let ahead = 0;
  const dataFolder = temporaryFolder();
  const server = await runServer({ dataFolder, clock: { ...systemClock, now: () => Date.now() + ahead } });
  const owner = new Visitor(server);
  const mapId = await owner.shareMap();
  const editor = await guestOf(owner, server, mapId, 'editor');
  const ticketOf = async (who: Visitor, id = mapId): Promise<string> =>
    (await who.ticket(id)).ticket ?? 'none';
  const skip = (ms: number): void => void (ahead += ms);
  return { server, dataFolder, owner, editor, mapId, ticketOf, skip };
}

test('RIGHT-17 a ticket opens one socket, and no second one', async () => {
  const { owner, editor, mapId, ticketOf } = await sharedMap();
  const ticket = await ticketOf(editor);
  expect(Buffer.from(ticket, 'base64url')).toHaveLength(32);
  const socket = await editor.connectWith(mapId, ticket).synced();
  expect([socket.socket.protocol, socket.roles]).toEqual([subprotocol, ['editor']]);
  const replays = [editor, owner].map((who) => who.connectWith(mapId, ticket));
  for (const replay of replays) {
    expect(await replay.closed()).toBe(closeCode.ticketRefused);
    expect(replay.closedSaying).toContain('one connection');
    expect([replay.hasState, replay.roles]).toEqual([false, []]);
  }
  expect(socket.closedWith).toBeNull();
  const race = await ticketOf(editor);
  const racers = Array.from({ length: 5 }, () => editor.connectWith(mapId, race));
  await until(
    'all but one are refused',
    () => racers.filter((racer) => racer.closedWith !== null).length === 4,
  );
  expect(new Set(racers.map(({ closedWith }) => closedWith))).toEqual(
    new Set([null, closeCode.ticketRefused]),
  );
});

test('RIGHT-18 a ticket that has ended, of another map, or made up opens nothing, and is used up by trying', async () => {
  const { server, owner, editor, mapId, ticketOf, skip } = await sharedMap();
  const other = await owner.shareMap();
  const attempt = (id: string, ticket: string): Promise<number> => owner.connectWith(id, ticket).closed();
  const tried = await ticketOf(owner, other);
  expect(await attempt(mapId, tried)).toBe(closeCode.ticketRefused);
  expect(await attempt(other, tried)).toBe(closeCode.ticketRefused);
  for (const made of ['', 'x', 'A'.repeat(43), 'A'.repeat(5_000)])
    expect(await attempt(mapId, made)).toBe(closeCode.ticketRefused);
  const old = await ticketOf(editor);
  skip(ticketLifeMs);
  expect(await attempt(mapId, old)).toBe(closeCode.ticketRefused);
  const late = await ticketOf(editor);
  skip(ticketLifeMs - 1_000);
  await editor.connectWith(mapId, late).synced();
  expect(server.lines.join('\n')).not.toContain(old);
});

test('RIGHT-18 what is given or taken after a ticket was given ends it; what others are given does not', async () => {
  const { server, owner, editor, mapId, ticketOf } = await sharedMap();
  const before = await ticketOf(editor);
  await guestOf(owner, server, mapId, 'viewer');
  await editor.connectWith(mapId, before).synced();
  const [promoted, revoked] = [await ticketOf(editor), await ticketOf(editor)];
  const { people, links } = await owner.overview(mapId);
  const person = people.find(({ role }) => role === 'editor')?.id;
  await owner.askMap('PATCH', mapId, `/people/${person}`, { role: 'commenter' });
  expect(await editor.connectWith(mapId, promoted).closed()).toBe(closeCode.ticketRefused);
  const demoted = await editor.connect(mapId);
  expect(demoted.roles).toEqual(['commenter']);
  await owner.askMap('DELETE', mapId, `/people/${person}`);
  expect(await editor.connectWith(mapId, revoked).closed()).toBe(closeCode.forbidden);
  expect(await editor.ticket(mapId)).toEqual({ refused: closeCode.forbidden });
  const viewer = new Visitor(server);
  const { secret, id } = await owner.createLink(mapId, 'viewer');
  const { ticket } = (await (await viewer.redeem(mapId, secret)).json()) as { ticket: string };
  await owner.askMap('DELETE', mapId, `/links/${id}`);
  expect(await viewer.connectWith(mapId, ticket).closed()).toBe(closeCode.forbidden);
  expect(links.length).toBeGreaterThan(0);
});

test('RIGHT-19 without a ticket a socket may do what the address allows: cookies open none', async () => {
  const { server, owner, mapId } = await sharedMap();
  const codes = await Promise.all(
    [mapId, newMapId(systemEntropy)].flatMap((id) => [
      owner.connectWith(id, null, []).closed(),
      owner.connectWith(id, null).closed(),
    ]),
  );
  // A map that is not open to everybody looks like one that does not exist.
  const plain = closeCode.noSuchMap;
  expect(codes).toEqual([plain, closeCode.clientTooOld, plain, closeCode.clientTooOld]);
  const open = await makeMap(server);
  const plainClient = connectPeer(server, open, { protocols: [] });
  await until('a plain client is in', () => plainClient.provider.synced);
  const made = await new Visitor(server).connect(open);
  expect(made.roles).toEqual(['editor']);
});

test('RIGHT-19 a plain y-websocket client may bring a ticket too, and is told which of its offers was taken', async () => {
  const { server, owner, mapId, ticketOf } = await sharedMap();
  const offer = ticketProtocolPrefix + (await ticketOf(owner));
  const plain = connectPeer(server, mapId, { protocols: [offer] });
  await until('it is in', () => plain.provider.synced);
  plain.doc.getMap('map').set('title', 'By a plain client');
  const reader = await owner.connect(mapId, []);
  await until('the edit arrives', () => reader.doc.getMap('map').get('title') === 'By a plain client');
});

test('RIGHT-17 tickets are in no log and no file', async () => {
  const { server, dataFolder, owner, mapId, ticketOf } = await sharedMap();
  const [used, unused] = [await ticketOf(owner), await ticketOf(owner)];
  const socket = await owner.connectWith(mapId, used).synced();
  socket.send('nonsense');
  await socket.closed();
  await owner.connectWith(mapId, used).closed();
  await server.close();
  const stored = readFileSync(`${dataFolder}/throughline.sqlite`).toString('latin1');
  expect(server.lines.length).toBeGreaterThan(0);
  for (const ticket of [used, unused]) expect(stored + server.lines.join('\n')).not.toContain(ticket);
});

test('RIGHT-9 fifty people with three tabs each and a restart are not slowed down; a browser that asks on and on is', async () => {
  const { server, owner, mapId } = await sharedMap();
  const { secret } = await owner.createLink(mapId, 'viewer');
  const people = Array.from({ length: 50 }, () => new Visitor(server));
  const came = await Promise.all(people.map((person) => person.redeem(mapId, secret)));
  expect(came.map(({ status }) => status)).toEqual(came.map(() => 200));
  const again = people.flatMap((person) => Array.from({ length: 6 }, () => person.ticket(mapId)));
  expect((await Promise.all(again)).every(({ ticket }) => ticket !== undefined)).toBe(true);
  const greedy = new Visitor(server);
  await greedy.redeem(mapId, secret);
  const statuses: number[] = [];
  for (let i = 0; i < 180; i++) statuses.push((await greedy.askMap('POST', mapId, '/tickets')).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
  expect((await owner.ticket(mapId)).ticket).toBeDefined();
});

test('RIGHT-9 one address gets 6,000 tickets a minute, whatever its browsers call themselves', async () => {
  const clock = new ManualClock();
  const store = new EmbeddedTicketStore();
  const right = { role: 'viewer', endsAt: null, hadAccess: true, generation: '' } as const;
  const tickets = new Tickets({
    store,
    access: { roleOf: async () => right },
    clock,
    entropy: systemEntropy,
  });
  const ask = async (index: number, address: string): Promise<boolean> => {
    const caller = { device: `d:${index}`, isRecognised: false, account: null };
    return (await tickets.give('m', caller, address)).ok;
  };
  for (let i = 0; i < 6_000; i++) expect(await ask(i, 'one')).toBe(true);
  expect([await ask(6_000, 'one'), await ask(6_001, 'other')]).toEqual([false, true]);
  clock.advance(1_000);
  expect(await ask(6_002, 'one')).toBe(true);
});

test('RIGHT-51 tickets that nobody uses take a bounded place in memory', async () => {
  const store = new EmbeddedTicketStore();
  const ticket = { device: 'd', isRecognised: true, account: null, role: 'viewer', generation: '' } as const;
  for (let i = 0; i < 10_100; i++)
    await store.put(`${i}`, { ...ticket, mapId: 'm', expiresAt: 60_000 + i }, i);
  expect([await store.take('0'), await store.take('10099')]).toMatchObject([null, { mapId: 'm' }]);
});

test('RIGHT-16 a page of another origin gets no ticket and no socket with one', async () => {
  const { server, owner, mapId, ticketOf } = await sharedMap();
  const origin = 'https://evil.example';
  const headers = { cookie: owner.jar.header, origin };
  const asked = await fetch(`${server.url}/api/maps/${mapId}/tickets`, { method: 'POST', headers });
  expect(asked.status).toBe(403);
  const ticket = await ticketOf(owner);
  const offers = [subprotocol, ticketProtocolPrefix + ticket];
  expect(await new RawClient(server, mapId, offers, { origin }).closed()).toBe(1006);
  const socket = await owner.connectWith(mapId, ticket).synced();
  socket.sendUpdate(titleUpdate('Still mine'));
  await until('it is saved', () => socket.acknowledgements.at(-1) === 1);
});
