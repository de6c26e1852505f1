import type { Card, DropLine, EmotionPoint } from './geometry';
import { pathNumber, pathOf } from './rectangles';
import type { TrackRow } from './trackRows';

/**
 * One line per touchpoint that has an emotion or uses a system (LAY-50, LAY-51).
 *
 * @param points in the order of the cards
 * @param rows from top to bottom
 */
export function layoutDropLines(
  cards: readonly Card[],
  points: readonly EmotionPoint[],
  rows: readonly TrackRow[],
): readonly DropLine[] {
  const lowest = new Map<string, number>();
  for (const { y, stations } of rows) for (const { touchpoint } of stations) lowest.set(touchpoint, y);
  const lines: DropLine[] = [];
  let nextPoint = 0;
  for (const { id, centerX: x, rect, tone } of cards) {
    const from = points[nextPoint]?.id === id ? points[nextPoint++]?.y : undefined;
    const to = lowest.get(id);
    if (from === undefined && to === undefined) continue;
    const bottom = rect.y + rect.height;
    const start = `M${pathNumber(x)},`;
    const upper = from === undefined ? '' : `${start}${pathNumber(from)}V${pathNumber(rect.y)}`;
    const lower = to === undefined ? '' : `${start}${pathNumber(bottom)}V${pathNumber(to)}`;
    const top = from ?? bottom;
    lines.push({
      id,
      x,
      above: from === undefined ? null : { from, to: rect.y },
      below: to === undefined ? null : { from: bottom, to },
      path: pathOf([upper, lower]),
      tone,
      bounds: { x: x - 2, y: top - 2, width: 4, height: (to ?? rect.y) - top + 4 },
    });
  }
  return lines;
}
