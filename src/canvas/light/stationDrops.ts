import type { Geometry } from '../../layout/geometry';
import { pathNumber } from '../../layout/rectangles';

/** From the foot of every lit card to its station on every lit track (LIT-5). */
export function stationDrops(geometry: Geometry, lit: ReadonlySet<string>): string {
  let path = '';
  for (const { id, y, stations } of geometry.tracks) {
    if (!lit.has(id)) continue;
    for (const { touchpoint, x } of stations) {
      const card = lit.has(touchpoint) ? geometry.cardById.get(touchpoint) : undefined;
      if (card) path += `M${pathNumber(x)},${pathNumber(card.rect.y + card.rect.height)}V${pathNumber(y)}`;
    }
  }
  return path;
}
