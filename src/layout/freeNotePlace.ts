import type { Geometry, Point, Rect } from './geometry';
import { card, cardsTop, note } from './metrics';
import { inflate, overlaps } from './rectangles';
import { atOfX } from './timelineScale';

/** Room kept for a note that is still to be written: three lines. */
const room = { width: note.width, height: 100 } as const;
/** Between a note and what it must not lie on, in canvas pixels. */
const gap = 12;
/** How far apart the places are that are tried, and how many to each side. */
const step = { x: 30, y: 26, across: 40, down: 40 } as const;
/** How much further a place may be that hides no line of the picture, in canvas pixels. */
const clearWorth = 160;
/** Half of what an emotion's point takes up. */
const pointRoom = 10;

/**
 * The free place for a new note that is nearest to where it is wanted (NOTE-4): on no card, note, stage or label ever, and off
 * tracks and the curve of emotions where such a place is not much further. Where all is taken near by,
 * it lies below everything.
 *
 * @param wanted what the note shall lie near, by its middle, on the canvas
 */
export function freeNotePlace(geometry: Geometry, wanted: Point): { at: number; offset: number } {
  const near = inflate(
    { ...wanted, width: 0, height: 0 },
    Math.max(step.x * step.across, step.y * step.down) + room.width,
  );
  const isNear = (rect: Rect): boolean => overlaps(rect, near);
  const taken = takenBy(geometry).filter(isNear);
  const lines = linesOf(geometry).filter(isNear);
  let best: { rect: Rect; cost: number } | null = null;
  for (let down = -step.down; down <= step.down; down++) {
    for (let across = -step.across; across <= step.across; across++) {
      const away = Math.hypot(across * step.x, down * step.y);
      if (best && away >= best.cost) continue;
      const rect = around({ x: wanted.x + across * step.x, y: wanted.y + down * step.y });
      const kept = inflate(rect, gap);
      if (taken.some((other) => overlaps(kept, other))) continue;
      const cost = away + (lines.some((other) => overlaps(rect, other)) ? clearWorth : 0);
      if (!best || cost < best.cost) best = { rect, cost };
    }
  }
  const { x, y, width } = best?.rect ?? belowAll(geometry, wanted);
  return { at: rounded(atOfX(x + width / 2)), offset: rounded((y - cardsTop) / card.rowPitch) };
}

function around({ x, y }: Point): Rect {
  return { x: x - room.width / 2, y: y - room.height / 2, ...room };
}

/** What nothing may lie on: it is read, and taken hold of. */
function takenBy({ cards, notes, stages, flows }: Geometry): readonly Rect[] {
  const labels = flows.flatMap(({ label }) => label ?? []);
  return [...cards, ...notes, ...stages, ...labels].map(({ rect }) => rect);
}

/** What can be read with a note on a part of it, but is better not hidden. */
function linesOf({ tracks, experience }: Geometry): readonly Rect[] {
  const { points } = experience;
  const curve = points.map((point, index) => {
    const next = points[index + 1] ?? point;
    const y = Math.min(point.y, next.y);
    return inflate(
      { x: point.x, y, width: next.x - point.x, height: Math.max(point.y, next.y) - y },
      pointRoom,
    );
  });
  return [...tracks.map(({ bar }) => bar), ...curve];
}

function belowAll({ bounds, notes }: Geometry, { x }: Point): Rect {
  const bottom = notes.reduce(
    (most, { rect }) => Math.max(most, rect.y + rect.height),
    bounds.y + bounds.height,
  );
  return around({ x, y: bottom + gap + room.height / 2 });
}

/** Places have no more decimals than one reads. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
