import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { compareByName } from '../../src/analysis/compareByName';
import type { AnyRecord, Kind } from '../../src/model/kinds';
import { resolve, type Journey } from '../../src/model/resolve';
import type { Tables } from '../../src/model/tables';
import { arbitraryMap } from './arbitraryMap';
import { mapOf } from './mapOf';

const editedKinds = [
  'touchpoints',
  'systems',
  'usages',
  'dataFlows',
  'transitions',
  'dataObjects',
  'parties',
  'assignments',
] as const satisfies readonly Kind[];

const editOf = (kinds: readonly (typeof editedKinds)[number][]) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    which: fc.nat({ max: 20 }),
    /** Takes the fields of another map’s record of this number; deletes it when there is none. */
    like: fc.nat({ max: 24 }),
  });
type Edit = ReturnType<typeof editOf> extends fc.Arbitrary<infer T> ? T : never;

/** As the mirror does it: one table is new, everything else keeps its identity. */
function edit(journey: Journey, other: Journey, { kind, which, like }: Edit): Journey {
  const records = [...(journey.tables[kind].values() as Iterable<AnyRecord>)];
  const record = records[which % Math.max(1, records.length)];
  if (!record) return journey;
  const model = ([...other.tables[kind].values()] as AnyRecord[])[like];
  const changed = model ? { ...model, id: record.id } : { ...record, deletedAt: record.deletedAt ? null : 1 };
  const table = new Map<string, unknown>(journey.tables[kind]);
  table.set(record.id, changed);
  return resolve({ ...journey.tables, [kind]: table } as Tables, journey);
}

function expectAsFromNothing(arbitraryEdit: fc.Arbitrary<Edit>, numRuns: number): void {
  fc.assert(
    fc.property(
      arbitraryMap,
      arbitraryMap,
      fc.array(arbitraryEdit, { minLength: 1, maxLength: 6 }),
      (sketch, otherSketch, edits) => {
        const other = mapOf(otherSketch);
        let journey = mapOf(sketch);
        let analysis = analyse(journey);
        for (const one of edits) {
          journey = edit(journey, other, one);
          const before = analysis;
          analysis = analyse(journey, before);
          const fresh = analyse(resolve(journey.tables));
          expect(analysis.findings).toEqual(fresh.findings);
          expect([...analysis.continuity.judgements]).toEqual([...fresh.continuity.judgements]);
          expect(analysis.continuity.score).toEqual(fresh.continuity.score);
          expect(analysis.counts).toEqual(fresh.counts);
        }
      },
    ),
    { numRuns },
  );
}

test('KEEP-1: after any edits the analysis is the one made from nothing', { timeout: 120_000 }, () => {
  expectAsFromNothing(editOf(editedKinds), 800);
});

test('KEEP-4: so it is after flow upon flow, and touchpoints that move', { timeout: 120_000 }, () => {
  expectAsFromNothing(editOf(['dataFlows', 'dataFlows', 'dataFlows', 'touchpoints', 'dataObjects']), 600);
});

test('KEEP-2: what an edit does not change keeps its identity', () => {
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const journey = mapOf(sketch);
      const before = analyse(journey);
      const [first] = journey.touchpoints.all;
      if (!first) return;
      const touchpoints = new Map(journey.tables.touchpoints).set(first.id, { ...first, emotion: 1 });
      const after = analyse(resolve({ ...journey.tables, touchpoints }, journey), before);
      expect(after.findings).toBe(before.findings);
      expect(after.continuity).toBe(before.continuity);
      expect(analyse(after.journey, after)).toBe(after);
    }),
    { numRuns: 200 },
  );
});

test('KEEP-3: a new name that keeps the order of names renews nothing, one that changes it is like from nothing', () => {
  fc.assert(
    fc.property(arbitraryMap, (sketch) => {
      const journey = mapOf(sketch);
      const before = analyse(journey);
      const [last] = journey.systems.all.toSorted(compareByName).reverse();
      if (!last) return;
      const rename = (name: string): Journey => {
        const systems = new Map(journey.tables.systems).set(last.id, { ...last, name });
        return resolve({ ...journey.tables, systems }, journey);
      };
      const still = analyse(rename(`${last.name}, new`), before);
      expect(still.findings).toBe(before.findings);
      expect(still.continuity).toBe(before.continuity);
      const first = rename('');
      expect(analyse(first, before).findings).toEqual(analyse(resolve(first.tables)).findings);
    }),
    { numRuns: 200 },
  );
});
