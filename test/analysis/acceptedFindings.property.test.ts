import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptanceOf } from '../../src/analysis/acceptedFindings';
import { analyse, type Analysis } from '../../src/analysis/analyse';
import { resolve, type Journey } from '../../src/model/resolve';
import type { Tables } from '../../src/model/tables';
import { arbitraryMap } from './arbitraryMap';
import { mapOf, type Sketch } from './mapOf';

/** Accepts every second finding of a map. */
function accepting(sketch: Sketch): Sketch {
  const journey = mapOf(sketch);
  const some = analyse(journey).findings.filter((_, index) => index % 2 === 0);
  return {
    ...sketch,
    acceptances: Object.fromEntries(
      some.map((finding, i) => [`accepted${i}`, { ...acceptanceOf(finding, journey), reason: 'Known' }]),
    ),
  };
}

const settledIn = ({ open, accepted, returned, counts }: Analysis) => ({
  open: open.map(({ id }) => id),
  accepted: accepted.map(({ finding }) => finding.id),
  returned: [...returned].map(([id, { because }]) => [id, because]),
  counts,
});

const reversed = (name: string): string => [...`${name} of old`].reverse().join('');

/** Other names, other titles, other stages. */
function renamed(journey: Journey): Journey {
  const tables = {
    ...journey.tables,
    touchpoints: new Map(
      [...journey.tables.touchpoints].map(([id, one], i) => [id, { ...one, title: `${9 - i}${one.title}` }]),
    ),
    systems: new Map(
      [...journey.tables.systems].map(([id, one], i) => [
        id,
        { ...one, name: `${9 - i}${reversed(one.name)}` },
      ]),
    ),
    stages: new Map(),
  };
  return resolve(tables as Tables, journey);
}

test('ACC-3: no name and no stage is among the facts of what was accepted', () => {
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const journey = mapOf(accepting(sketch));
      const before = settledIn(analyse(journey));
      const after = settledIn(analyse(renamed(journey)));
      expect(before.returned).toEqual([]);
      expect(after.returned).toEqual([]);
      expect(new Set(after.accepted)).toEqual(new Set(before.accepted));
      expect(new Set(after.open)).toEqual(new Set(before.open));
    }),
    { numRuns: 250 },
  );
});

test('ACC-3: which of two equal predecessors is told of by its title is no fact, nor are the hops from there', () => {
  const journey = mapOf(
    accepting({
      touchpoints: {
        t0: { title: 'Buy' },
        t1: { title: 'Look' },
        t2: { title: 'Wait', noSystemNeeded: true },
        t3: { title: 'Return' },
      },
      systems: { s0: { name: 'CRM' }, s1: { name: 'Mail' }, s2: { name: 'Shop' }, s3: { name: 'Tills' } },
      usages: {
        u0: { touchpoint: 't0', system: 's0' },
        u1: { touchpoint: 't1', system: 's1' },
        u3: { touchpoint: 't3', system: 's3' },
      },
      dataFlows: {
        f0: { from: 's0', to: 's3', latency: 'by-hand' },
        f1: { from: 's1', to: 's2', latency: 'by-hand' },
        f2: { from: 's2', to: 's3', latency: 'by-hand' },
      },
      transitions: {
        x3: { from: 't2', to: 't3' },
        x0: { from: 't0', to: 't2' },
        x1: { from: 't1', to: 't2' },
      },
    }),
  );
  expect(settledIn(analyse(journey)).accepted).toContain('by-hand:x3');
  expect(settledIn(analyse(renamed(journey))).returned).toEqual([]);
});

test('KEEP-1: after an edit what is accepted is what it is in an analysis made from nothing', () => {
  fc.assert(
    fc.property(arbitraryMap, arbitraryMap, fc.nat({ max: 20 }), (sketch, other, which) => {
      const journey = mapOf(accepting(sketch));
      const before = analyse(journey);
      const elsewhere = mapOf(other);
      for (const kind of ['usages', 'dataFlows', 'systems', 'transitions', 'touchpoints'] as const) {
        const ids = [...journey.tables[kind].keys()];
        const id = ids[which % Math.max(1, ids.length)];
        const model = id === undefined ? undefined : elsewhere.tables[kind].get(id);
        if (id === undefined || !model) continue;
        const table = new Map<string, unknown>(journey.tables[kind]).set(id, model);
        const edited = resolve({ ...journey.tables, [kind]: table } as Tables, journey);
        expect(settledIn(analyse(edited, before))).toEqual(settledIn(analyse(resolve(edited.tables))));
      }
    }),
    { numRuns: 80 },
  );
});
