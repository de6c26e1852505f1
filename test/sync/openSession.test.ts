import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('LOC-2 stores at once when the page is hidden', async () => {
    const id = await newMap();
    const tab = await device.tab(id);
    addTouchpoint(mapOf(tab), 'Pay');
    tab.page.emit('hide');
    await mapOf(tab).flush();
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Pay']);
  });
});
