import { expect, test } from 'vitest';
import { pathOf, recordsOnPaths } from '../../src/analysis/paths';
import { beginWalk, mendedWalk, placeOf, stepBack, stepOn, waysOn, type Walk } from '../../src/analysis/walk';
import { buildMap, editRecord, removeRecord, type MapBuilder } from '../support/mapBuilder';

/** A claim: reported by all, photographed by Amira alone, handled by phone for Bert alone, with a loop and a drop-out. */
function claim(more: (m: MapBuilder) => void = () => undefined) {
  const map = buildMap((m) => {
    m.persona('Amira').persona('Bert');
    const only = (name: string) => ({ personas: [m.id(name, 'personas')] });
    m.touchpoint('Report').uses('Hotline');
    m.touchpoint('Photos', only('Amira')).uses('App').after('Report', { share: 0.3, kind: 'branch' });
    m.touchpoint('Call', only('Bert')).uses('Phone').after('Report', { share: 0.7, kind: 'branch' });
    m.touchpoint('Paid').after('Photos').after('Call');
    m.transition('Photos', 'Report', { kind: 'loop' });
    m.transition('Photos', null);
    m.flow('App', 'Hotline');
    m.flow('Phone', 'Hotline');
    m.system('Spare');
    more(m);
  });
  const journey = map.journey();
  const titles = (ids: Iterable<string | null>) =>
    [...ids].map((id) => journey.touchpoints.byId.get(id ?? '')?.title ?? id);
  return { map, journey, titles, amira: map.id('Amira', 'personas'), bert: map.id('Bert', 'personas') };
}

test('PATH-1: a persona goes by what names it or nobody, by steps with both ends', () => {
  const { map, journey, titles, amira, bert } = claim();
  expect(titles(pathOf(journey, amira).touchpoints)).toEqual(['Report', 'Photos', 'Paid']);
  expect(titles(pathOf(journey, bert).touchpoints)).toEqual(['Report', 'Call', 'Paid']);
  expect([...pathOf(journey, bert).transitions]).toEqual([
    map.transitionId('Report', 'Call'),
    map.transitionId('Call', 'Paid'),
  ]);
  expect(pathOf(journey, amira).transitions.has(map.transitionId('Photos', null))).toBe(true);
  expect(pathOf(journey, null).touchpoints.size).toBe(4);
});

test('PATH-1: a list of personas that are gone means everybody', () => {
  const { journey, titles, amira, bert } = claim();
  const without = removeRecord(journey, 'personas', amira);
  expect(titles(pathOf(without, bert).touchpoints)).toEqual(['Report', 'Photos', 'Call', 'Paid']);
});

test('PATH-2: what serves only others is left out, what serves nobody stays', () => {
  const { map, journey, amira, bert } = claim();
  const hers = recordsOnPaths(journey, [amira]);
  const has = (name: string) => hers?.has(map.id(name, 'systems'));
  expect(['Hotline', 'App', 'Phone', 'Spare'].map(has)).toEqual([true, true, false, true]);
  expect(hers?.has(map.flowId('App', 'Hotline'))).toBe(true);
  expect(hers?.has(map.flowId('Phone', 'Hotline'))).toBe(false);
  const both = recordsOnPaths(journey, [amira, bert]);
  expect(both?.has(map.id('Phone', 'systems'))).toBe(true);
  expect(recordsOnPaths(journey, [])).toBeNull();
  expect(recordsOnPaths(journey, ['nobody'])).toBeNull();
});

test('WALK-1: a walk begins where one is, else where the journey begins', () => {
  const { map, journey, titles, bert } = claim();
  const start = (persona: string | null, from?: string) =>
    titles([placeOf(beginWalk(journey, persona, from) as Walk).touchpoint])[0];
  expect(start(null)).toBe('Report');
  expect(start(null, map.id('Photos'))).toBe('Photos');
  expect(start(bert, map.id('Photos')), 'not on his path').toBe('Report');
  expect(beginWalk(buildMap(() => undefined).journey(), null)).toBeNull();
});

test('WALK-1: in a circle the earliest is the beginning', () => {
  const map = buildMap((m) => {
    m.touchpoint('B', { at: 2 });
    m.touchpoint('A', { at: 1 }).after('B');
    m.transition('A', 'B');
  });
  expect(beginWalk(map.journey(), null)?.trail[0]?.touchpoint).toBe(map.id('A'));
});

test('WALK-2: likelier ways come first, loops and drop-outs last, others’ ways not at all', () => {
  const { map, journey, titles, amira } = claim();
  const walk = beginWalk(journey, null) as Walk;
  expect(titles(waysOn(journey, walk).map(({ to }) => to))).toEqual(['Call', 'Photos']);
  const hers = beginWalk(journey, amira) as Walk;
  expect(titles(waysOn(journey, hers).map(({ to }) => to))).toEqual(['Photos']);
  const photos = beginWalk(journey, amira, map.id('Photos')) as Walk;
  expect(waysOn(journey, photos).map(({ kind }) => kind)).toEqual(['next', 'loop', 'drop-out']);
});

test('WALK-2: one steps on, back, and out of the journey', () => {
  const { map, journey } = claim();
  const begun = beginWalk(journey, null, map.id('Photos')) as Walk;
  const [onward, , out] = waysOn(journey, begun);
  if (!onward || !out) throw new Error('Photos leads on and out');
  const paid = stepOn(begun, onward);
  expect(placeOf(paid)).toEqual({ touchpoint: map.id('Paid'), by: onward.id });
  expect(waysOn(journey, paid)).toEqual([]);
  expect(stepBack(paid)).toEqual(begun);
  expect(stepBack(begun)).toBe(begun);
  const left = stepOn(begun, out);
  expect(placeOf(left).touchpoint).toBeNull();
  expect(waysOn(journey, left)).toEqual([]);
});

test('WALK-3: when the ground goes, the walk steps back to what is still there', () => {
  const { map, journey } = claim();
  const begun = beginWalk(journey, null) as Walk;
  const [way] = waysOn(journey, begun);
  if (!way) throw new Error('Report leads on');
  const walk = stepOn(begun, way);
  expect(mendedWalk(journey, walk)).toBe(walk);
  const renamed = editRecord(journey, 'touchpoints', map.id('Call'), { title: 'Phone us' });
  expect(mendedWalk(renamed, walk)).toBe(walk);
  expect(mendedWalk(removeRecord(journey, 'touchpoints', map.id('Call')), walk)).toEqual(begun);
  expect(mendedWalk(removeRecord(journey, 'touchpoints', map.id('Report')), walk)).toBeNull();
  expect(mendedWalk(journey, { ...walk, persona: 'gone' })).toBeNull();
});
