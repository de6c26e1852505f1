import { expect, test } from 'vitest';
import { dependentsOf } from '../../src/analysis/impact';
import { lineageOf } from '../../src/analysis/lineage';
import { mapOf, type Sketch } from './mapOf';

const sketch = {
  touchpoints: {
    a: { title: 'Order', at: 1, dataCaptured: ['mail'] },
    b: { title: 'Pay', at: 2, personas: ['p'] },
    c: {
      title: 'Collect',
      at: 3,
      dataNeeded: ['mail'],
      kpis: [
        { id: 'k', order: 'a', name: 'Waiting time', unit: 'min', baseline: 9, target: 3, system: null },
      ],
    },
  },
  systems: { web: { name: 'Web' }, hub: { name: 'Hub' }, pos: { name: 'Tills' }, far: { name: 'Far' } },
  usages: {
    ua: { touchpoint: 'a', system: 'web' },
    ub: { touchpoint: 'b', system: 'hub' },
    uc: { touchpoint: 'c', system: 'pos' },
  },
  dataFlows: {
    f: { from: 'web', to: 'hub', dataObjects: ['mail'] },
    g: { from: 'hub', to: 'pos' },
    h: { from: 'pos', to: 'web', dataObjects: ['stock'] },
    i: { from: 'hub', to: 'far', status: 'planned' },
  },
  dataObjects: { mail: { name: 'E-mail', systemOfRecord: 'hub' }, stock: { name: 'Stock' } },
  personas: { p: { name: 'Ada' }, q: { name: 'Ben' } },
  parties: { owner: { name: 'Platform' } },
  assignments: {
    x: { party: 'owner', subject: 'hub', role: 'accountable' },
    y: { party: 'owner', subject: 'web', role: 'informed' },
  },
} satisfies Sketch;
const journey = mapOf(sketch);
const near = (list: readonly { readonly id: string; readonly distance: number }[]) =>
  list.map(({ id, distance }) => [id, distance]);

test('IMP-1: along live flows to systems and touchpoints, round loops once, nearest first', () => {
  const found = dependentsOf(journey, { kind: 'systems', id: 'hub' });
  expect(near(found.touchpoints)).toEqual([
    ['b', 1],
    ['c', 3],
    ['a', 5],
  ]);
  expect(near(found.systems)).toEqual([
    ['pos', 2],
    ['web', 4],
  ]);
  expect(found.touchpoints[1]?.path.map(({ id }) => id)).toEqual(['hub', 'g', 'pos', 'c']);
  expect(found.flows.map(({ id }) => id)).not.toContain('i');
  expect(found.kpis).toEqual([{ touchpoint: 'c', kpi: 'k', name: 'Waiting time', distance: 3 }]);
  expect(near(found.personas)).toEqual([
    ['p', 2],
    ['q', 4],
  ]);
});

test('IMP-2, IMP-3: a flow feeds its end, a party answers for what it is accountable for', () => {
  expect(near(dependentsOf(journey, { kind: 'dataFlows', id: 'g' }).touchpoints)[0]).toEqual(['c', 2]);
  const ofOwner = dependentsOf(journey, { kind: 'parties', id: 'owner' });
  expect(near(ofOwner.systems)[0]).toEqual(['hub', 1]);
  expect(near(ofOwner.touchpoints)[0]).toEqual(['b', 2]);
});

test('IMP-4: a data object is missed where it is needed, and travels only where it is carried', () => {
  const found = dependentsOf(journey, { kind: 'dataObjects', id: 'mail' });
  expect(near(found.touchpoints)).toEqual([['c', 1]]);
  expect(found.systems.map(({ id }) => id)).toEqual(['hub', 'pos']);
  expect(found.flows.map(({ id }) => id)).not.toContain('h');
});

test('nothing depends on what is gone', () => {
  const found = dependentsOf(journey, { kind: 'systems', id: 'gone' });
  expect(Object.values(found).every((list) => list.length === 0)).toBe(true);
  expect(lineageOf(journey, 'gone')).toBeNull();
});

test('LIN-1, LIN-2: from the first capture to the last use', () => {
  const lineage = lineageOf(journey, 'mail');
  expect(lineage).toMatchObject({ capturedAt: ['a'], neededAt: ['c'], span: { start: 1, end: 3 } });
  expect(lineage?.holders).toEqual([
    { system: 'web', distance: 0, isSystemOfRecord: false, arrivesBy: [], leavesBy: ['f'] },
    { system: 'hub', distance: 1, isSystemOfRecord: true, arrivesBy: ['f'], leavesBy: ['g'] },
    { system: 'pos', distance: 2, isSystemOfRecord: false, arrivesBy: ['g'], leavesBy: [] },
  ]);
  expect(new Set(lineage?.records.map(({ id }) => id))).toEqual(
    new Set(['mail', 'a', 'c', 'web', 'hub', 'pos', 'f', 'g']),
  );
  expect(lineageOf(journey, 'stock')).toMatchObject({
    capturedAt: [],
    neededAt: [],
    span: null,
    holders: [],
  });
});

test('IMP-5: from a touchpoint to the data it captures and the touchpoints that need that', () => {
  const found = dependentsOf(journey, { kind: 'touchpoints', id: 'a' });
  expect(near(found.dataObjects)).toEqual([['mail', 1]]);
  expect(near(found.touchpoints)).toEqual([['c', 2]]);
  expect(found.systems).toEqual([]);
  expect(dependentsOf(journey, { kind: 'touchpoints', id: 'b' }).touchpoints).toEqual([]);
});
