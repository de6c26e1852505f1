import { expect, test } from 'vitest';
import { readView, rememberView } from '../../../src/app/map/viewMemory';
import { createViewStore, isLegendOpen } from '../../../src/store/view';
import { memoryStorage } from '../../support/memoryStorage';

test('LENS-3: the device remembers lens, legends, paths and rulers, for each map', () => {
  const storage = memoryStorage();
  const view = createViewStore();
  const stop = rememberView(view, storage, 'one');
  view.setState({ lens: 'privacy' });
  view.setState({ legends: { privacy: false } });
  view.setState({ personas: ['anna', 'ben'], hiddenRulers: ['funnel'] });
  expect(readView(storage, 'one')).toEqual({
    lens: 'privacy',
    legends: { privacy: false },
    personas: ['anna', 'ben'],
    hiddenRulers: ['funnel'],
  });
  expect(readView(storage, 'two')).toEqual({});
  stop();
  view.setState({ lens: 'systems' });
  expect(readView(storage, 'one').lens).toBe('privacy');
});

test('LENS-3: what makes no sense is left out', () => {
  const read = (text: string) => readView(memoryStorage({ 'throughline.view.one': text }), 'one');
  expect(read('{')).toEqual({});
  expect(read('[1]')).toEqual({});
  expect(
    read(
      '{"lens":"x-ray","legends":{"privacy":"yes","systems":true},"personas":"anna","hiddenRulers":[1,"a"]}',
    ),
  ).toEqual({ legends: { systems: true }, personas: [], hiddenRulers: ['a'] });
  // What an earlier version remembered.
  expect(read('{"lens":"systems","legends":{}}')).toEqual({
    lens: 'systems',
    legends: {},
    personas: [],
    hiddenRulers: [],
  });
});

test('LENS-3: a browser that remembers nothing still shows the map', () => {
  const closed = {
    getItem: (): string | null => {
      throw new Error('closed');
    },
    setItem: (): void => {
      throw new Error('closed');
    },
  };
  const view = createViewStore(readView(closed, 'one'));
  rememberView(view, closed, 'one');
  view.setState({ lens: 'ownership' });
  expect(view.getState().lens).toBe('ownership');
});

test('the opening look explains itself only when asked, the others until they are closed', () => {
  const view = createViewStore();
  expect(isLegendOpen(view.getState())).toBe(false);
  view.setState({ lens: 'systems' });
  expect(isLegendOpen(view.getState())).toBe(true);
  view.setState({ legends: { systems: false, experience: true } });
  expect(isLegendOpen(view.getState())).toBe(false);
  view.setState({ lens: 'experience' });
  expect(isLegendOpen(view.getState())).toBe(true);
});

test('PIC-12: the device remembers where each map was left', () => {
  const storage = memoryStorage();
  const view = createViewStore();
  rememberView(view, storage, 'one');
  view.setState({ lens: 'privacy' });
  expect(readView(storage, 'one').viewport, 'nobody has moved yet').toBeUndefined();
  view.setState({ viewport: { x: -20, y: 4, zoom: 0.25 } });
  expect(readView(storage, 'one')).toMatchObject({
    lens: 'privacy',
    viewport: { x: -20, y: 4, zoom: 0.25 },
  });
  const again = createViewStore(readView(storage, 'one'));
  rememberView(again, storage, 'one');
  again.setState({ lens: 'systems' });
  expect(readView(storage, 'one').viewport).toEqual({ x: -20, y: 4, zoom: 0.25 });
  const nonsense = memoryStorage({ 'throughline.view.one': '{"viewport":{"x":"a","y":0,"zoom":0}}' });
  expect(readView(nonsense, 'one').viewport).toBeUndefined();
});
