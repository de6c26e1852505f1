import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { JourneyDocument } from '../../src/doc/journeyDocument';
import { emptyBundle } from '../../src/model/bundle';
import { schemaVersion } from '../../src/model/kinds';
import { restorableMs, type LocalStore } from '../../src/sync/localStore';
import type { MapSummary } from '../../src/sync/mapSummary';
import { mergeUpdate } from '../../src/sync/mergeMaps';
import { addTouchpoint, author, Device, mapOf, titles, valueOf } from './support/device';

let device: Device;
let store: LocalStore;
beforeEach(() => {
  device = new Device();
  store = device.store();
});
afterEach(() => device.close());

async function list(from = store): Promise<readonly MapSummary[]> {
  return valueOf(await from.listMaps());
}

function bundleOf(title: string, touchpoints: readonly string[]) {
  const bundle = emptyBundle();
  bundle.map = { title };
  bundle.touchpoints = touchpoints.map((name, index) => ({ id: `t${index}`, title: name }));
  return bundle;
}

/** Waits until a list observer has seen what it should. */
async function seen(
  lists: readonly (readonly MapSummary[])[],
  is: (maps: readonly MapSummary[]) => boolean,
): Promise<void> {
  while (!lists.some(is)) {
    device.lines.deliver();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the list of maps', () => {
  it('LOC-20 names title, counts, author and time of a map made from a bundle', async () => {
    const id = valueOf(await store.createMap(author, bundleOf('Buy a coat', ['Ad', 'Pay'])));
    expect(await list()).toMatchObject([
      {
        id,
        title: 'Buy a coat',
        changedBy: 'Mira',
        changedAt: device.entropy.time,
        owner: true,
        shared: false,
        waiting: 0,
        damaged: 0,
        deletedAt: null,
        counts: { touchpoints: 2, stages: 0, systems: 0 },
      },
    ]);
  });

  it('LOC-20 follows the open document: its title, its counts without deleted records, who changed it and when', async () => {
    const id = valueOf(await store.createMap(author));
    const tab = await device.tab(id);
    const map = mapOf(tab);
    const gone = addTouchpoint(map, 'Ad');
    addTouchpoint(map, 'Pay');
    map.document.change('delete', (writer) => writer.remove('touchpoints', gone));
    map.document.change('name', (writer) => writer.updateMap({ title: 'Buy a coat' }));
    device.entropy.time += 5_000;
    map.document.change('name', (writer) => writer.updateMap({ title: 'Buy a hat' }));
    await map.flush();
    expect(await list()).toMatchObject([
      { title: 'Buy a hat', changedAt: device.entropy.time, changedBy: 'Mira', counts: { touchpoints: 1 } },
    ]);
  });

  it('LOC-21 is live in every tab', async () => {
    const other = device.store();
    const lists: (readonly MapSummary[])[] = [];
    const stop = other.observeMaps((maps) => lists.push(valueOf(maps)));
    await seen(lists, (maps) => maps.length === 0);
    const id = valueOf(await store.createMap(author, bundleOf('Buy a coat', [])));
    await seen(lists, (maps) => maps[0]?.title === 'Buy a coat');
    await store.setThumbnail(id, '<svg/>');
    await seen(lists, (maps) => maps[0]?.thumbnail === '<svg/>');
    stop();
    const before = lists.length;
    await store.deleteMap(id);
    device.lines.deliver();
    await other.listMaps();
    expect(lists.length).toBe(before);
  });

  it('LOC-22 keeps a deleted map for 30 days, restores it whole, and purges it after', async () => {
    const id = valueOf(await store.createMap(author, bundleOf('Buy a coat', ['Pay'])));
    await store.deleteMap(id);
    expect(await list()).toMatchObject([{ id, deletedAt: device.entropy.time }]);
    expect((await device.tab(id)).result).toEqual({ ok: false, reason: 'deleted' });
    device.entropy.time += restorableMs;
    expect(valueOf(await store.purgeDeleted())).toBe(0);
    await store.restoreMap(id);
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Pay']);
    await store.deleteMap(id);
    device.entropy.time += restorableMs + 1;
    expect(valueOf(await store.purgeDeleted())).toBe(1);
    expect(await list()).toEqual([]);
    expect(await store.exportBytes(id)).toEqual({ ok: false, reason: 'no-such-map' });
  });

  it('LOC-23 duplicates a map into one with a life of its own', async () => {
    const id = valueOf(await store.createMap(author, bundleOf('Buy a coat', ['Pay'])));
    const copy = valueOf(await store.duplicateMap(id, 'Copy of Buy a coat', author));
    const map = mapOf(await device.tab(copy));
    addTouchpoint(map, 'Return');
    await map.close();
    expect((await list()).find((entry) => entry.id === copy)).toMatchObject({
      title: 'Copy of Buy a coat',
      owner: true,
      shared: false,
    });
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Pay']);
    expect(await store.duplicateMap('x'.repeat(22), 'Copy', author)).toEqual({
      ok: false,
      reason: 'no-such-map',
    });
  });
});

