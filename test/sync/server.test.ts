import { IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { closeCode, syncPath } from '../../src/doc/wire';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { createSessionStore, type SaveState } from '../../src/store/session';
import type { ServerAddress } from '../../src/sync/rooms';
import { runOperation } from '../../server/operations/runOperation';
import { parseSettings } from '../../server/settings';
import { systemScheduler, type Scheduler } from '../../src/sync/scheduler';
import { createStoreDatabase } from '../../src/sync/storeDatabase';
import { makeMap, runServer, temporaryFolder, until } from '../server/support/testServer';
import { watchStore } from '../server/support/watchedStore';
import { CookieJar } from '../support/cookieJar';
import { addTouchpoint, author, Device, mapOf, titles, valueOf, type Tab } from './support/device';

let devices: Device[];
let tabs: Tab[];
/** To the server everybody here is one browser; who may do what is the business of other tests. */
let jar: CookieJar;
beforeEach(() => {
  jar = new CookieJar();
  devices = [];
  tabs = [];
});
afterEach(async () => {
  for (const { result } of tabs) if (result.ok) await result.close();
  for (const device of devices) device.close();
});

/** A server address whose network can be cut. */
class Network implements ServerAddress {
  readonly socketUrl: string;
  readonly httpUrl: string;
  readonly webSocket: typeof globalThis.WebSocket;
  readonly sockets = new Set<WebSocket>();
  readonly sent: Uint8Array[] = [];
  isCut = false;
  readonly fetch: typeof fetch = (input, init) =>
    this.isCut ? Promise.reject(new TypeError('network')) : jar.fetch(input, init);

  constructor(server: { readonly url: string }) {
    this.httpUrl = server.url;
    this.socketUrl = server.url.replace('http', 'ws') + syncPath;
    const isCut = (): boolean => this.isCut;
    const { sockets, sent } = this;
    class Socket extends WebSocket {
      constructor(url: string, protocols?: string[]) {
        super(isCut() ? 'ws://127.0.0.1:1' : url, protocols);
        sockets.add(this);
      }

      override send(data: Uint8Array): void {
        sent.push(data);
        super.send(data);
      }
    }
    this.webSocket = Socket as unknown as typeof globalThis.WebSocket;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.terminate();
  }

  restore(): void {
    this.isCut = false;
  }
}

function newDevice(): Device {
  const device = new Device();
  device.entropy.time += devices.length * 1_000;
  devices.push(device);
  return device;
}

async function open(
  device: Device,
  mapId: string,
  server: ServerAddress | null,
  name = 'Mira',
  scheduler: Scheduler = systemScheduler,
): Promise<Tab> {
  const session = createSessionStore({ name, function: 'it' });
  const tab = await device.tab(mapId, { server, session, scheduler });
  tabs.push(tab);
  return tab;
}

const saveOf = (tab: Tab): SaveState => tab.session.getState().save;
const isSaved = (tab: Tab) => () => saveOf(tab).kind === 'saved';

/** Whether a text is in what a device has stored of its maps. */
async function holdsStored({ indexedDB }: Device, text: string): Promise<boolean> {
  const database = createStoreDatabase('throughline', { indexedDB, IDBKeyRange });
  const rows = await database.updates.toArray();
  database.close();
  return rows.some(({ bytes }) => Buffer.from(bytes).includes(text));
}

/** A shared map with one touchpoint, open on the device that made it. */
async function sharedMap(server: Network): Promise<{ id: string; device: Device; tab: Tab }> {
  const device = newDevice();
  const id = valueOf(await device.store().createMap(author));
  const tab = await open(device, id, server);
  addTouchpoint(mapOf(tab), 'Pay');
  expect(await mapOf(tab).share()).toEqual({ ok: true });
  await until('the map is saved', isSaved(tab));
  return { id, device, tab };
}

describe('a shared map', () => {
  it('LOC-40 opens by its link on another device, is kept there, and both follow each other', async () => {
    const network = new Network(await runServer());
    const { id, tab } = await sharedMap(network);
    const other = newDevice();
    const guest = await open(other, id, network, 'Jon');
    expect(titles(mapOf(guest))).toEqual(['Pay']);
    addTouchpoint(mapOf(guest), 'Collect');
    await until('the edit arrives', () => titles(mapOf(tab)).includes('Collect'));
    await until('it is saved', isSaved(guest));
    await mapOf(guest).close();
    const alone = await open(other, id, null, 'Jon');
    expect(titles(mapOf(alone))).toEqual(['Collect', 'Pay']);
    expect(valueOf(await alone.store.listMaps())).toMatchObject([
      { id, owner: false, shared: true, waiting: 0 },
    ]);
    expect(await mapOf(alone).share()).toEqual({ ok: true });
  });

  it('LOC-41 is “saved” only after the server has it on disk', async () => {
    const watch = watchStore();
    const network = new Network(await runServer({ wrapStore: watch.wrapStore }));
    const { tab } = await sharedMap(network);
    const states: string[] = [];
    tab.session.subscribe(({ save }) => states.push(save.kind));
    watch.store().hold();
    const appended = watch.store().appended;
    const framesBefore = network.sent.length;
    addTouchpoint(mapOf(tab), 'Collect');
    await mapOf(tab).flush();
    await until('the edit left', () => network.sent.length > framesBefore);
    expect(saveOf(tab)).toEqual({ kind: 'saving' });
    expect(states).not.toContain('saved');
    watch.store().release();
    await until('it is saved', isSaved(tab));
    expect(watch.store().appended).toBeGreaterThan(appended);
  });

  it('LOC-42 counts what was done offline, across a reload, and hands it in after', async () => {
    const network = new Network(await runServer());
    const { id, device, tab } = await sharedMap(network);
    const guest = await open(newDevice(), id, network, 'Jon');
    network.cut();
    await until('the line is down', () => tab.session.getState().connection.kind === 'offline');
    expect(saveOf(tab)).toEqual({ kind: 'saved' });
    addTouchpoint(mapOf(tab), 'Collect');
    addTouchpoint(mapOf(tab), 'Return');
    await mapOf(tab).flush();
    expect(saveOf(tab)).toEqual({ kind: 'saved-here', waiting: 2, shared: true });
    await mapOf(tab).close();
    const cold = await open(device, id, null);
    expect(saveOf(cold)).toEqual({ kind: 'saved-here', waiting: 2, shared: true });
    expect(valueOf(await cold.store.listMaps())).toMatchObject([{ waiting: 2 }]);
    await mapOf(cold).close();
    addTouchpoint(mapOf(guest), 'Browse');
    network.restore();
    const back = await open(device, id, network);
    await until('it is saved', isSaved(back));
    guest.page.emit('online');
    await until('all have all', () => titles(mapOf(guest)).length === 4 && titles(mapOf(back)).length === 4);
    expect(titles(mapOf(back))).toEqual(titles(mapOf(guest)));
    await mapOf(back).close();
    const last = await open(device, id, null);
    expect(saveOf(last)).toEqual({ kind: 'saved' });
  });

  it('LOC-43 comes back by itself after the server was away', async () => {
    const dataFolder = temporaryFolder();
    const first = await runServer({ dataFolder });
    const network = new Network(first);
    const { tab } = await sharedMap(network);
    await first.close();
    await until('the line is down', () => tab.session.getState().connection.kind === 'offline');
    addTouchpoint(mapOf(tab), 'Collect');
    await runServer({ dataFolder, port: first.port });
    await until('it is saved', isSaved(tab));
  });

  it('LOC-44 is made again by its owner when the server has lost it', async () => {
    const first = await runServer();
    const network = new Network(first);
    const { id, tab } = await sharedMap(network);
    await first.close();
    addTouchpoint(mapOf(tab), 'Collect');
    await runServer({ port: first.port });
    await until('it is saved', isSaved(tab));
    const guest = await open(newDevice(), id, network);
    expect(titles(mapOf(guest))).toEqual(['Collect', 'Pay']);
  });

  it('LOC-68 hands in again what a restored server lacks, and says once that it was restored, to those who were there before', async () => {
    const dataFolder = temporaryFolder();
    const first = await runServer({ dataFolder });
    const network = new Network(first);
    const { id, device, tab } = await sharedMap(network);
    const guest = await open(newDevice(), id, network, 'Jon');
    const file = join(temporaryFolder(), 'backup');
    await first.operate({ command: 'backup', file });
    addTouchpoint(mapOf(tab), 'Collect');
    addTouchpoint(mapOf(guest), 'Return');
    await until('all have all', () => [tab, guest].every((each) => titles(mapOf(each)).length === 3));
    await until('all of it is saved', () => isSaved(tab)() && isSaved(guest)());
    await mapOf(guest).close();
    await first.close();
    const settings = parseSettings({ THROUGHLINE_DATA: dataFolder });
    if (!settings.ok) throw new Error(settings.problem);
    await runOperation(['restore', file], settings.settings, () => undefined);
    expect(tab.session.getState().isRestored).toBe(false);
    await runServer({ dataFolder, port: first.port });
    tab.page.emit('online');
    await until('it is told', () => tab.session.getState().isRestored);
    await until('all of it is saved again', isSaved(tab));

    const newcomer = await open(newDevice(), id, network, 'Lea');
    await until('what Jon wrote is there too', () => titles(mapOf(newcomer)).length === 3);
    expect(newcomer.session.getState().isRestored).toBe(false);
    await mapOf(tab).close();
    const again = await open(device, id, network);
    await until('it is saved', isSaved(again));
    expect(again.session.getState().isRestored).toBe(false);
  });

  it('LOC-69 takes over what was purged, keeps what was done meanwhile, and nothing on this device brings the old back', async () => {
    const server = await runServer();
    const network = new Network(server);
    const { id } = await sharedMap(network);
    const device = newDevice();
    // Coming back is spread over seconds; here they are short.
    const hurried: Scheduler = {
      ...systemScheduler,
      after: (ms, run) => systemScheduler.after(ms / 20, run),
    };
    const tab = await open(device, id, network, 'Jon', hurried);
    const { document } = mapOf(tab);
    const secret = 'Gertrud Mustermann-Quist';
    addTouchpoint(mapOf(tab), `Call ${secret}`);
    const renamed = addTouchpoint(mapOf(tab), `Ask ${secret}`);
    document.change('rename', (writer) =>
      writer.write({ kind: 'touchpoints', id: renamed }, 'title', 'Ask her'),
    );
    await until('it is saved', isSaved(tab));
    expect(await holdsStored(device, secret)).toBe(true);
    const codes: (number | null)[] = [];
    tab.session.subscribe(({ connection }) => {
      if (connection.kind !== 'ended') return;
      codes.push(connection.code);
      if (codes.length === 1) addTouchpoint(mapOf(tab), 'Meanwhile');
    });
    await server.operate({ command: 'purge', text: secret, replacement: '[removed]' });
    await until('it comes back', () => codes.length > 0 && isSaved(tab)());
    expect(new Set(codes)).toEqual(new Set([closeCode.purged]));
    expect(titles(mapOf(tab))).toEqual(['Ask her', 'Call [removed]', 'Meanwhile', 'Pay']);
    await expect.poll(() => holdsStored(device, secret)).toBe(false);
    while (document.undo() !== null);
    expect(titles(mapOf(tab)).join()).not.toContain(secret);
    await mapOf(tab).close();
    const alone = await open(device, id, null);
    expect(titles(mapOf(alone))).toContain('Call [removed]');
  });

  it('LOC-45 says that a map is unknown, and that it cannot know offline; nothing is kept of either', async () => {
    const network = new Network(await runServer());
    const device = newDevice();
    const unknown = newMapId(systemEntropy);
    expect((await open(device, unknown, network)).result).toEqual({ ok: false, reason: 'no-such-map' });
    expect((await open(device, 'x', network)).result).toEqual({ ok: false, reason: 'no-such-map' });
    network.cut();
    expect((await open(device, unknown, network)).result).toEqual({ ok: false, reason: 'offline-unknown' });
    expect((await open(device, unknown, null)).result).toEqual({ ok: false, reason: 'offline-unknown' });
    expect(valueOf(await device.store().listMaps())).toEqual([]);
  });

  it('LOC-40 is shared in every tab of the browser that has it open', async () => {
    const network = new Network(await runServer());
    const device = newDevice();
    const id = valueOf(await device.store().createMap(author));
    const [one, two] = [await open(device, id, network), await open(device, id, network)];
    device.lines.deliver();
    await mapOf(one).share();
    device.lines.deliver();
    expect(two.session.getState().connection.kind).not.toBe('local');
    await until('both are saved', () => isSaved(one)() && isSaved(two)());
    addTouchpoint(mapOf(two), 'Pay');
    await mapOf(two).flush();
    expect(valueOf(await two.store.listMaps())).toMatchObject([{ shared: true }]);
  });

  it('LOC-46 cannot be shared offline, or by who did not make it', async () => {
    const network = new Network(await runServer());
    network.cut();
    const device = newDevice();
    const id = valueOf(await device.store().createMap(author));
    const tab = await open(device, id, network);
    expect(await mapOf(tab).share()).toEqual({ ok: false, reason: 'offline' });
    expect(saveOf(tab)).toEqual({ kind: 'saved-here', waiting: 0, shared: false });
    await tab.store.patchMap(id, { owner: false });
    expect(await mapOf(await open(device, id, network)).share()).toEqual({ ok: false, reason: 'not-owner' });
  });

  it('LOC-47 ends, and says so, when the server will not take what waits', async () => {
    const server = await runServer();
    const network = new Network(server);
    const device = newDevice();
    const id = await makeMap(server, valueOf(await device.store().createMap(author)));
    const tab = await open(device, id, network);
    // A top-level name no journey map has: the server refuses it.
    mapOf(tab).document.ydoc.getMap('secrets').set('a', 1);
    await mapOf(tab).share();
    await until('the line ends', () => tab.session.getState().connection.kind === 'ended');
    expect(tab.session.getState().connection).toEqual({ kind: 'ended', code: closeCode.invalidUpdate });
    await mapOf(tab).flush();
    expect(saveOf(tab)).toEqual({ kind: 'not-saved', reason: 'refused' });
  });

  it('LOC-48 takes a change larger than a frame', async () => {
    const network = new Network(await runServer());
    const { id, tab } = await sharedMap(network);
    mapOf(tab).document.change('many', (writer) => {
      for (let i = 0; i < 40; i++) writer.create('touchpoints', { title: 'x'.repeat(60_000) });
    });
    await until('it is saved', isSaved(tab));
    expect(titles(mapOf(await open(newDevice(), id, network)))).toHaveLength(41);
  });

  it('LOC-57 sends what another tab of the browser could not send itself', async () => {
    const network = new Network(await runServer());
    const { id, device, tab } = await sharedMap(network);
    const second = new Network({ url: network.httpUrl });
    const other = await open(device, id, second);
    await until('both are connected', isSaved(other));
    network.cut();
    await until('the first is cut off', () => tab.session.getState().connection.kind === 'offline');
    const before = second.sent.length;
    addTouchpoint(mapOf(tab), 'Collect');
    device.lines.deliver();
    expect(saveOf(other)).toEqual({ kind: 'saving' });
    await until('the second sent it and it is saved', () => second.sent.length > before && isSaved(other)());
    await mapOf(tab).flush();
    expect(saveOf(tab)).toEqual({ kind: 'saved-here', waiting: 1, shared: true });
    network.restore();
    tab.page.emit('online');
    await until('the first knows too', isSaved(tab));
  });

  it('LOC-12 can be worked on where the browser stores nothing, and says so', async () => {
    const network = new Network(await runServer());
    const { id, tab } = await sharedMap(network);
    const device = newDevice();
    const store = device.store(null as unknown as IDBFactory);
    const guest = await device.tab(id, { store, server: network, scheduler: systemScheduler });
    tabs.push(guest);
    expect(titles(mapOf(guest))).toEqual(['Pay']);
    addTouchpoint(mapOf(guest), 'Collect');
    await until('the edit arrives', () => titles(mapOf(tab)).includes('Collect'));
    await mapOf(guest).flush();
    expect(saveOf(guest)).toEqual({ kind: 'not-saved', reason: 'storage-unavailable' });
    const gone = await device.tab(newMapId(systemEntropy), { store });
    expect(gone.result).toEqual({ ok: false, reason: 'storage-unavailable' });
  });

  it('LOC-49 names in the list who else changed it', async () => {
    const network = new Network(await runServer());
    const { id, tab } = await sharedMap(network);
    const guest = await open(newDevice(), id, network, 'Jon');
    await until('Jon is seen', () => tab.session.getState().peers.some(({ name }) => name === 'Jon'));
    addTouchpoint(mapOf(guest), 'Collect');
    await until('the edit arrives', () => titles(mapOf(tab)).includes('Collect'));
    await mapOf(tab).flush();
    expect(valueOf(await tab.store.listMaps())).toMatchObject([{ changedBy: 'Jon' }]);
  });
});

describe('presence', () => {
  it('LOC-60 shows the others with what they do, and nobody sends back what they received', async () => {
    const network = new Network(await runServer());
    const { id, tab } = await sharedMap(network);
    const guests = new Network({ url: network.httpUrl });
    const guest = await open(newDevice(), id, guests, 'Jon');
    await until('both see each other', () =>
      [tab, guest].every(({ session }) => session.getState().peers.length === 1),
    );
    const sent = guests.sent.length;
    mapOf(tab).presence.cursor({ x: 12.34567, y: 5 });
    mapOf(tab).presence.selection(['t1']);
    await until('the cursor arrives', () => guest.session.getState().peers[0]?.selection.length === 1);
    expect(guest.session.getState().peers[0]).toMatchObject({
      name: 'Mira',
      function: 'it',
      cursor: { x: 12.346, y: 5 },
      selection: ['t1'],
    });
    expect(guests.sent.length).toBe(sent);
    await mapOf(guest).close();
    await until('Jon is gone', () => tab.session.getState().peers.length === 0);
  });
});
