import { describe, expect, test } from 'vitest';
import type { CanvasActions } from '../../src/canvas/canvasActions';
import { editCommands } from '../../src/canvas/editCommands';
import { finishEditing } from '../../src/canvas/editing/finishEditing';
import type { TitleExit } from '../../src/canvas/editing/TitleField';
import { placeAfter, startNextTouchpoint } from '../../src/canvas/editing/touchpointChain';
import type { OpenMap } from '../../src/store/openMap';
import { openTestMap } from './openTestMap';

/** Types into whatever is being edited and leaves it. */
function type(map: OpenMap, text: string, exit: TitleExit): void {
  const { editing } = map.view.getState();
  if (!editing) throw new Error('nothing is being typed');
  finishEditing(map, editing, exit, text);
}

function titles(map: OpenMap): readonly string[] {
  return map.journey().touchpoints.all.map(({ title }) => title);
}

function steps(map: OpenMap): readonly string[] {
  const { touchpoints, transitions } = map.journey();
  const name = (id: string | null) => touchpoints.byId.get(id ?? '')?.title;
  return transitions.all.map(({ from, to }) => `${name(from)} > ${name(to)}`);
}

describe('typing a journey', () => {
  test('each Tab makes the next touchpoint, one on and joined to the last', () => {
    const { map } = openTestMap(() => undefined);
    startNextTouchpoint(map, null);
    type(map, 'Look', 'next');
    type(map, ' Pay ', 'next');
    type(map, 'Collect', 'commit');
    expect(titles(map)).toEqual(['Look', 'Pay', 'Collect']);
    expect(steps(map)).toEqual(['Look > Pay', 'Pay > Collect']);
    expect(map.view.getState().editing).toBeNull();
    expect(map.journey().touchpoints.all.map(({ at, offset }) => [at, offset])).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  test('Tab goes on to the next one where there is one', () => {
    const { map, built } = openTestMap((m) => {
      m.touchpoint('Look');
      m.touchpoint('Pay').after('Look');
    });
    map.view.setState({ editing: { kind: 'touchpoints', id: built.id('Look'), fresh: false } });
    type(map, 'Look', 'next');
    expect(map.view.getState().editing).toEqual({ kind: 'touchpoints', id: built.id('Pay'), fresh: false });
    expect(titles(map)).toEqual(['Look', 'Pay']);
  });

  test.each(['escape', 'commit', 'next'] as const)(
    'what was just made and has no name goes with %s',
    (exit) => {
      const { map, built } = openTestMap((m) => m.touchpoint('Look'));
      startNextTouchpoint(map, built.id('Look'));
      type(map, '  ', exit);
      expect(titles(map)).toEqual(['Look']);
      expect(map.view.getState().selection).toEqual([{ kind: 'touchpoints', id: built.id('Look') }]);
    },
  );

  test('Escape keeps the name there was, and never removes what is not new', () => {
    const { map, built } = openTestMap((m) => m.touchpoint('Look'));
    const editing = { kind: 'touchpoints', id: built.id('Look'), fresh: false } as const;
    finishEditing(map, editing, 'escape', 'something else');
    finishEditing(map, editing, 'commit', '');
    expect(titles(map)).toEqual(['']);
  });
});

test('the next place is beside a card that stands there already', () => {
  const { map, built } = openTestMap((m) => {
    m.touchpoint('Look', { at: 0, offset: 0 });
    m.touchpoint('Branch', { at: 1, offset: 1 });
  });
  const place = placeAfter(map.journey(), built.id('Look'));
  expect(place).not.toEqual({ at: 1, offset: 1 });
  expect(Math.abs(place.at - 1)).toBeLessThan(2.5);
});

test.each(['makeStage', 'makeNote'] as const)(
  'KEY-4: what %s made is taken back with Escape, and what was selected is again',
  (make) => {
    const { map, built } = openTestMap((m) => {
      m.touchpoint('Look', { at: 0 });
      m.touchpoint('Pay', { at: 1 });
    });
    const selection = ['Look', 'Pay'].map((name) => ({ kind: 'touchpoints' as const, id: built.id(name) }));
    map.view.setState({ selection });
    const actions = { centre: () => ({ x: 0, y: 0 }) } as unknown as CanvasActions;
    editCommands(map, actions)[make]();
    expect(map.view.getState().selection).not.toEqual(selection);
    type(map, '', 'escape');
    expect(map.view.getState().selection).toEqual(selection);
    expect(map.view.getState().lost).toBeNull();
    expect(map.journey().stages.all.length + map.journey().notes.all.length).toBe(0);
  },
);