describe('Yjs bytes from a file', () => {
  it('LOC-24 become a new map when imported', async () => {
    const id = valueOf(await store.createMap(author, bundleOf('Buy a coat', ['Pay'])));
    const bytes = valueOf(await store.exportBytes(id));
    const copy = valueOf(await store.importBytes(bytes, author));
    expect(copy).not.toBe(id);
    expect(titles(mapOf(await device.tab(copy)))).toEqual(['Pay']);
  });

  it('LOC-25 merge into the map they came from, also into tabs that have it open', async () => {
    const id = valueOf(await store.createMap(author, bundleOf('Buy a coat', ['Pay'])));
    const elsewhere = new JourneyDocument({ entropy: device.entropy, actor: 'other' });
    elsewhere.applyUpdate(valueOf(await store.exportBytes(id)));
    elsewhere.change('make', (writer) => writer.create('touchpoints', { title: 'Return' }));
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Collect');
    expect(await mergeUpdate(store, id, elsewhere.encode(), author)).toMatchObject({ ok: true });
    device.lines.deliver();
    expect(titles(mapOf(tab))).toEqual(['Collect', 'Pay', 'Return']);
    await mapOf(tab).close();
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Collect', 'Pay', 'Return']);
  });

  it('LOC-26 are refused, with nothing changed, when they are no whole journey map of this version', async () => {
    const id = valueOf(await store.createMap(author, bundleOf('Buy a coat', ['Pay'])));
    const before = valueOf(await store.exportBytes(id));
    const refusal = async (bytes: Uint8Array): Promise<string> => {
      const merged = await mergeUpdate(store, id, bytes, author);
      return merged.ok ? 'taken' : merged.reason;
    };
    expect(await refusal(Uint8Array.of(1, 2, 3, 255))).toBe('invalid');
    expect(await refusal(updateOf((ydoc) => ydoc.getMap('secrets').set('a', 1)))).toBe('invalid');
    expect(
      await refusal(updateOf((ydoc) => ydoc.getMap('meta').set('schemaVersion', schemaVersion + 1))),
    ).toBe('newer');
    const ydoc = new Y.Doc();
    ydoc.getMap('map').set('title', 'first');
    const vector = Y.encodeStateVector(ydoc);
    ydoc.getMap('map').set('title', 'second');
    expect(await refusal(Y.encodeStateAsUpdate(ydoc, vector))).toBe('incomplete');
    expect(valueOf(await store.exportBytes(id))).toEqual(before);
    expect(await store.importBytes(Uint8Array.of(9, 9), author)).toEqual({ ok: false, reason: 'invalid' });
  });
});

function updateOf(change: (ydoc: Y.Doc) => void): Uint8Array {
  const ydoc = new Y.Doc();
  ydoc.clientID = 4_000_000_000;
  ydoc.getMap('meta').set('schemaVersion', schemaVersion);
  change(ydoc);
  return Y.encodeStateAsUpdate(ydoc);
}
