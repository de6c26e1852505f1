import { expect, test } from 'vitest';
import type { CanvasActions } from '../../src/canvas/canvasActions';
import type { PickerRequest } from '../../src/canvas/connect/pickerRequest';
import { editCommands, spanOver } from '../../src/canvas/editCommands';
import { placeAfter } from '../../src/canvas/editing/touchpointChain';
import { undo } from '../../src/commands/undoRedo';
import { startWalk } from '../../src/canvas/walk/walkActions';
import { overlaps } from '../../src/layout/rectangles';
import { atOfX, offsetOfY } from '../../src/layout/timelineScale';
import { derivedOf } from '../../src/store/derived';
import type { OpenMap } from '../../src/store/openMap';
import { openTestMap } from './openTestMap';

/** A canvas that only hears what is to be picked. */
function hearing(picked: (request: PickerRequest) => void): CanvasActions {
  const still = { reveal: () => undefined, toScreen: (point: unknown) => point, openPicker: picked };
  return still as unknown as CanvasActions;
}

function select(map: OpenMap, ...ids: readonly string[]): void {
  map.view.setState({ selection: ids.map((id) => ({ kind: 'touchpoints', id })) });
}

test('what is connected by key goes where the next touchpoint would', () => {
  const { map, built } = openTestMap((m) => {
    m.touchpoint('Look', { at: 0 });
    m.touchpoint('Sign up', { at: 1.05, offset: 1 });
  });
  const requests: PickerRequest[] = [];
  select(map, built.id('Sign up'));
  editCommands(
    map,
    hearing((request) => void requests.push(request)),
  ).connect();
  const [{ at } = { at: { x: 0, y: 0 } }] = requests;
  const next = placeAfter(map.journey(), built.id('Sign up'));
  expect(atOfX(at.x)).toBeCloseTo(next.at, 6);
  expect(Math.floor(offsetOfY(at.y))).toBe(next.offset);
});

test('where the next place lies below the line of visibility, a touchpoint is offered all the same', () => {
  const { map, built } = openTestMap((m) => {
    m.touchpoint('Pay', { at: 0 });
    m.touchpoint('Wait', { at: 1 });
    m.touchpoint('Confirm', { at: 1, offset: 1 });
  });
  const requests: PickerRequest[] = [];
  select(map, built.id('Pay'));
  editCommands(
    map,
    hearing((request) => void requests.push(request)),
  ).connect();
  expect(placeAfter(map.journey(), built.id('Pay')).offset).toBe(2);
  const { visibility } = derivedOf(map.mirror).store.getState().shown;
  expect(requests[0]?.at.y).toBeLessThan(visibility.y);
});

test('a stage over touchpoints begins and ends at places one can read', () => {
  const { map, built } = openTestMap((m) => {
    m.touchpoint('Look', { at: 2.05 });
    m.touchpoint('Pay', { at: 4.15 });
  });
  const records = ['Look', 'Pay'].map((title) => ({ kind: 'touchpoints' as const, id: built.id(title) }));
  expect(spanOver(map.journey(), records)).toEqual({ start: 1.55, end: 4.65 });
  expect(spanOver(map.journey(), [])).toBeNull();
});

test('WALK-1: a walk begins at the touchpoint that alone is selected; with several, where the journey begins', () => {
  const { map, built } = openTestMap((m) => {
    m.touchpoint('Look');
    m.touchpoint('Pay').after('Look');
    m.touchpoint('Collect').after('Pay');
  });
  const begins = () => map.view.getState().walk?.trail[0]?.touchpoint;
  select(map, built.id('Pay'));
  startWalk(map, null);
  expect(begins()).toBe(built.id('Pay'));
  select(map, built.id('Pay'), built.id('Collect'));
  startWalk(map, null);
  expect(begins()).toBe(built.id('Look'));
});

test('NOTE-4: notes made by key one after another lie beside one another and on nothing, each one step back', () => {
  const { map, built } = openTestMap((m) => {
    m.touchpoint('Pay', { at: 0 });
    m.touchpoint('Collect', { at: 1, offset: 1 });
  });
  select(map, built.id('Pay'));
  const still = { centre: () => ({ x: 0, y: 200 }) } as unknown as CanvasActions;
  const { makeNote } = editCommands(map, still);
  for (const count of [1, 2, 3]) {
    makeNote();
    const [made] = map.view.getState().selection;
    expect(map.view.getState().editing).toMatchObject({ ...made, fresh: true });
    expect(map.journey().notes.all).toHaveLength(count);
  }
  const { cards, notes } = derivedOf(map.mirror).store.getState().shown;
  const rects = [...cards, ...notes].map(({ rect }) => rect);
  rects.forEach((one, index) => {
    for (const other of rects.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
  });
  // Near what was selected, not somewhere on the map.
  const [pay, , first] = rects;
  expect(Math.hypot((first?.x ?? 0) - (pay?.x ?? 0), (first?.y ?? 0) - (pay?.y ?? 0))).toBeLessThan(400);
  undo.run(map);
  expect(map.journey().notes.all).toHaveLength(2);
});
