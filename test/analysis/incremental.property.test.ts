import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, type Analysis } from '../../src/analysis/analyse';
import { compareByName } from '../../src/analysis/compareByName';
import { routeOf } from '../../src/analysis/routeOf';
import type { Route } from '../../src/analysis/verdict';
import { resolve, type Journey } from '../../src/model/resolve';
import { editedKinds, editOf, edited, type Edit } from './arbitraryEdits';
import { arbitraryMap } from './arbitraryMap';
import { mapOf } from './mapOf';

/** The routes that somebody who asks is told. */
function routesIn({ journey, continuity }: Analysis): readonly (Route | null)[] {
  return [...continuity.judgements.values()].map((judgement) => routeOf(journey, judgement));
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
          journey = edited(journey, other, one);
          const before = analysis;
          analysis = analyse(journey, before);
          const fresh = analyse(resolve(journey.tables));
          expect(analysis.findings).toEqual(fresh.findings);
          expect([...analysis.continuity.judgements]).toEqual([...fresh.continuity.judgements]);
          expect(routesIn(analysis)).toEqual(routesIn(fresh));
          expect(analysis.continuity.score).toEqual(fresh.continuity.score);
          expect(analysis.counts).toEqual(fresh.counts);
        }
      },
    ),
    { numRuns },
  );
}

test('KEEP-1, KEEP-5: after any edits the analysis, and every route asked for, is the one made from nothing', () => {
  expectAsFromNothing(editOf(editedKinds), 800);
});

test('KEEP-4: so it is after flow upon flow, and touchpoints that move', () => {
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
