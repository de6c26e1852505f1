import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { judgeContinuity } from '../../src/analysis/judgeContinuity';
import { missingFlow } from '../../src/analysis/missingFlow';
import type { Judgement, Route } from '../../src/analysis/verdict';
import { routeOf } from '../../src/analysis/routeOf';
import { mapOf, type Sketch } from './mapOf';

const base = {
  touchpoints: { a: { title: 'Order' }, b: { title: 'Collect' } },
  systems: { x: { name: 'Shop' }, y: { name: 'Hub' }, z: { name: 'Tills' } },
  usages: { ua: { touchpoint: 'a', system: 'x' }, ub: { touchpoint: 'b', system: 'z' } },
  transitions: { step: { from: 'a', to: 'b' } },
} satisfies Sketch;

function judge(sketch: Sketch, id = 'step'): Judgement & { readonly route: Route | null } {
  const journey = mapOf({ ...base, ...sketch });
  const judgement = judgeContinuity(journey).judgements.get(id);
  if (!judgement) throw new Error(`no judgement of ${id}`);
  return { ...judgement, route: routeOf(journey, judgement) };
}

const flow = (given: object = {}) => ({ dataFlows: { f: { from: 'x', to: 'z', ...given } } });
const step = (given: object) => ({ transitions: { step: { from: 'a', to: 'b', ...given } } });

test.each<[string, Sketch, string]>([
  ['CON-1: a live flow carries', flow({ status: 'live' }), 'carried'],
  ['CON-1: a proposed flow makes no route', flow({ status: 'proposed' }), 'broken'],
  ['CON-1: a planned flow makes no route', flow({ status: 'planned' }), 'broken'],
  ['CON-1: a retired flow makes no route', flow({ status: 'retired' }), 'broken'],
  [
    'CON-1: a system that is phasing out is live',
    { ...flow(), systems: { ...base.systems, x: { lifecycle: 'phasing-out' } } },
    'carried',
  ],
  [
    'CON-1: a planned system is none',
    { ...flow(), systems: { ...base.systems, x: { lifecycle: 'planned' } } },
    'unknown',
  ],
  [
    'CON-2: a reader holds nothing where another writes',
    {
      ...flow(),
      usages: {
        ...base.usages,
        ua: { touchpoint: 'a', system: 'x', access: 'reads' },
        uc: { touchpoint: 'a', system: 'y', access: 'writes' },
      },
    },
    'broken',
  ],
  [
    'CON-2: readers hold when none writes',
    { ...flow(), usages: { ...base.usages, ua: { touchpoint: 'a', system: 'x', access: 'reads' } } },
    'carried',
  ],
  [
    'CON-3: a flow from a touchpoint is a write',
    { usages: { ub: base.usages.ub }, dataFlows: { w: { from: 'a', to: 'z' } } },
    'carried',
  ],
  [
    'CON-3: a flow to a touchpoint is a read',
    { usages: { ua: base.usages.ua }, dataFlows: { r: { from: 'x', to: 'b', latency: 'weekly' } } },
    'carried',
  ],
  [
    'CON-4: a flow between touchpoints makes no route',
    { dataFlows: { f: { from: 'a', to: 'b' } } },
    'broken',
  ],
  [
    'CON-4: a flow to itself makes no route',
    { dataFlows: { f: { from: 'x', to: 'x' }, g: { from: 'z', to: 'z' } } },
    'broken',
  ],
  [
    'CON-4: a flow with an end that is gone makes no route',
    { dataFlows: { f: { from: 'x', to: 'gone' } } },
    'broken',
  ],
  [
    'CON-7: one system in both is a route',
    {
      ...step({ customerTime: 'at-once' }),
      usages: { ...base.usages, ub: { touchpoint: 'b', system: 'x' } },
    },
    'carried',
  ],
  ['CON-7: flows have a direction', { dataFlows: { f: { from: 'z', to: 'x' } } }, 'broken'],
  [
    'CON-8: re-entry is by hand even in real time',
    flow({ pattern: 'manual-re-entry', latency: 'real-time' }),
    'by-hand',
  ],
  [
    'CON-8: by hand is by hand even over an API',
    flow({ pattern: 'api-call', latency: 'by-hand' }),
    'by-hand',
  ],
  ['CON-8: a batch file is daily', flow({ pattern: 'batch-file' }), 'late'],
  [
    'CON-8: a stated latency outdoes the pattern',
    flow({ pattern: 'batch-file', latency: 'minutes' }),
    'carried',
  ],
  [
    'CON-9: a slower route without re-entry beats re-entry',
    {
      dataFlows: {
        f: { from: 'x', to: 'z', latency: 'by-hand' },
        g: { from: 'x', to: 'y', latency: 'weekly' },
        h: { from: 'y', to: 'z' },
      },
    },
    'late',
  ],
  ['CON-10: none given allows hourly', flow(), 'carried'],
  ['CON-10: hourly is late for minutes', { ...flow(), ...step({ customerTime: 'minutes' }) }, 'late'],
  [
    'CON-10: daily is in time for days',
    { ...flow({ latency: 'daily' }), ...step({ customerTime: 'days' }) },
    'carried',
  ],
  [
    'CON-10: weekly is in time for weeks',
    { ...flow({ latency: 'weekly' }), ...step({ customerTime: 'weeks' }) },
    'carried',
  ],
  ['CON-10: without a system nobody can say', { usages: { ua: base.usages.ua } }, 'unknown'],
  ['CON-10: a drop-out is not counted', step({ kind: 'drop-out' }), 'not-counted'],
])('%s', (_rule, sketch, verdict) => {
  expect(judge(sketch).verdict).toBe(verdict);
});

