import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as Y from 'yjs';
import { createStoreDatabase } from '../../src/sync/storeDatabase';
import { compactAbove, compactUpdates, updateRow } from '../../src/sync/updateRows';
import { addTouchpoint, author, Device, mapOf, titles, valueOf, type Tab } from './support/device';

let device: Device;
let id: string;
let databases: IDBDatabase[];
beforeEach(async () => {
  device = new Device();
  databases = [];
  const open = device.indexedDB.open.bind(device.indexedDB);
  device.indexedDB.open = (...args) => {
    const request = open(...args);
    request.addEventListener('success', () => databases.push(request.result));
    return request;
  };
  id = valueOf(await device.store().createMap(author));
});
afterEach(() => {
  vi.restoreAllMocks();
  device.close();
});

/** The database behind the program's back. */
function rawDatabase() {
  const database = createStoreDatabase('throughline', { indexedDB: device.indexedDB, IDBKeyRange });
  onTestFinished(() => database.close());
  return database;
}

function failWrites(name: string) {
  return vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no', name);
  });
}

const saveOf = (tab: Tab) => tab.session.getState().save;

describe('a write that fails', () => {
  it('LOC-5 is told as not saved, and the retry writes the whole state', async () => {
    const tab = await device.tab(id);
    const map = mapOf(tab);
    const failing = failWrites('QuotaExceededError');
    addTouchpoint(map, 'Pay');
    await map.flush();
    expect(saveOf(tab)).toEqual({ kind: 'not-saved', reason: 'storage-full' });
    addTouchpoint(map, 'Collect');
    expect(saveOf(tab)).toEqual({ kind: 'not-saved', reason: 'storage-full' });
    failing.mockRestore();
    tab.scheduler.advance(1_000);
    await map.flush();
    expect(saveOf(tab)).toEqual({ kind: 'saved-here', waiting: 0, shared: false });
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Collect', 'Pay']);
    const rows = await rawDatabase().updates.where('map').equals(id).toArray();
    const alone = new Y.Doc();
    Y.applyUpdate(alone, rows.at(-1)?.bytes ?? Uint8Array.of());
    expect(alone.getMap('touchpoints').size).toBe(2);
    expect(alone.getMap('meta').size).toBe(1);
  });

  it('LOC-5 waits longer after each failure, and tries at once when the page is looked at again', async () => {
    const tab = await device.tab(id);
    const failing = failWrites('UnknownError');
    addTouchpoint(mapOf(tab), 'Pay');
    await mapOf(tab).flush();
    expect(saveOf(tab)).toEqual({ kind: 'not-saved', reason: 'storage-broken' });
    const attempts = failing.mock.calls.length;
    tab.scheduler.advance(999);
    expect(failing.mock.calls.length).toBe(attempts);
    failing.mockRestore();
    tab.page.emit('show');
    await mapOf(tab).flush();
    expect(saveOf(tab).kind).toBe('saved-here');
  });

  it('LOC-6 opens the database again once when the browser has closed it', async () => {
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Ad');
    await mapOf(tab).flush();
    const wasOpen = databases.length;
    for (const database of databases) database.close();
    addTouchpoint(mapOf(tab), 'Pay');
    await mapOf(tab).flush();
    expect(databases.length).toBe(wasOpen + 1);
    expect(saveOf(tab).kind).toBe('saved-here');
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Ad', 'Pay']);
  });

  it('LOC-7 puts the whole map back when the browser has cleared it', async () => {
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Ad');
    await mapOf(tab).flush();
    const raw = rawDatabase();
    await raw.maps.clear();
    await raw.updates.clear();
    addTouchpoint(mapOf(tab), 'Pay');
    await mapOf(tab).flush();
    expect(saveOf(tab).kind).toBe('saved-here');
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Ad', 'Pay']);
  });
});

describe('a page that ends before it could store', () => {
  it('LOC-2 leaves a note, which the next opening stores and takes away', async () => {
    const tab = await device.tab(id);
    const failing = failWrites('AbortError');
    addTouchpoint(mapOf(tab), 'Pay');
    tab.page.emit('hide');
    expect(device.notes.entries.size).toBe(1);
    failing.mockRestore();
    const next = await device.tab(id);
    expect(titles(mapOf(next))).toEqual(['Pay']);
    expect(device.notes.entries.size).toBe(0);
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Pay']);
  });

  it('LOC-2 takes its note back once all is stored, and lives without one where there is no room', async () => {
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Pay');
    tab.page.emit('hide');
    expect(device.notes.entries.size).toBe(1);
    await mapOf(tab).flush();
    expect(device.notes.entries.size).toBe(0);
    device.notes.isFull = true;
    addTouchpoint(mapOf(tab), 'Collect');
    tab.page.emit('hide');
    await mapOf(tab).flush();
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Collect', 'Pay']);
  });

  it('LOC-2 passes over what is no note', async () => {
    device.notes.setItem(`throughline.last.${id}.x`, '{"bytes":7}');
    device.notes.setItem(`throughline.last.${id}.y`, 'torn');
    expect(titles(mapOf(await device.tab(id)))).toEqual([]);
  });
});

