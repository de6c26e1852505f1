import type { Point, Rect } from './geometry';

/** The smallest rectangle that holds all points, with `margin` more on every side. Throws without a point. */
export function rectAround(points: readonly Point[], margin = 0): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left === Infinity) throw new Error('a rectangle around nothing');
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}

/** The rectangle with `by` more on every side. */
export function inflate(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

/** Whether the first holds all of the second. */
export function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The smallest rectangle that holds both. */
export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** Whether two rectangles share a point; edges that touch do. */
export function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** Whether two rectangles share more than an edge. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A path of its pieces. A text that is added up keeps all of its pieces for as long as nobody reads it. */
export function pathOf(pieces: readonly string[]): string {
  return pieces.join('');
}

const tenthTexts = ['', '.1', '.2', '.3', '.4', '.5', '.6', '.7', '.8', '.9'] as const;

/**
 * A number as it is written into paths: to a tenth of a pixel. Whole numbers become text several times faster than
 * fractions, and a layout writes many thousands.
 */
export function pathNumber(value: number): string {
  const tenths = Math.round(value * 10);
  const size = Math.abs(tenths);
  const whole = Math.trunc(size / 10);
  return `${tenths < 0 ? '-' : ''}${whole}${tenthTexts[size - whole * 10]}`;
}
