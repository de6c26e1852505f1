import type { Direction, Point, Rect } from './geometry';
import { pathNumber, pathOf, rectAround } from './rectangles';

/** A drawn line: its path, its middle (on the line), and the room it takes. */
export interface Line {
  readonly path: string;
  readonly middle: Point;
  /** A point near its end, of lines round a corner. */
  readonly late?: Point;
  readonly bounds: Rect;
}

const circle = 0.5523;

/** Straight from one point to the other. */
export function straightLine(from: Point, to: Point): Line {
  return {
    path: pathOf(['M', at(from), 'L', at(to)]),
    middle: between(from, to, 0.5),
    bounds: rectAround([from, to], 1),
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
    path: pathOf([
      `M${at(from)}H${pathNumber(begin.x)}`,
      `C${at(c1)} ${at(c2)} ${at(finish)}V${pathNumber(to.y)}`,
    ]),
    middle: onCurve(begin, c1, c2, finish, 0.5),
    late: onCurve(begin, c1, c2, finish, 0.75),
    bounds: rectAround([from, to], 1),
  };
}

/** Out of one side and into the same side of the other: a bow of `bulge` pixels (negative: to the left). */
export function bowLine(from: Point, to: Point, bulge: number): Line {
  const x = bulge > 0 ? Math.max(from.x, to.x) + bulge : Math.min(from.x, to.x) + bulge;
  const c1 = { x, y: from.y };
  const c2 = { x, y: to.y };
  return {
    path: pathOf(['M', at(from), 'C', at(c1), ' ', at(c2), ' ', at(to)]),
    middle: onCurve(from, c1, c2, to, 0.5),
    bounds: rectAround([from, to, c1], 1),
  };
}

/** Through all corners, each pathNumber; the middle is that of the longest stretch. */
export function roundedLine(corners: readonly Point[], radius: number): Line {
  const parts: string[] = [];
  let middle = corners[0] ?? { x: 0, y: 0 };
  let longest = -1;
  corners.forEach((corner, index) => {
    const before = corners[index - 1];
    const after = corners[index + 1];
    if (!before) parts.push(`M${at(corner)}`);
    else {
      const length = Math.hypot(corner.x - before.x, corner.y - before.y);
      if (length > longest) {
        longest = length;
        middle = between(before, corner, 0.5);
      }
      if (!after) parts.push(`L${at(corner)}`);
      else
        parts.push(
          `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`,
        );
    }
  });
  return { path: pathOf(parts), middle, bounds: rectAround(corners, 1) };
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
  return { x: mix(a.x, b.x, part), y: mix(a.y, b.y, part) };
}

/** The point of a cubic Bézier curve at a part (0–1) of it. */
function onCurve(a: Point, b: Point, c: Point, d: Point, part: number): Point {
  return { x: mixCubic(a.x, b.x, c.x, d.x, part), y: mixCubic(a.y, b.y, c.y, d.y, part) };
}

function mix(a: number, b: number, part: number): number {
  return a + (b - a) * part;
}

/** After de Casteljau. */
function mixCubic(a: number, b: number, c: number, d: number, part: number): number {
  const bc = mix(b, c, part);
  return mix(mix(mix(a, b, part), bc, part), mix(bc, mix(c, d, part), part), part);
}

function at(point: Point): string {
  return `${pathNumber(point.x)},${pathNumber(point.y)}`;
}
