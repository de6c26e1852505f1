import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { closeCode, messageType, subprotocol } from '../../src/doc/wire';
import type { MapRole } from '../../src/model/access';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { systemClock } from '../../server/clock';
import { syncFrame } from '../../server/sync/frames';
import { RawClient, titleUpdate } from './support/rawClient';
import { makeMap, runServer, temporaryFolder, until } from './support/testServer';
import { guestOf, Visitor } from './support/visitor';

async function sharedMap(options: Parameters<typeof runServer>[0] = {}) {
  const server = await runServer(options);
  const owner = new Visitor(server);
  const mapId = await owner.shareMap();
  return { server, owner, mapId, guest: (role: MapRole) => guestOf(owner, server, mapId, role) };
}

const titleIn = (client: RawClient): unknown => client.doc.getMap('map').get('title');

test('RIGHT-1 a map belongs to the browser that shares it; its address alone opens nothing', async () => {
  const { server, owner, mapId } = await sharedMap();
  const stranger = new Visitor(server);
  const answers = await Promise.all([
    stranger.askMap('GET', mapId),
    stranger.askMap('GET', newMapId(systemEntropy)),
    stranger.askMap('GET', mapId, '/access'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(await (answers[0] as Response).text()).toBe(await (answers[1] as Response).text());
  expect((await stranger.askMap('PUT', mapId)).status).toBe(403);
  expect((await stranger.ticket(mapId)).refused).toBe(closeCode.noSuchMap);
  expect(await new RawClient(server, mapId).closed()).toBe(closeCode.noSuchMap);
  const mine = await owner.connect(mapId);
  expect(mine.closedWith).toBeNull();
  expect((await owner.askMap('PUT', mapId)).status).toBe(200);
});

test('RIGHT-2 a link lets its role in and no more; its secret is neither stored nor logged', async () => {
  const dataFolder = temporaryFolder();
  const { server, owner, mapId } = await sharedMap({ dataFolder });
  const { secret } = await owner.createLink(mapId, 'viewer', { label: 'Agency' });
  const guest = new Visitor(server);
  expect(await (await guest.redeem(mapId, secret)).json()).toMatchObject({ role: 'viewer' });
  const [link] = (await owner.overview(mapId)).links;
  expect(link).toMatchObject({ label: 'Agency', role: 'viewer', used: 1 });
  for (const body of [{ role: 'owner' }, { role: 'king' }, { role: 'viewer', expiresAt: 5 }])
    expect((await owner.askMap('POST', mapId, '/links', body)).status).toBe(400);
  const forbidden = await Promise.all([
    guest.askMap('POST', mapId, '/links', { role: 'owner' }),
    guest.askMap('DELETE', mapId, `/links/${link?.id}`),
    guest.askMap('GET', mapId, '/audit'),
    guest.askMap('DELETE', mapId, '/address'),
  ]);
  expect(forbidden.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect((await guest.overview(mapId)).links).toEqual([]);
  await server.close();
  const { readFileSync } = await import('node:fs');
  const stored = readFileSync(`${dataFolder}/throughline.sqlite`).toString('latin1');
  const cookie = guest.jar.header.split('=')[1] ?? '';
  for (const hidden of [secret, cookie]) {
    expect(hidden).toHaveLength(22);
    expect(stored).not.toContain(hidden);
    expect(server.lines.join('\n')).not.toContain(hidden);
  }
});

test('RIGHT-3 what a link does not open is said in words: wrong, ended, revoked, used up, removed', async () => {
  let ahead = 0;
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  const { server, owner, mapId } = await sharedMap({ clock });
  const reasonOf = async (secret: string, who = new Visitor(server)): Promise<unknown> =>
    ((await (await who.redeem(mapId, secret)).json()) as { reason?: string }).reason;
  expect(await reasonOf('x'.repeat(22))).toBe('unknown');
  const once = await owner.createLink(mapId, 'viewer', { uses: 1 });
  expect([await reasonOf(once.secret), await reasonOf(once.secret)]).toEqual([undefined, 'used-up']);
  const revoked = await owner.createLink(mapId, 'viewer');
  expect((await owner.askMap('DELETE', mapId, `/links/${revoked.id}`)).status).toBe(204);
  expect(await reasonOf(revoked.secret)).toBe('revoked');
  const short = await owner.createLink(mapId, 'viewer', { expiresAt: Date.now() + 60_000 });
  const open = await owner.createLink(mapId, 'editor');
  const guest = new Visitor(server);
  expect(await reasonOf(open.secret, guest)).toBeUndefined();
  const ben = (await owner.overview(mapId)).people.find(({ role }) => role === 'editor');
  expect((await owner.askMap('DELETE', mapId, `/people/${ben?.id}`)).status).toBe(204);
  expect(await reasonOf(open.secret, guest)).toBe('removed');
  expect((await guest.askMap('GET', mapId)).status).toBe(403);
  ahead = 61_000;
  expect(await reasonOf(short.secret)).toBe('expired');
});

test('RIGHT-4 guessing is slowed down, and other people at the same address are not', async () => {
  const { server, owner, mapId } = await sharedMap();
  const guesser = new Visitor(server);
  await guesser.askMap('GET', mapId);
  const statuses: number[] = [];
  for (let i = 0; i < 25; i++) statuses.push((await guesser.redeem(mapId, `${i}`.padEnd(22, 'x'))).status);
  expect(statuses.filter((status) => status === 403)).toHaveLength(20);
  expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429]);
  const { secret } = await owner.createLink(mapId, 'viewer');
  const workshop = await Promise.all(
    Array.from({ length: 50 }, () => new Visitor(server).redeem(mapId, secret)),
  );
  expect(workshop.every(({ ok }) => ok)).toBe(true);
});

test.each(['viewer', 'commenter'] as const)(
  'RIGHT-10 a %s who sends content is cut off, whatever it is; the map and the others notice nothing',
  async (role) => {
    const { owner, mapId, guest } = await sharedMap();
    const editor = await owner.connect(mapId);
    editor.sendUpdate(titleUpdate('Ours', editor.doc));
    const reader = await guest(role);
    const attacks: Readonly<Record<string, Uint8Array>> = {
      update: syncFrame('update', titleUpdate('Theirs')),
      'step 2': syncFrame('step2', titleUpdate('Theirs')),
      'deletions alone': syncFrame('update', Uint8Array.of(0, 1, 1, 1, 0, 1)),
      'bytes that are no update': syncFrame('update', Uint8Array.of(255, 255)),
    };
    for (const [name, frame] of Object.entries(attacks)) {
      const socket = await reader.connect(mapId);
      await until('the reader follows', () => titleIn(socket) === 'Ours');
      socket.send(frame);
      expect(await socket.closed(), name).toBe(closeCode.forbidden);
    }
    // An honest plain client answers with an empty state; that is no attempt to write.
    const honest = await reader.connect(mapId, []);
    honest.send(syncFrame('step2', Uint8Array.of(0, 0)));
    editor.sendUpdate(titleUpdate('Still ours', editor.doc));
    await until('the reader sees it', () => titleIn(honest) === 'Still ours');
    expect([honest.closedWith, editor.closedWith]).toEqual([null, null]);
  },
);

test('RIGHT-11 revoking a link cuts everybody who came by it at once, and nobody else', async () => {
  const { server, owner, mapId } = await sharedMap();
  const revoked = await owner.createLink(mapId, 'editor');
  const kept = await owner.createLink(mapId, 'editor');
  const [out, stays] = [new Visitor(server), new Visitor(server)];
  await out.redeem(mapId, revoked.secret);
  await stays.redeem(mapId, kept.secret);
  const sockets = await Promise.all([out, out, stays, owner].map((who) => who.connect(mapId)));
  await owner.askMap('DELETE', mapId, `/links/${revoked.id}`);
  expect(await sockets[0]?.closed()).toBe(closeCode.forbidden);
  expect(await sockets[1]?.closed()).toBe(closeCode.forbidden);
  expect((await out.ticket(mapId)).refused).toBe(closeCode.forbidden);
  expect([sockets[2]?.closedWith, sockets[3]?.closedWith]).toEqual([null, null]);
});

test('RIGHT-12 a link that ends while people are in the map ends their access within 5 s', async () => {
  let ahead = 0;
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  const { server, owner, mapId } = await sharedMap({ clock });
  const { secret } = await owner.createLink(mapId, 'editor', { expiresAt: Date.now() + 60_000 });
  const guest = new Visitor(server);
  await guest.redeem(mapId, secret);
  const socket = await guest.connect(mapId);
  ahead = 60_500;
  const from = performance.now();
  expect(await socket.closed()).toBe(closeCode.forbidden);
  expect(performance.now() - from).toBeLessThan(5_000);
});

test('RIGHT-13 a changed role holds at once: the downgraded are told and may not write, the promoted may', async () => {
  const { owner, mapId, guest } = await sharedMap();
  const person = await guest('editor');
  const socket = await person.connect(mapId);
  await until('the role is told', () => socket.roles.at(-1) === 'editor');
  const { id } = (await owner.overview(mapId)).people.find(({ isYou }) => !isYou) ?? { id: '' };
  await owner.askMap('PATCH', mapId, `/people/${id}`, { role: 'viewer' });
  await until('the role is told', () => socket.roles.at(-1) === 'viewer');
  socket.sendUpdate(titleUpdate('Too late'));
  expect(await socket.closed()).toBe(closeCode.forbidden);
  const again = await person.connect(mapId);
  await owner.askMap('PATCH', mapId, `/people/${id}`, { role: 'editor' });
  await until('the role is told', () => again.roles.at(-1) === 'editor');
  again.sendUpdate(titleUpdate('In time'));
  await until('it is committed', () => again.acknowledgements.at(-1) === 1);
  expect((await owner.askMap('PATCH', mapId, '/people/nobody', { role: 'editor' })).status).toBe(404);
});

test('RIGHT-5 a map keeps an owner; a link can make a second one, once', async () => {
  const { server, owner, mapId } = await sharedMap();
  const me = (await owner.overview(mapId)).people[0]?.id;
  expect((await owner.askMap('DELETE', mapId, `/people/${me}`)).status).toBe(409);
  expect((await owner.askMap('PATCH', mapId, `/people/${me}`, { role: 'viewer' })).status).toBe(409);
  const { secret } = await owner.createLink(mapId, 'owner', { uses: 1, expiresAt: Date.now() + 60_000 });
  const second = new Visitor(server);
  expect((await second.redeem(mapId, secret)).ok).toBe(true);
  expect((await new Visitor(server).redeem(mapId, secret)).ok).toBe(false);
  expect((await second.askMap('DELETE', mapId, `/people/${me}`)).status).toBe(204);
  expect((await owner.askMap('GET', mapId)).status).toBe(403);
});

test('RIGHT-8 a map that its address opens lets a plain client in, without any cookie', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const plain = await new RawClient(server, mapId, []).synced();
  plain.sendUpdate(titleUpdate('Open'));
  const other = await new RawClient(server, mapId, []).synced();
  await until('it is seen', () => titleIn(other) === 'Open');
  expect(
    (await new Visitor(server).askMap('PUT', newMapId(systemEntropy), '', { addressRole: 'owner' })).status,
  ).toBe(400);
});

test('RIGHT-7 a map from before there was access stays open by its address until its owner closes it', async () => {
  const dataFolder = temporaryFolder();
  const first = await runServer({ dataFolder });
  const mapId = await makeMap(first);
  await first.close();
  const { SqliteDatabase } = await import('../../server/storage/sqliteDatabase');
  const database = new SqliteDatabase(dataFolder);
  database.db.exec('DELETE FROM access; DELETE FROM grants');
  database.close();
  const server = await runServer({ dataFolder });
  const guest = new Visitor(server);
  const colleague = await guest.connect(mapId);
  colleague.sendUpdate(titleUpdate('As before'));
  await until('it is committed', () => colleague.acknowledgements.at(-1) === 1);
  const maker = new Visitor(server);
  expect(await (await maker.askMap('PUT', mapId)).json()).toEqual({ map: 'found', role: 'owner' });
  expect((await maker.overview(mapId)).addressRole).toBe('editor');
  expect(colleague.closedWith).toBeNull();
  expect((await maker.askMap('DELETE', mapId, '/address')).status).toBe(204);
  expect(await colleague.closed()).toBe(closeCode.forbidden);
  expect((await guest.ticket(mapId)).refused).toBe(closeCode.noSuchMap);
});

test('RIGHT-14 an id somebody has written under stays theirs when they have left, over a restart too', async () => {
  const dataFolder = temporaryFolder();
  const first = await runServer({ dataFolder });
  const owner = new Visitor(first);
  const mapId = await owner.shareMap();
  const mine = new Y.Doc();
  const before = await owner.connect(mapId);
  before.sendUpdate(titleUpdate('Mine', mine));
  await until('it is committed', () => before.acknowledgements.at(-1) === 1);
  const { secret } = await owner.createLink(mapId, 'editor');
  await first.close();
  const server = await runServer({ dataFolder, port: first.port });
  const attacker = new Visitor(server);
  await attacker.redeem(mapId, secret);
  for (const via of ['update', 'step2'] as const) {
    const socket = await attacker.connect(mapId);
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(socket.doc));
    forged.clientID = mine.clientID;
    socket.send(syncFrame(via, titleUpdate('Forged', forged)));
    expect(await socket.closed(), via).toBe(closeCode.invalidUpdate);
  }
  const after = await owner.connect(mapId);
  after.sendUpdate(titleUpdate('Mine, later', mine));
  await until('it is committed', () => after.acknowledgements.at(-1) === 1);
  const bystander = await attacker.connect(mapId);
  await until('it is seen', () => titleIn(bystander) === 'Mine, later');
});

