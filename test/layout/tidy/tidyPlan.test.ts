import { expect, test } from 'vitest';
import { cardsOf } from '../../../src/layout/tidy/arrangement';
import { Board } from '../../../src/layout/tidy/tangle';
import { isTidy, tidyPlan, type ArrangeWay } from '../../../src/layout/tidy/tidyPlan';
import { linesOf } from '../../../src/layout/tidy/untangle';
import { buildMap, type MapBuilder } from '../../support/mapBuilder';

function plan(m: MapBuilder, way: ArrangeWay, ...selected: readonly string[]) {
  const journey = m.journey();
  const done = tidyPlan(
    journey,
    selected.map((name) => m.id(name)),
    way,
  );
  const name = (id: string): string => id.slice(id.indexOf(':') + 1);
  return {
    places: Object.fromEntries(done.places.map(({ id, at, offset }) => [name(id), [at, offset]])),
    stages: Object.fromEntries(done.stages.map(({ id, start, end }) => [name(id), [start, end]])),
    tracks: done.tracks.map((ids) => ids.map(name)),
  };
}

test('TIDY-2 the ends stay and the others come to stand at equal distances, stages and notes with them', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 });
    map.touchpoint('B', { at: 0.5, offset: 1 });
    map.touchpoint('C', { at: 2 });
    map.touchpoint('D', { at: 6, offset: 1 });
    map.stage('Early', 0, 1).stage('Late', 1.5, 6).note('Ask', { at: 4, offset: -1 });
  });
  expect(plan(m, 'evenly')).toEqual({
    places: { B: [2, 1], C: [4, 0], Ask: [5, -1] },
    stages: { Early: [0, 2.65], Late: [3.35, 6] },
    tracks: [],
  });
});

test('TIDY-2 several notes are spread alone, beside one another or below one another, and nothing else moves', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 });
    map.touchpoint('B', { at: 5 });
    map.touchpoint('C', { at: 6 });
    map
      .note('One', { at: 0, offset: 2 })
      .note('Two', { at: 1, offset: 2.5 })
      .note('Three', { at: 4, offset: 2 });
    map.note('Below', { at: 0.1, offset: 4 }).note('Lowest', { at: 0, offset: 5 });
  });
  const select = (...names: readonly string[]) => names.map((name) => m.id(name, 'notes'));
  const places = (names: readonly string[]) =>
    tidyPlan(m.journey(), select(...names), 'evenly').places.map(({ id, at, offset }) => [id, at, offset]);
  expect(places(['One', 'Two', 'Three'])).toEqual([[m.id('Two', 'notes'), 2, 2.5]]);
  expect(places(['One', 'Below', 'Lowest'])).toEqual([[m.id('Below', 'notes'), 0.1, 3.5]]);
  expect(places(['One', 'Three']), 'two are spread as they are').toEqual([]);
  const withCards = tidyPlan(m.journey(), [...select('One', 'Two'), m.id('A'), m.id('C')], 'evenly').places;
  expect(
    withCards.every(({ id }) => m.journey().touchpoints.byId.has(id)),
    'touchpoints come first',
  ).toBe(true);
});

test('TIDY-2 what stands below one another stays so, and crowded cards get room', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 });
    map.touchpoint('B', { at: 0.1, offset: 1 });
    map.touchpoint('C', { at: 0.4 });
    map.touchpoint('D', { at: 0.5, offset: 1 });
  });
  expect(plan(m, 'evenly').places).toEqual({ B: [0, 1], C: [1.5, 0], D: [1.5, 1] });
});

test('TIDY-2 of several selected ones only these move, beside what stays', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 });
    map.touchpoint('B', { at: 1, offset: 1 });
    map.touchpoint('C', { at: 4 });
    map.touchpoint('Stays', { at: 2, offset: 1 });
    map.stage('All', 0, 1);
  });
  expect(plan(m, 'evenly', 'A', 'B', 'C')).toEqual({ places: { B: [2, 2] }, stages: {}, tracks: [] });
});