test('CON-9: equal routes are told apart by names, parallel flows by speed and id', () => {
  const hops = {
    p: { from: 'x', to: 'y' },
    q: { from: 'y', to: 'z' },
    r: { from: 'x', to: 'v' },
    s: { from: 'v', to: 'z' },
  };
  const systems = { ...base.systems, v: { name: 'Bus' } };
  expect(judge({ systems, dataFlows: hops }).route).toEqual({ systems: ['x', 'v', 'z'], flows: ['r', 's'] });
  const parallel = {
    b: { from: 'x', to: 'z' },
    a: { from: 'x', to: 'z' },
    c: { from: 'x', to: 'z', latency: 'weekly' },
  };
  expect(judge({ dataFlows: parallel }).route).toEqual({ systems: ['x', 'z'], flows: ['a'] });
});

describe('CON-5, CON-6: touchpoints that need no system', () => {
  const through = (touchpoints: object, transitions: object): Sketch => ({
    ...flow({ latency: 'daily' }),
    touchpoints: { ...base.touchpoints, n: { title: 'Walk', noSystemNeeded: true }, ...touchpoints },
    transitions: { into: { from: 'a', to: 'n' }, step: { from: 'n', to: 'b' }, ...transitions } as never,
  });

  test('CON-5: into one is not counted, out of one what came before is judged', () => {
    expect(judge(through({}, {}), 'into')).toMatchObject({
      verdict: 'not-counted',
      reason: 'no-system-needed',
    });
    expect(judge(through({}, {}))).toMatchObject({ verdict: 'late', from: 'a' });
  });
  test('CON-5: nothing before it: not counted, also on a loop', () => {
    const alone = through(
      { m: { noSystemNeeded: true } },
      { into: { from: 'm', to: 'n' }, back: { from: 'n', to: 'm' } },
    );
    expect(judge(alone)).toMatchObject({ verdict: 'not-counted', reason: 'no-predecessor' });
  });
  test('CON-6: the worst counts, unknown aside', () => {
    const branches = { second: { from: 'c', to: 'n' }, third: { from: 'd', to: 'n' } };
    const sketch = {
      ...through({ c: { title: 'Call' }, d: { title: 'Ask' } }, branches),
      usages: { ...base.usages, uc: { touchpoint: 'c', system: 'y' } },
    };
    expect(judge(sketch)).toMatchObject({ verdict: 'broken', from: 'c' });
    expect(judge(through({ c: {} }, { into: { from: 'c', to: 'n' } }))).toMatchObject({
      verdict: 'unknown',
      from: 'c',
      reason: 'from-without-system',
    });
  });
});

