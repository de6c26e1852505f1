import type { Geometry, Point, Rect } from '../../layout/geometry';
import { inflate } from '../../layout/rectangles';

/** How far outside of a thing one may drop and still mean it, in canvas pixels. */
const generosity = 10;

/** The touchpoint or system at a point, cards before tracks; a track also counts along its whole row. */
export function endAt(geometry: Geometry, point: Point): string | null {
  const card = geometry.cards.findLast(({ rect }) => holds(inflate(rect, generosity), point));
  if (card) return card.id;
  const track = geometry.tracks.find(({ bar }) => holds(inflate(bar, generosity), point));
  if (track) return track.id;
  if (point.y < geometry.visibility.y) return null;
  return geometry.tracks.find(({ y }) => Math.abs(y - point.y) <= generosity)?.id ?? null;
}

function holds({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
