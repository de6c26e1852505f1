import type { Usage } from '../model/records/usage';
import type { Card, DropLine, EmotionPoint } from './geometry';
import { inflate, rectAround, pathNumber } from './rectangles';
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
    const above = from === undefined ? null : { from, to: rect.y };
    const below = to === undefined ? null : { from: rect.y + rect.height, to };
    const parts = [above, below].filter((part) => part !== null);
    if (parts.length === 0) continue;
    lines.push({
      id,
      x,
      above,
      below,
      path: parts.map((part) => `M${pathNumber(x)},${pathNumber(part.from)}V${pathNumber(part.to)}`).join(''),
      tone,
      bounds: inflate(
        rectAround(
          parts.flatMap((part) => [
            { x, y: part.from },
            { x, y: part.to },
          ]),
        ),
        2,
      ),
    });
  }
  return lines;
}
