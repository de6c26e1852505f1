import { describe, expect, test } from 'vitest';
import { layoutJourney } from '../../../src/layout/layoutJourney';
import { card, cardsTop, timelineUnit } from '../../../src/layout/metrics';
import { snapCard, snapTargets } from '../../../src/layout/tidy/snap';
import { buildMap } from '../../support/mapBuilder';

const built = buildMap((m) => {
  m.touchpoint('A', { at: 0 });
  m.touchpoint('B', { at: 2, offset: 1 });
  m.touchpoint('C', { at: 6 });
  m.touchpoint('Dragged', { at: 3 });
});
const targets = snapTargets(layoutJourney(built.journey()), new Set([built.id('Dragged')]));
const snap = (at: number, offset = 0.4) => snapCard({ at, offset }, targets, 8);

describe('TIDY-8 a dragged card snaps', () => {
  test('to the middle of another card, with a line through both', () => {
    expect(snap(2.05, 3.4)).toEqual({
      at: 2,
      offset: 3.4,
      isAtTarget: true,
      guides: [
        {
          kind: 'middle',
          x1: 2 * timelineUnit,
          x2: 2 * timelineUnit,
          y1: cardsTop + card.rowPitch - 12,
          y2: cardsTop + 3.4 * card.rowPitch + card.height + 12,
        },
      ],
    });
  });

  test('to the middle between its neighbours, and to the distance that is there already', () => {
    expect(snap(4.03)).toMatchObject({ at: 4, isAtTarget: true });
    expect(snap(4.03).guides.map(({ kind, x1, x2 }) => [kind, x1, x2])).toEqual([
      ['gap', 2 * timelineUnit, 4 * timelineUnit],
      ['gap', 4 * timelineUnit, 6 * timelineUnit],
    ]);
    expect(snap(9.97)).toMatchObject({ at: 10, isAtTarget: true });
    expect(snap(-1.95)).toMatchObject({ at: -2, isAtTarget: true });
  });

  test('to a row, with a line to the nearest card in it', () => {
    expect(snap(4.6, 0.95)).toMatchObject({ at: 4.6, offset: 1, isAtTarget: false });
    expect(snap(4.6, 0.95).guides.map(({ kind }) => kind)).toEqual(['row']);
    expect(snap(4.6, 4.02)).toMatchObject({ offset: 4, guides: [] });
  });

  test('to nothing that is too far away, nor to what is dragged with it', () => {
    expect(snap(3, 0.5)).toEqual({ at: 3, offset: 0.5, isAtTarget: false, guides: [] });
    expect(snapCard({ at: 3.05, offset: 0.5 }, [], 8)).toMatchObject({ at: 3.05, guides: [] });
  });
});