function commandFrame(number: number, command: unknown): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, messageType.command);
  writeVarUint(encoder, number);
  writeVarString(encoder, JSON.stringify(command));
  return toUint8Array(encoder);
}

test('RIGHT-15 a commenter comments through the server, in their own name; a viewer may not', async () => {
  const { owner, mapId, guest } = await sharedMap();
  const editor = await owner.connect(mapId);
  const commenter = await guest('commenter');
  await commenter.ask('PUT', '/api/me', { name: 'Cia', actor: 'actorOfCia01' });
  const socket = await commenter.connect(mapId);
  socket.send(commandFrame(1, { kind: 'start', subject: 'map', text: 'Is this right?' }));
  await until('it is answered', () => socket.commandResults.has(1));
  const started = socket.commandResults.get(1) as { ok: boolean; id: string };
  expect(started.ok).toBe(true);
  socket.send(commandFrame(2, { kind: 'add', thread: started.id, text: 'I think not.' }));
  socket.send(commandFrame(3, { kind: 'resolve', thread: started.id, resolved: true }));
  await until('all is answered', () => socket.commandResults.has(3));
  await until('the owner sees both', () => editor.doc.getMap('comments').size === 2);
  await until('and so does the commenter', () => socket.doc.getMap('comments').size === 2);
  const comments = Object.values(editor.doc.getMap('comments').toJSON()) as Record<string, unknown>[];
  expect(comments.map(({ text }) => text).sort()).toEqual(['I think not.', 'Is this right?']);
  expect(new Set(comments.map(({ createdBy }) => createdBy))).toEqual(new Set(['actorOfCia01']));
  const people = (await owner.overview(mapId)).people;
  expect(people.find(({ actor }) => actor === 'actorOfCia01')).toMatchObject({ name: 'Cia' });
  const refused: Readonly<Record<string, unknown>> = {
    invalid: { kind: 'start', subject: 'map', text: '   ' },
    'not-found': { kind: 'start', subject: 'nothing', text: 'x' },
  };
  for (const [reason, command] of Object.entries(refused)) {
    const number = 10 + reason.length;
    socket.send(commandFrame(number, command));
    await until('it is answered', () => socket.commandResults.has(number));
    expect(socket.commandResults.get(number)).toEqual({ ok: false, reason });
  }
  const viewer = await (await guest('viewer')).connect(mapId);
  viewer.send(commandFrame(1, { kind: 'start', subject: 'map', text: 'Let me in' }));
  await until('it is answered', () => viewer.commandResults.has(1));
  expect(viewer.commandResults.get(1)).toEqual({ ok: false, reason: 'forbidden' });
  for (let number = 100; number < 130; number++)
    socket.send(commandFrame(number, { kind: 'start', subject: 'map', text: 'spam' }));
  await until('all are answered', () => socket.commandResults.has(129));
  expect(socket.commandResults.get(129)).toEqual({ ok: false, reason: 'slow-down' });
});

