import type { Touchpoint } from '../model/records/touchpoint';
import type { EmotionPoint, ExperienceBand, Point } from './geometry';
import { experience } from './metrics';
import { pathNumber } from './rectangles';
import { xOfAt, yOfEmotion } from './timelineScale';

/** The emotion curve (LAY-20 to LAY-23). Touchpoints come in order of the timeline. */
export function layoutExperience(touchpoints: readonly Touchpoint[]): ExperienceBand {
  const points: EmotionPoint[] = [];
  for (const { id, at, emotion } of touchpoints) {
    if (emotion !== null) points.push({ id, x: xOfAt(at), y: yOfEmotion(emotion), emotion });
  }
  return {
    points,
    path: smoothPath(meanPerPlace(points)),
    zeroY: experience.zeroY,
    smileY: yOfEmotion(2),
    frownY: yOfEmotion(-2),
  };
}

/** One knot per place: the mean of the emotions there. */
export function meanPerPlace(points: readonly Point[]): readonly Point[] {
  const knots: { x: number; sum: number; count: number }[] = [];
  for (const { x, y } of points) {
    const last = knots.at(-1);
    // Closer than a pixel is one place: two knots there would make a spike that no one can see the reason of.
    if (last && x - last.x < 1) {
      last.sum += y;
      last.count++;
    } else knots.push({ x, sum: y, count: 1 });
  }
  return knots.map(({ x, sum, count }) => ({ x, y: sum / count }));
}

/**
 * A smooth curve through knots in order of x that never leaves the range of y between two neighbours: cubic Hermite
 * with the slopes of F. Fritsch and J. Butland (1984), written as Bézier curves.
 */
export function smoothPath(knots: readonly Point[]): string {
  const [first] = knots;
  if (!first || knots.length < 2) return '';
  const slopes = knots.map((knot, index) => slopeAt(knots[index - 1], knot, knots[index + 1]));
  const parts = [`M${pathNumber(first.x)},${pathNumber(first.y)}`];
  for (let i = 1; i < knots.length; i++) {
    const a = knots[i - 1] as Point;
    const b = knots[i] as Point;
    const third = (b.x - a.x) / 3;
    const from = a.y + third * (slopes[i - 1] ?? 0);
    const to = b.y - third * (slopes[i] ?? 0);
    parts.push(
      `C${pathNumber(a.x + third)},${pathNumber(from)} ${pathNumber(b.x - third)},${pathNumber(to)} ${pathNumber(b.x)},${pathNumber(b.y)}`,
    );
  }
  return parts.join('');
}

/** Weighted harmonic mean of the slopes on both sides; flat at ends and wherever the direction turns. */
function slopeAt(before: Point | undefined, knot: Point, after: Point | undefined): number {
  if (!before || !after) return 0;
  const h1 = knot.x - before.x;
  const h2 = after.x - knot.x;
  const d1 = (knot.y - before.y) / h1;
  const d2 = (after.y - knot.y) / h2;
  if (d1 * d2 <= 0) return 0;
  return (3 * (h1 + h2)) / ((2 * h2 + h1) / d1 + (h2 + 2 * h1) / d2);
}
