import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaVersion } from '../../src/model/kinds';
import { openBroadcastChannel } from '../../src/sync/channel';
import { addTouchpoint, author, Device, mapOf, titles, valueOf, type Tab } from './support/device';

let device: Device;
let id: string;
let one: Tab;
let two: Tab;
beforeEach(async () => {
  device = new Device();
  id = valueOf(await device.store().createMap(author));
  one = await device.tab(id);
  two = await device.tab(id);
  device.lines.deliver();
});
afterEach(() => device.close());

describe('two tabs on one map', () => {
  it('LOC-30 stay equal without a network', () => {
    const pay = addTouchpoint(mapOf(one), 'Pay');
    addTouchpoint(mapOf(two), 'Collect');
    device.lines.deliver();
    expect(titles(mapOf(one))).toEqual(['Collect', 'Pay']);
    expect(titles(mapOf(two))).toEqual(['Collect', 'Pay']);
    mapOf(two).document.change('rename', (writer) => writer.update('touchpoints', pay, { title: 'Pay now' }));
    device.lines.deliver();
    expect(titles(mapOf(one))).toEqual(['Collect', 'Pay now']);
  });

  it('LOC-31 exchange on opening what has not been stored yet, in both directions', async () => {
    addTouchpoint(mapOf(one), 'Pay');
    device.lines.lose();
    const three = await device.tab(id);
    addTouchpoint(mapOf(three), 'Collect');
    device.lines.deliver();
    expect(titles(mapOf(three))).toEqual(['Collect', 'Pay']);
    expect(titles(mapOf(one))).toEqual(['Collect', 'Pay']);
  });

  it('LOC-31 catch up after one of them was frozen, deletions included', () => {
    const pay = addTouchpoint(mapOf(one), 'Pay');
    device.lines.deliver();
    mapOf(one).document.change('clear', (writer) => writer.update('touchpoints', pay, { title: '' }));
    device.lines.lose();
    expect(titles(mapOf(two))).toEqual(['Pay']);
    two.page.emit('hide');
    two.page.emit('show');
    device.lines.deliver();
    expect(titles(mapOf(two))).toEqual(['']);
  });

  it('LOC-32 each store what the other told them: one of them dying loses nothing', async () => {
    addTouchpoint(mapOf(one), 'Pay');
    device.lines.deliver();
    expect(two.session.getState().save).toEqual({ kind: 'saving' });
    await mapOf(two).flush();
    expect(two.session.getState().save.kind).toBe('saved-here');
    expect(titles(mapOf(await device.tab(id)))).toEqual(['Pay']);
  });

  it('LOC-33 never undo each other', () => {
    addTouchpoint(mapOf(one), 'Pay');
    device.lines.deliver();
    expect(mapOf(two).document.undo()).toBeNull();
    expect(titles(mapOf(two))).toEqual(['Pay']);
  });

  it('LOC-34 ignore messages they cannot read', () => {
    const line = device.lines.open(`throughline.map.${id}`, () => undefined);
    for (const message of [
      null,
      'update',
      { kind: 'update', bytes: 'x' },
      { kind: 'hello' },
      { kind: 'later' },
    ])
      line.post(message);
    device.lines.deliver();
    addTouchpoint(mapOf(one), 'Pay');
    device.lines.deliver();
    expect(titles(mapOf(two))).toEqual(['Pay']);
  });

  it('LOC-35 turn read-only together when a newer program writes the map', () => {
    mapOf(one)
      .document.ydoc.getMap('meta')
      .set('schemaVersion', schemaVersion + 1);
    device.lines.deliver();
    expect(mapOf(two).document.change('x', (writer) => writer.updateMap({ title: 'x' }))).toEqual({
      ok: false,
      reason: 'read-only',
    });
  });
});

describe('the platform’s line between tabs', () => {
  it('LOC-30 delivers to the others and not to oneself', async () => {
    const own: unknown[] = [];
    const mine = openBroadcastChannel('throughline.test', (message) => own.push(message));
    const heard = new Promise((resolve) => {
      const theirs = openBroadcastChannel('throughline.test', (message) => {
        theirs.close();
        resolve(message);
      });
    });
    mine.post({ kind: 'hello', vector: Uint8Array.of(1) });
    expect(await heard).toEqual({ kind: 'hello', vector: Uint8Array.of(1) });
    mine.close();
    expect(own).toEqual([]);
  });
});
