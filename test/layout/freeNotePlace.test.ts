import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeNotePlace } from '../../src/layout/freeNotePlace';
import type { Rect } from '../../src/layout/geometry';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { card, cardsTop, note } from '../../src/layout/metrics';
import { overlaps } from '../../src/layout/rectangles';
import { xOfAt } from '../../src/layout/timelineScale';
import { buildMap, type MapBuilder } from '../support/mapBuilder';

/** Where a note that was just made is drawn, with room for three lines. */
function rectOf({ at, offset }: { readonly at: number; readonly offset: number }): Rect {
  return {
    x: xOfAt(at) - note.width / 2,
    y: cardsTop + offset * card.rowPitch,
    width: note.width,
    height: 100,
  };
}

function geometryOf(write: (m: MapBuilder) => void) {
  return layoutJourney(buildMap(write).journey());
}

describe('NOTE-4 where a new note lies', () => {
  test('in an empty map: right where it is wanted', () => {
    const geometry = geometryOf(() => undefined);
    const wanted = { x: 600, y: 420 };
    const rect = rectOf(freeNotePlace(geometry, wanted));
    expect(rect.x + rect.width / 2).toBeCloseTo(wanted.x, 0);
    expect(rect.y + rect.height / 2).toBeCloseTo(wanted.y, 0);
  });

  test('never on a card, a note, a stage or a label, however many lie there', () => {
    const place = fc.record({ at: fc.integer({ min: 0, max: 9 }), offset: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 30 }),
        fc.array(place, { maxLength: 30 }),
        fc.record({ x: fc.integer({ min: -500, max: 1500 }), y: fc.integer({ min: -500, max: 900 }) }),
        (cards, notes, wanted) => {
          const geometry = geometryOf((m) => {
            m.stage('Buy', 0, 6);
            m.flow('Shop', 'Till', { name: 'Orders of the day' });
            cards.forEach((at, index) => m.touchpoint(`Step ${index}`, at));
            notes.forEach((at, index) => m.note(`Ask ${index}`, at));
          });
          const rect = rectOf(freeNotePlace(geometry, wanted));
          const labels = geometry.flows.flatMap(({ label }) => label ?? []);
          expect(labels).toHaveLength(1);
          for (const other of [...labels, ...geometry.cards, ...geometry.notes, ...geometry.stages])
            expect(overlaps(rect, other.rect)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('where all is taken near by, below everything', () => {
    const geometry = geometryOf((m) => {
      for (let at = -40; at < 40; at++)
        for (let offset = -20; offset < 40; offset++)
          m.note(`Ask ${at} ${offset}`, { at, offset: offset / 1.7 });
    });
    const rect = rectOf(freeNotePlace(geometry, { x: 0, y: 400 }));
    const lowest = Math.max(...geometry.notes.map((one) => one.rect.y + one.rect.height));
    expect(rect.y).toBeGreaterThan(lowest);
  });

  test('off the track of a system where there is room beside it', () => {
    const geometry = geometryOf((m) => {
      m.touchpoint('Pay').uses('Till');
    });
    const [track] = geometry.tracks;
    if (!track) throw new Error('no track');
    const { bar } = track;
    const rect = rectOf(freeNotePlace(geometry, { x: bar.x + bar.width / 2, y: bar.y }));
    expect(overlaps(rect, bar)).toBe(false);
  });
});