test('RIGHT-30 the audit log tells what happened, to owners only, without content or secrets', async () => {
  const { owner, mapId, guest } = await sharedMap();
  await owner.ask('PUT', '/api/me', { name: '=1+1,"Ana"', actor: 'actorOfAna01' });
  const { id, secret } = await owner.createLink(mapId, 'editor', { label: 'Agency' });
  const reader = await guest('viewer');
  const socket = await reader.connect(mapId);
  socket.sendUpdate(titleUpdate('Secret plans'));
  await socket.closed();
  await owner.askMap('DELETE', mapId, `/links/${id}`);
  await owner.askMap('POST', mapId, '/events', { event: 'exported', detail: 'throughline' });
  expect((await owner.askMap('POST', mapId, '/events', { event: 'made' })).status).toBe(400);
  const read = async (format = ''): Promise<string> =>
    (await owner.askMap('GET', mapId, `/audit${format}`)).text();
  const { lines } = JSON.parse(await read()) as { lines: { event: string; name: string; detail: string }[] };
  expect(lines.map(({ event }) => event)).toEqual([
    'exported',
    'link-revoked',
    'write-refused',
    'opened',
    'link-redeemed',
    'link-created',
    'link-created',
    'made',
  ]);
  const csv = await read('?format=csv');
  expect(csv).toContain(`"'=1+1,""Ana"""`);
  expect(csv.split('\r\n')[0]).toBe('at,event,person,name,detail');
  for (const hidden of [secret, 'Secret plans', reader.jar.header.split('=')[1] ?? '-'])
    expect(csv + (await read())).not.toContain(hidden);
  expect((await reader.askMap('GET', mapId, '/audit')).status).toBe(403);
});

test('RIGHT-16 pages of other origins get neither answer nor socket, cookie or not; cookies are out of reach of scripts', async () => {
  const { server, owner, mapId } = await sharedMap();
  const { header: cookie } = owner.jar;
  const origin = 'https://evil.example';
  const answer = await fetch(`${server.url}/api/maps/${mapId}/links`, {
    method: 'POST',
    headers: { cookie, origin },
    body: '{"role":"editor"}',
  });
  expect(answer.status).toBe(403);
  const socket = new RawClient(server, mapId, [subprotocol], { headers: { cookie }, origin });
  expect(await socket.closed()).toBe(1006);
  const page = await fetch(`${server.url}/`, { headers: { 'x-forwarded-proto': 'https' } });
  expect(page.headers.get('set-cookie')).toMatch(
    /^throughline-device=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; .*; Secure$/,
  );
});
