import type { Touchpoint } from '../model/records/touchpoint';
import type { EmotionPoint, ExperienceBand, Point } from './geometry';
import { experience } from './metrics';
import { pathNumber, pathOf } from './rectangles';
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

/**
 * The curve between two x: there it is the line that the whole curve is, beyond it reaches a little and may differ. Costs
 * what is there, not how long the map is; so does drawing it.
 * @param points as of the whole band, in order of x
 */
export function curveBetween(points: readonly EmotionPoint[], from: number, to: number): string {
  const first = knotsBefore(points, firstFrom(points, from), 2);
  const last = knotsAfter(points, firstFrom(points, to), 2);
  return smoothPath(meanPerPlace(points.slice(first, last)));
}

/** Index of the first point at x or beyond. */
function firstFrom(points: readonly EmotionPoint[], x: number): number {
  let low = 0;
  for (let high = points.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((points[middle]?.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a point surely begins a knot of its own: those before it are too far away to share one. */
function beginsKnot(points: readonly EmotionPoint[], index: number): boolean {
  const [before, own] = [points[index - 1], points[index]];
  return !before || !own || own.x - before.x >= 1;
}

/** Goes back by so many knots: one to draw from, one for the slope there. */
function knotsBefore(points: readonly EmotionPoint[], index: number, count: number): number {
  let place = index;
  for (let left = count; place > 0 && left > 0;) if (beginsKnot(points, --place)) left--;
  return place;
}

function knotsAfter(points: readonly EmotionPoint[], index: number, count: number): number {
  let place = index;
  for (let left = count + 1; place < points.length && left > 0; place++)
    if (beginsKnot(points, place)) left--;
  return place;
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
  return pathOf(parts);
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
