import { expect, test } from 'vitest';
import { NodeAdaptor } from '../../src/canvas/adaptor/canvasNodes';
import { belowTop, selectedElsewhere } from '../../src/canvas/adaptor/useNodeDrag';
import { isSelected } from '../../src/store/view';
import { openTestMap } from './openTestMap';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { buildMap, editRecord } from '../support/mapBuilder';

const map = buildMap((m) => {
  m.stage('Decide', 0, 2);
  m.touchpoint('Look').uses('Shop');
  m.touchpoint('Pay').uses('Shop');
  m.note('Ask legal', { at: 1 });
});
const none: ReadonlySet<string> = new Set();

test('every node comes with its size and handles, so that nothing is measured and all can be culled', () => {
  const nodes = new NodeAdaptor().toNodes(layoutJourney(map.journey()), none);
  expect(nodes.map(({ type }) => type).toSorted()).toEqual([
    'note',
    'stage',
    'touchpoint',
    'touchpoint',
    'track',
  ]);
  for (const { width, height, measured, handles } of nodes) {
    expect(width).toBeGreaterThan(0);
    expect(measured).toEqual({ width, height });
    expect(handles).toEqual([]);
  }
});

test('editing a title gives the same list of nodes', () => {
  const adaptor = new NodeAdaptor();
  const before = map.journey();
  const geometry = layoutJourney(before);
  const nodes = adaptor.toNodes(geometry, none);
  const after = editRecord(before, 'touchpoints', map.id('Pay'), { title: 'Pay now' });
  expect(adaptor.toNodes(layoutJourney(after, undefined, geometry), none)).toBe(nodes);
});

test('selecting one changes its node and no other', () => {
  const adaptor = new NodeAdaptor();
  const geometry = layoutJourney(map.journey());
  const before = adaptor.toNodes(geometry, none);
  const after = adaptor.toNodes(geometry, new Set([map.id('Pay')]));
  const changed = after.filter((node, index) => node !== before[index]);
  expect(changed.map(({ id, selected }) => [id, selected])).toEqual([[map.id('Pay'), true]]);
});

test('moving a touchpoint leaves the nodes of the others alone', () => {
  const adaptor = new NodeAdaptor();
  const journey = map.journey();
  const geometry = layoutJourney(journey);
  const before = adaptor.toNodes(geometry, none);
  const moved = editRecord(journey, 'touchpoints', map.id('Look'), { offset: 1 });
  const after = adaptor.toNodes(layoutJourney(moved, undefined, geometry), none);
  expect(after.filter((node) => !before.includes(node)).map(({ id }) => id)).toEqual([map.id('Look')]);
});

test('of a selection of any size each record knows whether it is in it', () => {
  for (const size of [0, 3, 20]) {
    const selection = Array.from(
      { length: size },
      (_, place) => ({ kind: 'notes', id: `n${place}` }) as const,
    );
    expect([isSelected({ selection }, `n${size - 1}`), isSelected({ selection }, 'other')]).toEqual([
      size > 0,
      false,
    ]);
  }
});

test('what is selected far away moves along with what is dragged', () => {
  const { map: open, built } = openTestMap((m) => {
    m.touchpoint('Look', { at: 1 });
    m.touchpoint('Pay', { at: 90, offset: 1 });
    m.system('Shop');
    m.note('Ask legal', { at: 40 });
  });
  const ids = { touchpoints: ['Look', 'Pay'], systems: ['Shop'], notes: ['Ask legal'] } as const;
  const kinds = ['touchpoints', 'systems', 'notes'] as const;
  open.view.setState({
    selection: kinds.flatMap((kind) => ids[kind].map((name) => ({ kind, id: built.id(name) }))),
  });
  expect(selectedElsewhere(open, new Set([built.id('Look')]))).toEqual([
    { id: built.id('Pay'), at: 90, offset: 1 },
    { id: built.id('Ask legal'), at: 40, offset: 0 },
  ]);
  open.view.setState({ selection: [{ kind: 'touchpoints', id: built.id('Look') }] });
  expect(selectedElsewhere(open, new Set([built.id('Look')]))).toEqual([]);
});

test('PIC-16: what is moved above the first row together keeps its rows', () => {
  const touchpoints = new Set(['a', 'b']);
  const places = (...offsets: readonly number[]) =>
    ['a', 'b', 'note'].map((id, index) => ({ id, at: index, offset: offsets[index] ?? 0 }));
  expect(belowTop(places(-1.4, 0.6, -3), touchpoints)).toEqual(places(0, 2, -1.6));
  const inside = places(0, 2, -1);
  expect(belowTop(inside, touchpoints)).toBe(inside);
});
