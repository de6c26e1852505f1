import { expect, test } from 'vitest';
import { membersOf, nearIds } from '../../../src/canvas/adaptor/useNearGeometry';
import { figureAt } from '../../../src/canvas/picture/figureAt';
import { flatPath } from '../../../src/canvas/picture/flatPath';
import { layoutJourney } from '../../../src/layout/layoutJourney';
import { buildMap } from '../../support/mapBuilder';

const map = buildMap((m) => {
  m.stage('Decide', 0, 12);
  m.touchpoint('Look', { at: 0 }).uses('Shop');
  m.touchpoint('Pay', { at: 10 }).uses('Shop');
  m.transition('Look', 'Pay');
  m.note('Ask legal', { at: 5, offset: 4 });
});
const geometry = layoutJourney(map.journey());
const rectOf = (title: string) => {
  const card = geometry.cardById.get(map.id(title));
  if (!card) throw new Error('the card is laid out');
  return card.rect;
};

test('PIC-5: a click means the card it hits, or one a few pixels away', () => {
  const { x, y, width, height } = rectOf('Pay');
  const pay = { kind: 'touchpoints', id: map.id('Pay') };
  expect(figureAt(geometry, { x: x + 5, y: y + 5 }, 0.4)).toEqual(pay);
  expect(figureAt(geometry, { x: x + width + 200, y: y + height / 2 }, 0.01)).toEqual(pay);
  expect(figureAt(geometry, { x: x - 300, y: y - 60 }, 0.4)).toBeNull();
});

test('PIC-5: tracks, stages and the lines of steps can be clicked too', () => {
  const [track] = geometry.tracks;
  const [stage] = geometry.stages;
  const [step] = geometry.transitions;
  if (!track || !stage || !step) throw new Error('all of them are laid out');
  const kindAt = (x: number, y: number) => figureAt(geometry, { x, y }, 0.4)?.kind;
  expect(kindAt(track.bar.x + 3, track.bar.y + 3)).toBe('systems');
  expect(kindAt(stage.rect.x + 200, stage.rect.y + 4)).toBe('stages');
  expect(kindAt((step.start.x + step.end.x) / 2, step.start.y)).toBe('transitions');
});

test('PIC-5: elements are what is near the screen, and what is being worked on wherever it is', () => {
  const { x, y } = rectOf('Look');
  const area = { x: x - 10, y: y - 10, width: 50, height: 50 };
  const near = (around: typeof area | null, ...kept: string[]) =>
    membersOf(geometry, nearIds(geometry, around, kept));
  const ids = (...kept: string[]) => near(area, ...kept).cards.map(({ id }) => id);
  expect(ids()).toEqual([map.id('Look')]);
  expect(ids(map.id('Pay'))).toEqual([map.id('Look'), map.id('Pay')]);
  const inPicture = near(null, map.id('Pay'));
  expect(inPicture.cards.map(({ id }) => id)).toEqual([map.id('Pay')]);
  expect([inPicture.tracks, inPicture.stages, inPicture.notes]).toEqual([[], [], []]);
});

test('a path becomes points: straight pieces keep their ends, a curve a few on the way', () => {
  expect([...flatPath('M1,2H5V-3.5L0,0')]).toEqual([1, 2, 5, 2, 5, -3.5, 0, 0]);
  const curve = flatPath('M0,0C0,10 10,10 10,0');
  expect(curve.length).toBe(2 + 6 * 2);
  expect(Array.from(curve.slice(-2))).toEqual([10, 0]);
  expect(curve[7]).toBeCloseTo(7.5, 5);
});
