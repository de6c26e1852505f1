import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardsOf, collide, type Arrangement } from '../../../src/layout/tidy/arrangement';
import { lengthOfDropLines } from '../../../src/layout/tidy/orderTracks';
import { Board } from '../../../src/layout/tidy/tangle';
import { alignWays, isTidy, tidyPlan, tidyWays, type ArrangeWay } from '../../../src/layout/tidy/tidyPlan';
import { linesOf } from '../../../src/layout/tidy/untangle';
import type { CustomerTime } from '../../../src/model/records/transition';
import { stagesAt, type Journey } from '../../../src/model/resolve';
import { buildMap, editRecord } from '../../support/mapBuilder';

/** Enough on every run; thousands were tried when the ways were written. */
const runs = { numRuns: 40 };

const at = fc.oneof(
  fc.integer({ min: 0, max: 8 }),
  fc.integer({ min: 0, max: 60 }).map((steps) => steps / 20),
);
const index = fc.nat({ max: 11 });
const time = fc.constantFrom<CustomerTime | null>(null, 'at-once', 'hours', 'days', 'weeks');

const maps = fc
  .record({
    places: fc.array(fc.tuple(at, fc.nat({ max: 3 })), { minLength: 1, maxLength: 12 }),
    steps: fc.array(fc.tuple(index, index, time), { maxLength: 18 }),
    usages: fc.array(fc.tuple(index, fc.nat({ max: 6 })), { maxLength: 24 }),
    owners: fc.array(fc.tuple(fc.nat({ max: 6 }), fc.constantFrom('marketing', 'it')), { maxLength: 6 }),
    stages: fc.array(fc.tuple(at, at), { maxLength: 5 }),
    notes: fc.array(fc.tuple(at, fc.integer({ min: -2, max: 3 })), { maxLength: 3 }),
    chosen: fc.array(index, { maxLength: 6 }),
  })
  .map(({ places, steps, usages, owners, stages, notes, chosen }) => {
    const name = (i: number): string => `T${i % places.length}`;
    const built = buildMap((m) => {
      for (const [i, [place, offset]] of places.entries()) m.touchpoint(`T${i}`, { at: place, offset });
      for (const [from, to, customerTime] of steps) m.transition(name(from), name(to), { customerTime });
      for (const [touchpoint, system] of usages) m.usage(name(touchpoint), `S${system}`);
      for (const [system, of] of owners) {
        m.party(of, of as 'it');
        m.system(`S${system}`, { owner: of });
      }
      for (const [i, [a, b]] of stages.entries()) m.stage(`Stage ${i}`, Math.min(a, b), Math.max(a, b));
      for (const [i, [place, offset]] of notes.entries()) m.note(`N${i}`, { at: place, offset });
    });
    const journey = built.journey();
    const selected = [...new Set(chosen.map((i) => built.id(name(i))))];
    return { journey, selected, systems: journey.systems.all.map(({ id }) => id) };
  });

/** The journey with an arrangement in it, as the command would write it. */
function arranged(journey: Journey, { places, stages, tracks }: Arrangement): Journey {
  let next = journey;
  for (const { id, at: place, offset } of places) {
    const kind = journey.touchpoints.byId.has(id) ? 'touchpoints' : 'notes';
    next = editRecord(next, kind, id, { at: place, offset });
  }
  for (const { id, start, end } of stages) next = editRecord(next, 'stages', id, { start, end });
  for (const ids of tracks)
    for (const [order, id] of ids.entries())
      next = editRecord(next, 'systems', id, { order: String.fromCharCode(97 + order) });
  return next;
}

const overlapping = (journey: Journey): number => {
  const cards = cardsOf(journey);
  return cards.reduce((sum, one, i) => sum + cards.slice(i + 1).filter((b) => collide(one, b)).length, 0);
};
const tangle = (journey: Journey) => new Board(cardsOf(journey), linesOf(journey)).tangle();
const ways: readonly ArrangeWay[] = [...tidyWays, ...alignWays];

describe('any map, however it is arranged', () => {
  test.each(ways)('TIDY-1 %s: cards that did not lie on one another still do not', (way) => {
    fc.assert(
      fc.property(maps, ({ journey, selected }) => {
        const after = arranged(journey, tidyPlan(journey, selected, way));
        expect(overlapping(after)).toBeLessThanOrEqual(overlapping(journey));
      }),
      runs,
    );
  });

  test.each(ways.filter((way) => way !== 'rows'))(
    'TIDY-1 %s: the second time there is nothing to do',
    (way) => {
      fc.assert(
        fc.property(maps, ({ journey, selected }) => {
          const after = arranged(journey, tidyPlan(journey, selected, way));
          expect(tidyPlan(after, selected, way)).toEqual({ places: [], stages: [], tracks: [] });
        }),
      );
    },
  );

  test.each(['evenly', 'time'] as const)(
    'TIDY-2 %s: of the whole map every touchpoint stays in its stages',
    (way) => {
      fc.assert(
        fc.property(maps, ({ journey }) => {
          const after = arranged(journey, tidyPlan(journey, [], way));
          expect(overlapping(after)).toBe(0);
          const inside = (map: Journey): readonly (readonly string[])[] =>
            journey.touchpoints.all.map(({ id }) =>
              stagesAt(map, map.touchpoints.byId.get(id)?.at ?? NaN)
                .map((stage) => stage.id)
                .toSorted(),
            );
          expect(inside(after)).toEqual(inside(journey));
          const rows = (map: Journey) => new Map(cardsOf(map).map(({ id, offset }) => [id, offset]));
          expect(rows(after)).toEqual(rows(journey));
        }),
      );
    },
  );

  test('TIDY-4 untangling never makes steps cross that did not, and moves nothing along the timeline', () => {
    fc.assert(
      fc.property(maps, ({ journey, selected }) => {
        const after = arranged(journey, tidyPlan(journey, selected, 'untangle'));
        const [before, now] = [tangle(journey), tangle(after)];
        expect(now.crossings).toBeLessThanOrEqual(before.crossings);
        if (now.crossings === before.crossings) expect(now.covered).toBeLessThanOrEqual(before.covered);
        const places = (map: Journey) => new Map(map.touchpoints.all.map((one) => [one.id, one.at]));
        expect(places(after)).toEqual(places(journey));
      }),
      runs,
    );
  });

  test('TIDY-5 ordering tracks never makes drop-lines longer', () => {
    fc.assert(
      fc.property(maps, fc.boolean(), ({ journey, systems }, isPart) => {
        const plan = tidyPlan(journey, isPart ? systems.slice(0, 3) : [], 'tracks');
        const after = arranged(journey, plan);
        if (isTidy(plan)) expect(after).toBe(journey);
        else expect(lengthOfDropLines(after)).toBeLessThan(lengthOfDropLines(journey));
      }),
      runs,
    );
  });
});
