import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { scoreFor } from '../../src/analysis/scoreFor';
import { compareAnalyses, withTrial } from '../../src/analysis/trial';
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
  expect(analyse(swapped).continuity.judgements.get('y')).toMatchObject({
    verdict: 'carried',
    route: { flows: ['idea'] },
  });
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
