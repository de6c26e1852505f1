import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JourneyDocument } from '../../src/doc/journeyDocument';
import { schemaVersion } from '../../src/model/kinds';
import { addTouchpoint, author, Device, mapOf, titles, valueOf } from './support/device';

let device: Device;
beforeEach(() => {
  device = new Device();
});
afterEach(() => device.close());

async function newMap(): Promise<string> {
  return valueOf(await device.store().createMap(author));
}

describe('a map on this device', () => {
  it('LOC-1 says “saving” from the edit on until it is stored, then “saved on this device”', async () => {
    const tab = await device.tab(await newMap());
    const map = mapOf(tab);
    expect(tab.session.getState().save).toEqual({ kind: 'saved-here', waiting: 0, shared: false });
    addTouchpoint(map, 'Pay');
    expect(tab.session.getState().save).toEqual({ kind: 'saving' });
    tab.scheduler.advance(100);
    expect(tab.session.getState().save).toEqual({ kind: 'saving' });
    await map.flush();
    expect(tab.session.getState().save).toEqual({ kind: 'saved-here', waiting: 0, shared: false });
  });

  it('LOC-2 keeps everything that was stored when the tab dies, and loads it again', async () => {
    const id = await newMap();
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Pay');
    await mapOf(tab).flush();
    addTouchpoint(mapOf(tab), 'Collect');
    // No flush, no close: the process is gone.
    const again = mapOf(await device.tab(id));
    expect(titles(again)).toEqual(['Pay']);
    addTouchpoint(again, 'Return');
    await again.close();
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Pay', 'Return']);
  });

  it('LOC-2 says who changed the map when, in the same moment as what changed', async () => {
    const id = await newMap();
    const tab = await device.tab(id);
    device.entropy.time += 60_000;
    addTouchpoint(mapOf(tab), 'Pay');
    const before = valueOf(await tab.store.listMaps());
    expect(before[0]?.changedAt).toBe(device.entropy.time - 60_000);
    await mapOf(tab).flush();
    expect(valueOf(await tab.store.listMaps())).toMatchObject([
      { changedAt: device.entropy.time, changedBy: 'Mira', counts: { touchpoints: 1 } },
    ]);
  });

  it('LOC-35 opens a map of a newer program to read, and changes nothing in it', async () => {
    const id = await newMap();
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Pay');
    mapOf(tab)
      .document.ydoc.getMap('meta')
      .set('schemaVersion', schemaVersion + 1);
    await mapOf(tab).close();
    const bytes = valueOf(await device.store().exportBytes(id));
    const again = mapOf(await device.tab(id));
    expect(again.document.isReadOnly).toBe(true);
    expect(titles(again)).toEqual(['Pay']);
    await again.close();
    expect(valueOf(await device.store().exportBytes(id))).toEqual(bytes);
  });

  it('LOC-35 takes no bytes of a newer program into an open map', async () => {
    const map = mapOf(await device.tab(await newMap()));
    const newer = new JourneyDocument({ entropy: device.entropy, actor: 'x' });
    newer.applyUpdate(map.document.encode());
    newer.ydoc.getMap('meta').set('schemaVersion', schemaVersion + 1);
    expect(map.merge(newer.encode())).toEqual({ ok: false, reason: 'newer' });
    expect(map.document.isReadOnly).toBe(false);
  });

  it('LOC-25 merges bytes into the open map; undo does not take them back', async () => {
    const id = await newMap();
    const map = mapOf(await device.tab(id));
    const file = new JourneyDocument({ entropy: device.entropy, actor: 'x' });
    file.applyUpdate(map.document.encode());
    file.change('make', (writer) => writer.create('touchpoints', { title: 'Return' }));
    expect(map.merge(file.encode())).toEqual({ ok: true });
    expect(map.document.undo()).toBeNull();
    await map.flush();
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Return']);
  });

  it('LOC-2 stores at once when the page is hidden', async () => {
    const id = await newMap();
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Pay');
    tab.page.emit('hide');
    await mapOf(tab).flush();
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Pay']);
  });
});
