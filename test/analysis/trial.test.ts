import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { routeOf } from '../../src/analysis/routeOf';
import { scoreFor } from '../../src/analysis/scoreFor';
import {
  compareAnalyses,
  directionOf,
  futureOf,
  isEmptyTrial,
  livingTrial,
  withTrial,
} from '../../src/analysis/trial';
import { mapOf, type Sketch } from './mapOf';

const sketch = {
  touchpoints: {
    a: { title: 'Order', at: 1 },
    b: { title: 'Pay', at: 2, personas: ['p'] },
    c: { title: 'Collect', at: 3 },
  },
  systems: { web: { name: 'Web' }, pos: { name: 'Tills' } },
  usages: {
    ua: { touchpoint: 'a', system: 'web' },
    ub: { touchpoint: 'b', system: 'web' },
    uc: { touchpoint: 'c', system: 'pos' },
  },
  transitions: {
    x: { from: 'a', to: 'b' },
    y: { from: 'b', to: 'c' },
    z: { from: 'a', to: 'c', personas: ['q'] },
  },
  dataFlows: { live: { from: 'web', to: 'pos' }, idea: { from: 'web', to: 'pos', status: 'proposed' } },
  personas: { p: { name: 'Ada' }, q: { name: 'Ben' } },
  stages: { early: { name: 'Early', start: 0, end: 2 }, late: { name: 'Late', start: 2, end: 3 } },
} satisfies Sketch;
const journey = mapOf(sketch);
const before = analyse(journey);

test('WHAT-1: off is as retired, on is as live, and nothing else changes', () => {
  const off = withTrial(journey, { off: ['live'], on: [] });
  expect(analyse(off).continuity.judgements.get('y')?.verdict).toBe('broken');
  expect(journey.dataFlows.byId.get('live')?.status).toBeNull();
  expect(off.touchpoints).toBe(journey.touchpoints);
  const swapped = withTrial(journey, { off: ['live'], on: ['idea'] });
  const judgement = analyse(swapped).continuity.judgements.get('y');
  expect(judgement?.verdict).toBe('carried');
  expect(judgement && routeOf(swapped, judgement)?.flows).toEqual(['idea']);
  const without = withTrial(journey, { off: ['web'], on: ['web'] });
  expect(analyse(without).continuity.judgements.get('x')?.verdict).toBe('unknown');
  expect(withTrial(journey, { off: ['a', 'gone'], on: [] })).toBe(journey);
});

test('WHAT-2: what a trial changes, step by step', () => {
  const after = analyse(withTrial(journey, { off: ['live'], on: [] }), before);
  const difference = compareAnalyses(before, after);
  expect(difference.verdicts).toEqual([
    { transition: 'y', before: 'carried', after: 'broken' },
    { transition: 'z', before: 'carried', after: 'broken' },
  ]);
  expect(difference.value).toBeCloseTo(-2 / 3);
  expect(difference.appeared.map(({ id }) => id)).toEqual(['broken:y', 'broken:z']);
  const back = compareAnalyses(after, before);
  expect(back.gone).toEqual(difference.appeared);
  expect(compareAnalyses(before, before)).toMatchObject({ value: 0, verdicts: [], appeared: [], gone: [] });
});

test('CON-19: the score of a persona, of a stage, of both', () => {
  const counted = (scope: { persona?: string; stage?: string }): number =>
    scoreFor(journey, before.continuity, scope).counted;
  expect(counted({})).toBe(3);
  expect(counted({ persona: 'p' })).toBe(2);
  expect(counted({ persona: 'q' })).toBe(1);
  expect(counted({ stage: 'early' })).toBe(1);
  expect(counted({ stage: 'late' })).toBe(3);
  expect(counted({ stage: 'early', persona: 'q' })).toBe(0);
  expect(scoreFor(journey, before.continuity, { persona: 'gone' })).toMatchObject({
    value: null,
    coverage: null,
  });
  expect(counted({ stage: 'gone' })).toBe(0);
});

test('WHAT-1: a sketched flow counts as live, unless an end of it is gone', () => {
  const torn = withTrial(journey, { off: ['live'], on: [] });
  const sketched = { id: 'new', from: 'web', to: 'pos', dataObjects: [] };
  const tried = withTrial(torn, { off: [], on: [], added: [sketched] });
  expect(analyse(tried).continuity.judgements.get('y')).toMatchObject({ verdict: 'carried' });
  expect(withTrial(torn, { off: [], on: [], added: [{ ...sketched, to: 'gone' }] })).toBe(torn);
  expect(journey.dataFlows.byId.has('new')).toBe(false);
});

test('WHAT-4: what is deleted falls out of a trial', () => {
  const trial = {
    off: ['web', 'gone'],
    on: ['idea', 'a'],
    added: [{ id: 'n', from: 'web', to: 'gone', dataObjects: [] }],
  };
  expect(livingTrial(journey, trial)).toEqual({ off: ['web'], on: ['idea'], added: [] });
  expect(isEmptyTrial(livingTrial(journey, { off: ['gone'], on: [] }))).toBe(true);
});

test.each([
  ['carried', 'broken', 'worse'],
  ['late', 'by-hand', 'worse'],
  ['carried', 'unknown', 'worse'],
  ['unknown', 'late', 'better'],
  ['broken', 'by-hand', 'better'],
  ['unknown', 'broken', 'other'],
  ['broken', 'unknown', 'other'],
  ['carried', 'not-counted', 'other'],
] as const)('WHAT-5: from %s to %s is %s', (from, to, direction) => {
  expect(directionOf({ transition: 'x', before: from, after: to })).toBe(direction);
});

test('FUT-1: the future has what is planned and proposed, and lacks what is phasing out', () => {
  const map = mapOf({
    ...sketch,
    systems: {
      web: { name: 'Web', lifecycle: 'phasing-out' },
      pos: { name: 'Tills', lifecycle: 'live' },
      shop: { name: 'New shop', lifecycle: 'planned' },
      old: { name: 'Old', lifecycle: 'retired' },
    },
    dataFlows: { ...sketch.dataFlows, soon: { from: 'shop', to: 'pos', status: 'planned' } },
  });
  expect(futureOf(map)).toEqual({ off: ['web'], on: ['shop', 'idea', 'soon'] });
  const future = withTrial(map, futureOf(map));
  expect(future.systems.all.map(({ id, lifecycle }) => [id, lifecycle])).toEqual(
    expect.arrayContaining([
      ['web', 'retired'],
      ['shop', 'live'],
      ['old', 'retired'],
    ]),
  );
  expect(future.dataFlows.byId.get('soon')?.status).toBe('live');
});

test('FUT-3: where nothing is on its way the future is today', () => {
  const settled = mapOf({ ...sketch, dataFlows: { live: { from: 'web', to: 'pos' } } });
  expect(isEmptyTrial(futureOf(settled))).toBe(true);
  expect(withTrial(settled, futureOf(settled))).toBe(settled);
});
