import type { Geometry, Placed, Point, Rect } from '../../layout/geometry';
import { visibleIds } from '../../layout/visibleIds';
import type { RecordRef } from '../../model/kinds';
import { pointsOf } from './flatPath';

/** How far beside a figure one may point and still mean it, CSS pixels. */
const slop = 4;

/**
 * The record at a point of the picture: what lies there, or nearest within a few pixels of the screen (PIC-5). Of several
 * that lie there it is the uppermost: notes, cards, tracks, data flows, transitions, stages.
 */
export function figureAt(geometry: Geometry, point: Point, zoom: number): RecordRef | null {
  const reach = slop / zoom;
  const spot = { x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach };
  const near = visibleIds(geometry, spot);
  let best: RecordRef | null = null;
  let least = reach;
  const look = <T extends Placed>(
    kind: RecordRef['kind'],
    members: readonly T[],
    distance: (member: T) => number,
  ): void => {
    for (const member of members) {
      const away = distance(member);
      if (away > least || (away === least && best !== null && best.kind !== kind)) continue;
      least = away;
      best = { kind, id: member.id };
    }
  };
  const among = <T extends Placed>(all: readonly T[], ids: ReadonlySet<string>): readonly T[] =>
    ids.size === 0 ? [] : all.filter(({ id }) => ids.has(id));
  const found = <T>(ids: ReadonlySet<string>, byId: ReadonlyMap<string, T>): readonly T[] =>
    [...ids].flatMap((id) => byId.get(id) ?? []);
  const toRect = ({ rect }: { readonly rect: Rect }): number => distanceToRect(rect, point);
  const toPath = (member: { readonly path: string }): number => distanceToLine(pointsOf(member), point);
  look('notes', among(geometry.notes, near.notes), toRect);
  look('touchpoints', found(near.cards, geometry.cardById), toRect);
  look('systems', found(near.tracks, geometry.trackById), ({ bar }) => distanceToRect(bar, point));
  look('dataFlows', among(geometry.flows, near.flows), toPath);
  look('transitions', among(geometry.transitions, near.transitions), toPath);
  look('stages', among(geometry.stages, near.stages), toRect);
  return best;
}

function distanceToRect({ x, y, width, height }: Rect, point: Point): number {
  const beside = Math.max(x - point.x, 0, point.x - x - width);
  const above = Math.max(y - point.y, 0, point.y - y - height);
  return Math.hypot(beside, above);
}

function distanceToLine(points: ArrayLike<number>, { x, y }: Point): number {
  let least = Infinity;
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [points[at], points[at + 1], points[at + 2], points[at + 3]];
    const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    const along =
      length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
    least = Math.min(least, Math.hypot(x0 + (x1 - x0) * along - x, y0 + (y1 - y0) * along - y));
  }
  return least;
}