test('TIDY-3 the longer the customer takes, the further apart', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 });
    map.touchpoint('B', { at: 1, offset: 1 });
    map.touchpoint('C', { at: 2 });
    map.touchpoint('D', { at: 3, offset: 1 });
    map.transition('A', 'B', { customerTime: 'weeks' }).transition('B', 'C', { customerTime: 'at-once' });
    map.transition('A', 'D', { customerTime: 'hours' }).transition('C', 'D');
  });
  expect(plan(m, 'time').places).toEqual({ B: [5, 1], C: [6, 0], D: [7, 1] });
});

test('TIDY-4 two paths that cross twice cross no more', () => {
  const m = buildMap((map) => {
    map.touchpoint('A1', { at: 0, offset: 0 });
    map.touchpoint('B1', { at: 0, offset: 1 });
    map.touchpoint('A2', { at: 2, offset: 1 });
    map.touchpoint('B2', { at: 2, offset: 0 });
    map.touchpoint('A3', { at: 4, offset: 0 });
    map.touchpoint('B3', { at: 4, offset: 1 });
    map.transition('A1', 'A2').transition('A2', 'A3').transition('B1', 'B2').transition('B2', 'B3');
  });
  expect(new Board(cardsOf(m.journey()), linesOf(m.journey())).tangle().crossings).toBe(2);
  expect(plan(m, 'untangle').places).toEqual({ A2: [2, 0], B2: [2, 1] });
});

test('TIDY-4 a step that runs over a card gets out of its way, and what is straight stays', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 });
    map.touchpoint('Between', { at: 2 });
    map.touchpoint('B', { at: 4 });
    map.transition('A', 'B');
    map.touchpoint('Far', { at: 9, offset: 1 });
  });
  const { places } = plan(m, 'untangle');
  expect(Object.keys(places)).toHaveLength(1);
  expect(places).not.toHaveProperty('Far');
});

test('TIDY-5 what many use comes up, parts stay with their whole, other groups stay', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 }).uses('Archive', 'reads').uses('Common', 'reads');
    map.touchpoint('B', { at: 1 }).uses('Common', 'reads');
    map.touchpoint('C', { at: 2 }).uses('Common', 'reads').uses('Part', 'reads');
    map.system('Part', { parent: 'Common' });
  });
  expect(plan(m, 'tracks').tracks).toEqual([['Common', 'Archive']]);
  expect(plan(m, 'tracks').places).toEqual({});
});

test('TIDY-6 what is aligned shares a side or a row, and gives way to what is there', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 });
    map.touchpoint('B', { at: 2, offset: 1 });
    map.touchpoint('C', { at: 5 });
  });
  expect(plan(m, 'left', 'B', 'C').places).toEqual({ C: [2, 0] });
  expect(plan(m, 'right', 'A', 'C').places).toEqual({ A: [5, 1] });
  expect(plan(m, 'centre', 'A', 'B').places).toEqual({ A: [1, 0], B: [1, 1] });
  expect(plan(m, 'bottom', 'A', 'B').places).toEqual({ A: [0, 1] });
  expect(plan(m, 'top', 'A', 'B').places).toEqual({ B: [2, 0] });
  expect(plan(m, 'left', 'A').places).toEqual({});
});

test('TIDY-6 rows between the uppermost and the lowest are shared out', () => {
  const m = buildMap((map) => {
    map.touchpoint('A', { at: 0 });
    map.touchpoint('B', { at: 2 });
    map.touchpoint('C', { at: 4, offset: 4 });
  });
  expect(plan(m, 'rows', 'A', 'B', 'C').places).toEqual({ B: [2, 2] });
});

test('TIDY-7 an empty map and one card are tidy', () => {
  for (const way of ['evenly', 'time', 'untangle', 'tracks', 'left', 'rows'] as const) {
    expect(isTidy(tidyPlan(buildMap(() => undefined).journey(), [], way))).toBe(true);
    const one = buildMap((map) => void map.touchpoint('A', { at: 3 }));
    expect(isTidy(tidyPlan(one.journey(), [one.id('A')], way))).toBe(true);
  }
});
