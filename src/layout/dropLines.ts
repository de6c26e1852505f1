import type { Usage } from '../model/records/usage';
import type { Card, DropLine, EmotionPoint } from './geometry';
import { pathNumber } from './rectangles';
import type { TrackRow } from './trackRows';

/** One line per touchpoint that has an emotion or uses a system (LAY-50, LAY-51). */
export function layoutDropLines(
  cards: readonly Card[],
  points: readonly EmotionPoint[],
  rows: readonly TrackRow[],
  usages: readonly Usage[],
): readonly DropLine[] {
  const yOfSystem = new Map(rows.map((row) => [row.id, row.y]));
  const yOfPoint = new Map(points.map((point) => [point.id, point.y]));
  const lowest = new Map<string, number>();
  for (const { touchpoint, system } of usages) {
    const y = system === null ? undefined : yOfSystem.get(system);
    if (touchpoint !== null && y !== undefined)
      lowest.set(touchpoint, Math.max(y, lowest.get(touchpoint) ?? y));
  }
  const lines: DropLine[] = [];
  for (const { id, centerX: x, rect, tone } of cards) {
    const from = yOfPoint.get(id);
    const to = lowest.get(id);
    if (from === undefined && to === undefined) continue;
    const bottom = rect.y + rect.height;
    const at = pathNumber(x);
    const upper = from === undefined ? '' : `M${at},${pathNumber(from)}V${pathNumber(rect.y)}`;
    const lower = to === undefined ? '' : `M${at},${pathNumber(bottom)}V${pathNumber(to)}`;
    const top = from ?? bottom;
    lines.push({
      id,
      x,
      above: from === undefined ? null : { from, to: rect.y },
      below: to === undefined ? null : { from: bottom, to },
      path: upper + lower,
      tone,
      bounds: { x: x - 2, y: top - 2, width: 4, height: (to ?? rect.y) - top + 4 },
    });
  }
  return lines;
}
