import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Geometry } from '../../src/layout/geometry';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { xOfAt, yOfOffset } from '../../src/layout/timelineScale';
import type { Journey } from '../../src/model/resolve';
import { LayoutInParts, movesBetween, type InParts } from '../../src/store/layoutInParts';
import { quickPreview } from '../../src/store/quickPreview';
import { buildMap, editRecord } from '../support/mapBuilder';

const titles = ['A', 'B', 'C', 'D', 'E', 'F'];
const map = buildMap((m) => {
  m.stage('Decide', 0, 2);
  for (const [i, title] of titles.entries())
    m.touchpoint(title, { at: i, offset: i % 3, emotion: (i % 5) - 2 }).uses(`S${i % 4}`);
  for (const [i, title] of titles.slice(1).entries()) m.transition(titles[i] ?? '', title);
  m.flow('S0', 'S1').flow('S2', 'S3');
  m.note('N', { at: 2, offset: 1, text: 'Stay' });
});

/** Steps that somebody takes by hand. */
function byHand() {
  let run: { steps: Generator<undefined, Geometry>; onDone: (geometry: Geometry) => void } | null = null;
  const inParts: InParts = (steps, onDone) => {
    const own = { steps, onDone };
    run = own;
    return () => {
      if (run === own) run = null;
    };
  };
  return {
    inParts,
    isBusy: () => run !== null,
    take(count: number): void {
      for (let left = count; left > 0 && run; left--) {
        const { steps, onDone } = run;
        const step = steps.next();
        if (!step.done) continue;
        run = null;
        onDone(step.value);
      }
    },
  };
}

const edits = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('move' as const),
      which: fc.nat({ max: titles.length - 1 }),
      at: fc.integer({ min: -2, max: 9 }),
      offset: fc.nat({ max: 3 }),
    }),
  },
  fc.record({ what: fc.constant('note' as const), at: fc.nat({ max: 9 }), offset: fc.nat({ max: 3 }) }),
  fc.record({ what: fc.constant('name' as const), which: fc.nat({ max: titles.length - 1 }) }),
  fc.record({
    what: fc.constant('feel' as const),
    which: fc.nat({ max: titles.length - 1 }),
    emotion: fc.integer({ min: -2, max: 2 }),
  }),
  fc.record({ what: fc.constant('stage' as const), end: fc.integer({ min: 3, max: 9 }) }),
  fc.record({ what: fc.constant('steps' as const), count: fc.nat({ max: 40 }) }),
);
type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function edited(journey: Journey, edit: Edit): Journey {
  const touchpoint = 'which' in edit ? map.id(titles[edit.which] ?? '') : '';
  switch (edit.what) {
    case 'move':
      return editRecord(journey, 'touchpoints', touchpoint, { at: edit.at, offset: edit.offset });
    case 'note':
      return editRecord(journey, 'notes', map.id('N'), { at: edit.at, offset: edit.offset });
    case 'name':
      return editRecord(journey, 'touchpoints', touchpoint, { title: 'Another' });
    case 'feel':
      return editRecord(journey, 'touchpoints', touchpoint, { emotion: edit.emotion });
    case 'stage':
      return editRecord(journey, 'stages', map.id('Decide'), { end: edit.end });
    case 'steps':
      return journey;
  }
}

describe('a large map that is laid out in parts', () => {
  test('PIC-17: shows everything where it stands at any time, and comes to the layout of the whole', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 25 }), (all) => {
        const hand = byHand();
        let journey = map.journey();
        const placing = new LayoutInParts(journey, {
          options: {},
          inParts: hand.inParts,
          onLaidOut: () => undefined,
          atOnce: 0,
        });
        const expectShown = (): void => {
          const { geometry, moved } = placing;
          const shown = moved.length > 0 ? quickPreview(geometry, moved) : geometry;
          for (const { id, at, offset } of journey.touchpoints.all)
            expect(shown.cardById.get(id)).toMatchObject({
              centerX: xOfAt(at),
              rect: { y: yOfOffset(offset) },
            });
          if (moved.length === 0 && !hand.isBusy()) expect(geometry).toEqual(layoutJourney(journey));
        };
        for (const edit of all) {
          if (edit.what === 'steps') hand.take(edit.count);
          else {
            journey = edited(journey, edit);
            placing.follow(journey, placing.geometry);
          }
          expectShown();
        }
        hand.take(10_000);
        expect(hand.isBusy()).toBe(false);
        expect(placing.moved).toEqual([]);
        expect(placing.geometry).toEqual(layoutJourney(journey));
      }),
      { numRuns: 150 },
    );
  });

  test('PIC-17: only what was moved waits; whatever else changes is laid out at once', () => {
    const journey = map.journey();
    const moved = edited(journey, { what: 'move', which: 1, at: 7, offset: 2 });
    expect(movesBetween(journey, moved)).toEqual([{ id: map.id('B'), at: 7, offset: 2 }]);
    expect(movesBetween(journey, edited(moved, { what: 'name', which: 2 }))).toHaveLength(1);
    expect(movesBetween(journey, edited(moved, { what: 'feel', which: 2, emotion: 1 }))).toBeNull();
    expect(movesBetween(journey, edited(moved, { what: 'stage', end: 5 }))).toBeNull();
    const hand = byHand();
    const means = { options: {}, inParts: hand.inParts, onLaidOut: () => undefined, atOnce: 0 };
    const placing = new LayoutInParts(journey, means);
    placing.follow(moved, placing.geometry);
    expect(hand.isBusy()).toBe(true);
    placing.follow(edited(moved, { what: 'stage', end: 5 }), placing.geometry);
    expect(hand.isBusy()).toBe(false);
    expect(placing.moved).toEqual([]);
  });
});