describe('what is stored', () => {
  it('LOC-8 loads without a row one bit of which has flipped; the row is kept aside', async () => {
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Pay');
    await mapOf(tab).flush();
    addTouchpoint(mapOf(tab), 'Collect');
    await mapOf(tab).close();
    const raw = rawDatabase();
    const row = (await raw.updates.where('map').equals(id).toArray()).at(-1);
    if (!row) throw new Error('no row');
    const bytes = row.bytes.slice();
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 8;
    await raw.updates.put({ ...row, bytes });
    const again = await device.tab(id);
    expect(mapOf(again).damaged).toBe(1);
    expect(titles(mapOf(again))).toEqual(['Pay']);
    const store = device.store();
    expect(valueOf(await store.exportSetAside(id))).toMatchObject([{ bytes, why: 'checksum' }]);
    expect(valueOf(await store.listMaps())).toMatchObject([{ damaged: 1 }]);
    expect(mapOf(await device.tab(id)).damaged).toBe(0);
  });

  it('LOC-8 keeps a map’s only row aside when Yjs cannot read it although its checksum fits', async () => {
    const raw = rawDatabase();
    await raw.updates.where('map').equals(id).delete();
    const bytes = Uint8Array.of(1, 1, 200, 200, 200);
    await raw.updates.add(updateRow(id, bytes, 0));
    const tab = await device.tab(id);
    expect(tab.result).toEqual({ ok: false, reason: 'storage-broken' });
    expect(valueOf(await tab.store.exportSetAside(id))).toMatchObject([{ bytes, why: 'unreadable' }]);
  });

  it('LOC-9 becomes one row when there are many, and nothing is lost by it', async () => {
    const tab = await device.tab(id);
    const map = mapOf(tab);
    for (let i = 0; i <= compactAbove.rows; i++) {
      addTouchpoint(map, `T${String(i).padStart(3, '0')}`);
      await map.flush();
    }
    const raw = rawDatabase();
    expect(await raw.updates.where('map').equals(id).count()).toBeGreaterThan(compactAbove.rows);
    await tab.store.compactMap(id);
    expect(await raw.updates.where('map').equals(id).count()).toBe(1);
    expect(titles(mapOf(await device.tab(id)))).toEqual(titles(map));
  });

  it('LOC-9 keeps what waits for a damaged row, so that the row arriving from elsewhere makes it whole', async () => {
    const ydoc = new Y.Doc();
    const updates: Uint8Array[] = [];
    ydoc.on('update', (update: Uint8Array) => updates.push(update));
    for (const title of ['a', 'b', 'c']) ydoc.getMap('map').set('title', title);
    const raw = rawDatabase();
    const [first, lost, last] = updates as [Uint8Array, Uint8Array, Uint8Array];
    await raw.updates.bulkAdd([
      updateRow('m', first, 0),
      { ...updateRow('m', lost, 0), checksum: 1 },
      updateRow('m', last, 0),
    ]);
    expect(await compactUpdates(raw, 'm', 1)).toBe(true);
    const rows = await raw.updates.where('map').equals('m').toArray();
    expect(rows).toHaveLength(1);
    expect(await raw.setAside.where('map').equals('m').count()).toBe(1);
    const again = new Y.Doc();
    for (const { bytes } of rows) Y.applyUpdate(again, bytes);
    expect(again.getMap('map').get('title')).not.toBe('c');
    Y.applyUpdate(again, lost);
    expect(again.getMap('map').get('title')).toBe('c');
  });

  it('LOC-9 keeps the old rows when the new one does not read back as written', async () => {
    const tab = await device.tab(id);
    for (let i = 0; i <= compactAbove.rows; i++) {
      addTouchpoint(mapOf(tab), 'T');
      await mapOf(tab).flush();
    }
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, row, key) {
      return add.call(this, { ...row, bytes: (row as { bytes: Uint8Array }).bytes.slice(1) }, key);
    });
    const raw = rawDatabase();
    const before = await raw.updates.where('map').equals(id).primaryKeys();
    await tab.store.compactMap(id);
    expect(await raw.updates.where('map').equals(id).primaryKeys()).toEqual(expect.arrayContaining(before));
  });
});

describe('a browser that cannot store', () => {
  it('LOC-10 says so in words: nothing kept, broken, full, taken over by newer code', async () => {
    const failing = (name: string): IDBFactory => {
      const factory = new IDBFactory();
      factory.open = () => {
        throw new DOMException('no', name);
      };
      return factory;
    };
    const reasonOf = async (factory: IDBFactory): Promise<unknown> => {
      const maps = await device.store(factory).listMaps();
      return maps.ok || maps.reason;
    };
    expect(await reasonOf(null as unknown as IDBFactory)).toBe('storage-unavailable');
    expect(await reasonOf(failing('SecurityError'))).toBe('storage-unavailable');
    expect(await reasonOf(failing('InvalidStateError'))).toBe('storage-unavailable');
    expect(await reasonOf(failing('UnknownError'))).toBe('storage-broken');
    expect(await reasonOf(failing('QuotaExceededError'))).toBe('storage-full');

    const store = device.store();
    await store.listMaps();
    const problems: unknown[] = [];
    store.observeProblem((problem) => problems.push(problem));
    await new Promise<void>((resolve, reject) => {
      const request = device.indexedDB.open('throughline', 1_000);
      request.addEventListener('success', () => resolve());
      request.addEventListener('error', () => reject(request.error ?? new Error('open')));
    });
    expect(problems).toEqual(['storage-newer']);
    expect(await store.listMaps()).toEqual({ ok: false, reason: 'storage-newer' });
  });

  it('LOC-10 tells that an older tab holds the database', async () => {
    const factory = new IDBFactory();
    await new Promise<void>((resolve) => {
      factory.open('throughline', 1).addEventListener('success', () => resolve());
    });
    expect(await device.store(factory).listMaps()).toEqual({ ok: false, reason: 'storage-blocked' });
  });

  it('LOC-11 is asked to keep the storage after the first edit, not before', async () => {
    const tab = await device.tab(id);
    expect(device.persistenceAsked).toBe(0);
    addTouchpoint(mapOf(tab), 'Pay');
    addTouchpoint(mapOf(tab), 'Collect');
    expect(device.persistenceAsked).toBe(1);
  });
});