test('CON-15: no score from nothing, never 0 or 100', () => {
  expect(judgeContinuity(mapOf({})).score).toMatchObject({ value: null, coverage: null, counted: 0 });
  expect(judgeContinuity(mapOf({ ...base, usages: {} })).score).toMatchObject({
    value: null,
    coverage: 0,
    counted: 1,
    known: 0,
  });
  expect(judgeContinuity(mapOf({ ...base, ...flow() })).score).toMatchObject({
    value: 1,
    coverage: 1,
    carried: 1,
  });
});

test('CON-17: names the fewest things that have to go live', () => {
  const sketch = {
    dataFlows: {
      p: { from: 'x', to: 'z', status: 'proposed' },
      q: { from: 'x', to: 'y', status: 'planned' },
      r: { from: 'y', to: 'z', status: 'planned' },
    },
  };
  expect(judge(sketch).wouldBe).toEqual({ verdict: 'carried', once: [{ kind: 'dataFlows', id: 'p' }] });
  expect(judge(flow({ status: 'retired' })).wouldBe).toBeNull();
  const planned = { ...flow(), systems: { ...base.systems, z: { name: 'Tills', lifecycle: 'planned' } } };
  expect(judge(planned).wouldBe).toEqual({ verdict: 'carried', once: [{ kind: 'systems', id: 'z' }] });
});

test('CON-18: offers the best pair, and nothing where something is under way', () => {
  const offer = (sketch: Sketch) => {
    const journey = mapOf({ ...base, ...sketch });
    return missingFlow(journey, judgeContinuity(journey), 'step');
  };
  const usages = { ...base.usages, uc: { touchpoint: 'a', system: 'y' } };
  expect(offer({ usages })).toEqual({ from: 'y', to: 'z' });
  expect(offer({ usages, systems: { ...base.systems, x: { name: 'Shop', role: 'record' } } })).toEqual({
    from: 'x',
    to: 'z',
  });
  expect(offer({ usages, systems: { ...base.systems, y: { name: 'Hub', standing: 'shadow' } } })).toEqual({
    from: 'x',
    to: 'z',
  });
  expect(offer(flow({ status: 'proposed' }))).toBeNull();
  expect(offer(flow())).toBeNull();
});

test('keeps the identity of judgements that an edit does not change', () => {
  const before = analyse(mapOf({ ...base, ...flow() }));
  const same = analyse(mapOf({ ...base, ...flow({ name: 'orders' }) }), before);
  expect(same.continuity.judgements.get('step')).toBe(before.continuity.judgements.get('step'));
  const other = analyse(mapOf({ ...base, ...flow({ latency: 'weekly' }) }), before);
  expect(other.continuity.judgements.get('step')?.verdict).toBe('late');
});

test('CON-9: ten thousand parallel flows, long chains and cycles end with a result', () => {
  const many = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i) => [
      `f${i}`,
      { from: 'x', to: 'z', latency: i === 7 ? 'real-time' : 'weekly' },
    ]),
  );
  expect(judge({ dataFlows: many }).route?.flows).toEqual(['f7']);
  const systems = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`c${i}`, { name: '' }]));
  const chain = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, i) => [`f${i}`, { from: `c${i}`, to: `c${(i + 1) % 2000}` }]),
  );
  const usages = { ua: { touchpoint: 'a', system: 'c1' }, ub: { touchpoint: 'b', system: 'c0' } };
  expect(judge({ systems, dataFlows: chain, usages }).route?.flows).toHaveLength(1_999);
});
