/** Straight pieces that a curve becomes: in the picture a curve is a few pixels long. */
const pieces = 6;

const known = new WeakMap<object, Float32Array<ArrayBuffer>>();

/** The points of a member's path, which is read once for as long as the member lasts. */
export function pointsOf(member: { readonly path: string }): Float32Array<ArrayBuffer> {
  const before = known.get(member);
  if (before) return before;
  const points = flatPath(member.path);
  known.set(member, points);
  return points;
}

/** The points of a path as layout writes them (M, L, H, V, C, Q with absolute places): x and y in turn. */
export function flatPath(path: string): Float32Array<ArrayBuffer> {
  const points: number[] = [];
  let x = 0;
  let y = 0;
  const to = (nextX: number, nextY: number): void => {
    x = nextX;
    y = nextY;
    points.push(x, y);
  };
  for (const [, command = '', rest = ''] of path.matchAll(/([MLHVCQ])([^MLHVCQ]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    if (command === 'H') to(a, y);
    else if (command === 'V') to(x, a);
    else if (command === 'C') curve([x, y, a, b, c, d, e, f], to);
    else if (command === 'Q')
      curve([x, y, (x + 2 * a) / 3, (y + 2 * b) / 3, (2 * a + c) / 3, (2 * b + d) / 3, c, d], to);
    else to(a, b);
  }
  return new Float32Array(points);
}

type Bezier = readonly [number, number, number, number, number, number, number, number];

function curve([x0, y0, x1, y1, x2, y2, x3, y3]: Bezier, to: (x: number, y: number) => void): void {
  const at = (t: number, a: number, b: number, c: number, d: number): number => {
    const u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  };
  for (let piece = 1; piece <= pieces; piece++) {
    const t = piece / pieces;
    to(at(t, x0, x1, x2, x3), at(t, y0, y1, y2, y3));
  }
}
