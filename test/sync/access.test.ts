import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { syncPath } from '../../src/doc/wire';
import { createSessionStore } from '../../src/store/session';
import { openSession } from '../../src/sync/openSession';
import type { ServerAddress } from '../../src/sync/rooms';
import { systemScheduler } from '../../src/sync/scheduler';
import { mergeRecovered, recoverMap } from '../../src/sync/mergeMaps';
import { runServer, until } from '../server/support/testServer';
import { CookieJar } from '../support/cookieJar';
import { addTouchpoint, author, Device, mapOf, TestPage, titles, valueOf, type Tab } from './support/device';

let people: Person[];
beforeEach(() => {
  people = [];
});
afterEach(async () => {
  for (const person of people) await person.leave();
});

/** Somebody with a browser of their own: its storage, its cookies, its line to the server. */
class Person {
  readonly device = new Device();
  readonly page = new TestPage();
  readonly #server: ServerAddress;
  readonly #sockets = new Set<WebSocket>();
  readonly #tabs: Tab[] = [];
  isCut = false;

  constructor(server: { readonly url: string }) {
    this.device.entropy.time += people.length * 1_000;
    people.push(this);
    const jar = new CookieJar();
    const isCut = (): boolean => this.isCut;
    const sockets = this.#sockets;
    class Socket extends WebSocket {
      constructor(url: string, protocols?: string[]) {
        super(isCut() ? 'ws://127.0.0.1:1' : url, protocols);
        sockets.add(this);
      }
    }
    this.#server = {
      httpUrl: server.url,
      socketUrl: server.url.replace('http', 'ws') + syncPath,
      webSocket: Socket as unknown as typeof globalThis.WebSocket,
      fetch: (input, init) => (isCut() ? Promise.reject(new TypeError('network')) : jar.fetch(input, init)),
    };
  }

  async open(mapId: string, secret: string | null = null): Promise<Tab> {
    const store = this.device.store();
    const session = createSessionStore({ name: 'Jon', function: 'it' });
    const parts = { store, session, scheduler: systemScheduler, page: this.page, server: this.#server };
    const { entropy } = this.device;
    const result = await openSession({
      ...parts,
      mapId,
      secret,
      entropy,
      actor: `actor${people.indexOf(this)}`,
    });
    const tab = { ...parts, result } as unknown as Tab;
    this.#tabs.push(tab);
    return tab;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.#sockets) socket.terminate();
  }

  restore(): void {
    this.isCut = false;
    this.page.emit('online');
  }

  async leave(): Promise<void> {
    for (const { result } of this.#tabs) if (result.ok) await result.close();
    this.device.close();
  }
}

const isSaved = (tab: Tab) => (): boolean => tab.session.getState().save.kind === 'saved';

async function shared() {
  const server = await runServer();
  const ana = new Person(server);
  const mapId = valueOf(await ana.device.store().createMap(author));
  const tab = await ana.open(mapId);
  addTouchpoint(mapOf(tab), 'Pay');
  expect(await mapOf(tab).share()).toEqual({ ok: true });
  await until('it is saved', isSaved(tab));
  const access = mapOf(tab).access;
  if (!access) throw new Error('there is no server');
  const { secret, id: linkId } = valueOf(
    await access.createLink({ role: 'editor', label: '', expiresAt: null, uses: null }),
  );
  return { server, ana, tab, mapId, access, secret, linkId };
}

test('RIGHT-40 work that was refused is kept as a copy, the map is loaded anew, and the copy merges back', async () => {
  const { server, tab, mapId, access, secret } = await shared();
  const jon = new Person(server);
  let jons = await jon.open(mapId, secret);
  addTouchpoint(mapOf(jons), 'Collect');
  await until('it is saved', isSaved(jons));
  expect(jons.session.getState().role).toBe('editor');
  jon.cut();
  await until('the line is down', () => jons.session.getState().connection.kind === 'offline');
  addTouchpoint(mapOf(jons), 'Return');
  const { people: listed } = valueOf(await access.overview());
  const { id } = listed.find(({ isYou }) => !isYou) ?? { id: '' };
  valueOf(await access.changeRole(id, 'viewer'));
  jon.restore();
  await until('he may only look', () => jons.session.getState().role === 'viewer');
  await until('and has what the others have', () => jons.session.getState().connection.kind === 'connected');
  await mapOf(jons).flush();
  expect(jons.session.getState().save).toEqual({ kind: 'saved-here', waiting: 1, shared: true });
  expect(mapOf(jons).document.change('', () => null)).toEqual({ ok: false, reason: 'read-only' });
  expect(titles(mapOf(tab))).toEqual(['Collect', 'Pay']);

  await mapOf(jons).close();
  const copyId = valueOf(await recoverMap(jon.device.store(), mapId, author));
  jons = await jon.open(mapId);
  expect(titles(mapOf(jons))).toEqual(['Collect', 'Pay']);
  await mapOf(jons).close();
  const copy = await jon.open(copyId);
  expect([titles(mapOf(copy)), mapOf(copy).recoveredFrom]).toEqual([['Collect', 'Pay', 'Return'], mapId]);

  expect(await mergeRecovered(jon.device.store(), copyId, author)).toEqual({
    ok: false,
    reason: 'forbidden',
  });
  valueOf(await access.changeRole(id, 'editor'));
  jons = await jon.open(mapId);
  await until('he may edit again', () => jons.session.getState().role === 'editor');
  await mapOf(jons).close();
  expect(valueOf(await mergeRecovered(jon.device.store(), copyId, author))).toBe(mapId);
  jons = await jon.open(mapId);
  await until('all have it', () => titles(mapOf(tab)).includes('Return'));
  await until('it is saved', isSaved(jons));
});

test('RIGHT-41 whose access ends can still look at what is on the device; the reason is kept apart from “no such map”', async () => {
  const { server, mapId, access, secret, linkId } = await shared();
  const jon = new Person(server);
  const jons = await jon.open(mapId, secret);
  valueOf(await access.revokeLink(linkId));
  await until('the line ends', () => jons.session.getState().connection.kind === 'ended');
  await until('nothing can be changed', () => jons.session.getState().role === 'viewer');
  await mapOf(jons).close();
  const again = await jon.open(mapId);
  expect(titles(mapOf(again))).toEqual(['Pay']);
  expect(mapOf(again).document.isReadOnly).toBe(true);
  const stranger = new Person(server);
  expect((await stranger.open(mapId)).result).toEqual({ ok: false, reason: 'no-such-map' });
  expect((await stranger.open(mapId, secret)).result).toEqual({ ok: false, reason: 'link-revoked' });
  expect((await stranger.open(mapId, 'x'.repeat(22))).result).toEqual({ ok: false, reason: 'link-unknown' });
});

test('RIGHT-42 a file of somebody else’s work merges into a shared map as one’s own', async () => {
  const { server, tab, mapId, secret } = await shared();
  const jon = new Person(server);
  const jons = await jon.open(mapId, secret);
  addTouchpoint(mapOf(jons), 'Collect');
  await until('it is saved', isSaved(jons));
  jon.cut();
  addTouchpoint(mapOf(jons), 'Return');
  const file = mapOf(jons).document.encode();
  expect(mapOf(tab).merge(file)).toEqual({ ok: true });
  await until('it is saved', isSaved(tab));
  jon.restore();
  await until('both are saved', () => isSaved(jons)() && isSaved(tab)());
  await until('all have all', () => titles(mapOf(jons)).join() === titles(mapOf(tab)).join());
  expect(titles(mapOf(tab))).toEqual(['Collect', 'Pay', 'Return']);
});
