import type { Direction, Point, Rect } from './geometry';
import { inflate, rectAround, pathNumber } from './rectangles';

/** A drawn line: its path, its middle and a point near its end (both on the line), and the room it takes. */
export interface Line {
  readonly path: string;
  readonly middle: Point;
  readonly late: Point;
  readonly bounds: Rect;
}

const circle = 0.5523;

/** Straight from one point to the other. */
export function straightLine(from: Point, to: Point): Line {
  return {
    path: `M${at(from)}L${at(to)}`,
    middle: between(from, to, 0.5),
    late: between(from, to, 0.75),
    bounds: inflate(rectAround([from, to]), 1),
  };
}

/** Horizontally, round a corner (a quarter ellipse of at most these radii), vertically. */
export function cornerLine(from: Point, to: Point, radiusX: number, radiusY: number): Line {
  const towardsX = Math.sign(to.x - from.x);
  const towardsY = Math.sign(to.y - from.y);
  const rx = Math.min(radiusX, Math.abs(to.x - from.x)) * towardsX;
  const ry = Math.min(radiusY, Math.abs(to.y - from.y), Math.max(14, Math.abs(rx) * 2)) * towardsY;
  const begin = { x: to.x - rx, y: from.y };
  const finish = { x: to.x, y: from.y + ry };
  const c1 = { x: begin.x + rx * circle, y: begin.y };
  const c2 = { x: finish.x, y: finish.y - ry * circle };
  return {
    path: `M${at(from)}H${pathNumber(begin.x)}C${at(c1)} ${at(c2)} ${at(finish)}V${pathNumber(to.y)}`,
    middle: onCurve(begin, c1, c2, finish, 0.5),
    late: onCurve(begin, c1, c2, finish, 0.75),
    bounds: inflate(rectAround([from, to]), 1),
  };
}

/** Out of one side and into the same side of the other: a bow of `bulge` pixels (negative: to the left). */
export function bowLine(from: Point, to: Point, bulge: number): Line {
  const x = bulge > 0 ? Math.max(from.x, to.x) + bulge : Math.min(from.x, to.x) + bulge;
  const c1 = { x, y: from.y };
  const c2 = { x, y: to.y };
  return {
    path: `M${at(from)}C${at(c1)} ${at(c2)} ${at(to)}`,
    middle: onCurve(from, c1, c2, to, 0.5),
    late: onCurve(from, c1, c2, to, 0.75),
    bounds: inflate(rectAround([from, to, c1, c2]), 1),
  };
}

/** Through all corners, each pathNumber; the middle is that of the longest stretch. */
export function roundedLine(corners: readonly Point[], radius: number): Line {
  const parts: string[] = [];
  let middle = corners[0] ?? { x: 0, y: 0 };
  let late = middle;
  let longest = -1;
  for (const [index, corner] of corners.entries()) {
    const before = corners[index - 1];
    const after = corners[index + 1];
    if (!before) parts.push(`M${at(corner)}`);
    else {
      const length = Math.hypot(corner.x - before.x, corner.y - before.y);
      if (length > longest) {
        longest = length;
        middle = between(before, corner, 0.5);
        late = between(before, corner, 0.75);
      }
      if (!after) parts.push(`L${at(corner)}`);
      else
        parts.push(
          `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`,
        );
    }
  }
  return { path: parts.join(''), middle, late, bounds: inflate(rectAround(corners), 1) };
}

/** Which way a line points that ends in a side. */
export function directionInto(side: 'left' | 'right' | 'top' | 'bottom'): Direction {
  if (side === 'left') return 'right';
  if (side === 'right') return 'left';
  return side === 'top' ? 'down' : 'up';
}

/** From a corner towards its neighbour, by the radius or half the way. */
function towards(corner: Point, neighbour: Point, radius: number): Point {
  const length = Math.hypot(neighbour.x - corner.x, neighbour.y - corner.y);
  if (length === 0) return corner;
  const part = Math.min(radius, length / 2) / length;
  return between(corner, neighbour, part);
}

/** The point of a straight line at a part (0–1) of it. */
function between(a: Point, b: Point, part: number): Point {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

/** The point of a cubic Bézier curve at a part (0–1) of it, after de Casteljau. */
function onCurve(a: Point, b: Point, c: Point, d: Point, part: number): Point {
  const ab = between(a, b, part);
  const bc = between(b, c, part);
  const cd = between(c, d, part);
  return between(between(ab, bc, part), between(bc, cd, part), part);
}

function at(point: Point): string {
  return `${pathNumber(point.x)},${pathNumber(point.y)}`;
}
