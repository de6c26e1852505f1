import { expect, test } from 'vitest';
import { undo } from '../../src/commands/undoRedo';
import { nudge, resizeStage } from '../../src/canvas/keyboard/nudge';
import { clickRecord } from '../../src/canvas/selection';
import { openTestMap } from './openTestMap';

const open = () =>
  openTestMap((m) => {
    m.stage('Decide', 0, 2);
    m.touchpoint('Look', { at: 0, offset: 0 });
    m.touchpoint('Pay', { at: 1, offset: 1 });
  });

test('all that is selected moves together, and presses of one gesture are one step back', () => {
  const { map, built } = open();
  const places = () => map.journey().touchpoints.all.map(({ at, offset }) => [at, offset]);
  const both = ['Look', 'Pay'].map((name) => ({ kind: 'touchpoints' as const, id: built.id(name) }));
  for (let i = 0; i < 3; i++) nudge(map, both, { at: 0.1, offset: 0 }, 'one');
  expect(places()).toEqual([
    [0.3, 0],
    [1.3, 1],
  ]);
  undo.run(map);
  expect(places()).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('no card goes above the first row', () => {
  const { map, built } = open();
  nudge(map, [{ kind: 'touchpoints', id: built.id('Look') }], { at: 0, offset: -1 }, 'up');
  expect(map.journey().touchpoints.byId.get(built.id('Look'))?.offset).toBe(0);
});

test('a stage moves as a whole and is resized at its end, never to nothing', () => {
  const { map, built } = open();
  const stage = [{ kind: 'stages' as const, id: built.id('Decide') }];
  const span = () => {
    const { start, end } = map.journey().stages.byId.get(built.id('Decide')) ?? { start: NaN, end: NaN };
    return [start, end];
  };
  nudge(map, stage, { at: 0.1, offset: 0 }, 'move');
  expect(span()).toEqual([0.1, 2.1]);
  resizeStage(map, stage, 1, 'longer');
  expect(span()).toEqual([0.1, 3.1]);
  resizeStage(map, stage, -50, 'shorter');
  expect(span()[1]).toBeGreaterThan(0.1);
});

test('a click selects alone; with Shift it adds and takes away', () => {
  const { map } = open();
  const keys = { shiftKey: false, ctrlKey: false, metaKey: false };
  const [a, b] = ['a', 'b'].map((id) => ({ kind: 'touchpoints' as const, id }));
  if (!a || !b) throw new Error('two records');
  const selected = () => map.view.getState().selection.map(({ id }) => id);
  clickRecord(map.view, a, keys);
  clickRecord(map.view, b, { ...keys, shiftKey: true });
  expect(selected()).toEqual(['a', 'b']);
  clickRecord(map.view, a, { ...keys, metaKey: true });
  expect(selected()).toEqual(['b']);
  clickRecord(map.view, a, keys);
  expect(selected()).toEqual(['a']);
});
