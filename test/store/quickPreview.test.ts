import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withMoved } from '../../src/canvas/layers/useShownWithin';
import { within } from '../../src/canvas/layers/useVisibleWindow';
import type { Geometry } from '../../src/layout/geometry';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { movedOf, quickPreview } from '../../src/store/quickPreview';
import { buildMap } from '../support/mapBuilder';

const place = fc.record({ at: fc.integer({ min: -4, max: 30 }), offset: fc.nat({ max: 5 }) });
const index = fc.nat({ max: 11 });

const maps: fc.Arbitrary<Geometry> = fc
  .record({
    places: fc.array(fc.record({ at: place, emotion: fc.option(fc.integer({ min: -2, max: 2 })) }), {
      minLength: 2,
      maxLength: 12,
    }),
    transitions: fc.array(fc.tuple(index, fc.option(index)), { maxLength: 20 }),
    usages: fc.array(fc.tuple(index, index), { maxLength: 12 }),
  })
  .map(({ places, transitions, usages }) => {
    const title = (i: number): string => `T${i % places.length}`;
    const map = buildMap((m) => {
      for (const [i, { at, emotion }] of places.entries()) m.touchpoint(`T${i}`, { ...at, emotion });
      for (const [from, to] of transitions) m.transition(title(from), to === null ? null : title(to));
      for (const [from, to] of usages) m.usage(title(from), `S${to}`);
      m.note('N', { at: 2, offset: 1, text: 'Stay' });
    });
    return layoutJourney(map.journey());
  });

const drags = fc.array(fc.tuple(index, place), { minLength: 1, maxLength: 4 });

function dragged(geometry: Geometry, drag: readonly (readonly [number, { at: number; offset: number }])[]) {
  const places = new Map(
    drag.map(([which, to]) => [geometry.cards[which % geometry.cards.length]?.id ?? '', to] as const),
  );
  return { ids: new Set(places.keys()), places: [...places].map(([id, to]) => ({ id, ...to })) };
}

describe('what is dragged in a large map', () => {
  test('PIC-14: whatever ends at a dragged card is moved, and nothing else', () => {
    fc.assert(
      fc.property(maps, drags, (geometry, drag) => {
        const { ids, places } = dragged(geometry, drag);
        const shown = quickPreview(geometry, places);
        const moved = movedOf(shown);
        const ending = geometry.transitions.filter(({ from, to }) => ids.has(from) || ids.has(to ?? ''));
        expect(new Set(moved?.transitions.keys())).toEqual(new Set(ending.map(({ id }) => id)));
        const lines = geometry.dropLines.filter(({ id }) => ids.has(id));
        expect(new Set(moved?.dropLines.keys())).toEqual(new Set(lines.map(({ id }) => id)));
        expect(new Set(moved?.cards.keys())).toEqual(ids);
        for (const [at, route] of shown.transitions.entries())
          if (!moved?.transitions.has(route.id)) expect(route).toBe(geometry.transitions[at]);
        for (const card of shown.cards) expect(card).toBe(shown.cardById.get(card.id));
        expect(movedOf(geometry)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('PIC-14: what is near is what would be found in the whole', () => {
    const areas = fc.record({
      x: fc.integer({ min: -500, max: 3000 }),
      y: fc.integer({ min: 0, max: 800 }),
      width: fc.nat({ max: 1500 }),
      height: fc.nat({ max: 900 }),
    });
    fc.assert(
      fc.property(maps, drags, areas, (geometry, drag, area) => {
        const shown = quickPreview(geometry, dragged(geometry, drag).places);
        const moved = movedOf(shown);
        if (!moved) throw new Error('nothing is moved');
        const lines = withMoved(within(geometry.transitions, area), moved.transitions, area);
        expect(new Set(lines)).toEqual(new Set(within(shown.transitions, area)));
        expect(lines).toHaveLength(new Set(lines).size);
        const drops = withMoved(within(geometry.dropLines, area), moved.dropLines, area);
        expect(new Set(drops)).toEqual(new Set(within(shown.dropLines, area)));
      }),
      { numRuns: 200 },
    );
  });
});
