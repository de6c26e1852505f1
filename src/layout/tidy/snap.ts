import type { Geometry } from '../geometry';
import { card, timelineUnit } from '../metrics';
import { xOfAt, yOfOffset } from '../timelineScale';

/** A line that shows to what something snapped, in pixels at zoom 1. */
export interface Guide {
  /** `middle`: through the middles of cards; `row`: along a row; `gap`: one of two equal distances. */
  readonly kind: 'middle' | 'row' | 'gap';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What a dragged card can snap to: the cards that stay, from left to right. */
export type SnapTargets = readonly { readonly at: number; readonly offset: number }[];

export interface Snapped {
  readonly at: number;
  readonly offset: number;
  /** Whether the place on the timeline is that of something else, and is to be kept as it is. */
  readonly isAtTarget: boolean;
  readonly guides: readonly Guide[];
}

/** The cards that stay while others are dragged. */
export function snapTargets(geometry: Geometry, dragged: ReadonlySet<string>): SnapTargets {
  return geometry.cards
    .filter(({ id }) => !dragged.has(id))
    .map(({ centerX, offset }) => ({ at: centerX / timelineUnit, offset }))
    .sort((a, b) => a.at - b.at);
}

/**
 * Where a dragged card snaps to (TIDY-8): the middle of another card, the middle between its neighbours, or as far from a
 * neighbour as that is from the next; and a row.
 *
 * @param reach how near it has to be, in pixels at zoom 1
 */
export function snapCard(
  place: { readonly at: number; readonly offset: number },
  targets: SnapTargets,
  reach: number,
): Snapped {
  const row = Math.round(place.offset);
  const isInRow = row >= 0 && Math.abs(place.offset - row) * card.rowPitch <= reach;
  const offset = isInRow ? row : place.offset;
  const found = nearestAt(place.at, targets, reach / timelineUnit);
  const at = found?.at ?? place.at;
  const guides = found ? guidesOf(found, at, offset, targets) : [];
  return {
    at,
    offset,
    isAtTarget: found !== null,
    guides: isInRow ? [...guides, ...rowGuide(at, row, targets)] : guides,
  };
}

interface Found {
  readonly at: number;
  readonly distance: number;
  /** Ends of the equal distances; null where a middle was met. */
  readonly gaps: readonly (readonly [from: number, to: number])[] | null;
}

function nearestAt(at: number, targets: SnapTargets, reach: number): Found | null {
  let best: Found | null = null;
  const offer = (candidate: number, gaps: Found['gaps']): void => {
    const distance = Math.abs(candidate - at);
    if (distance <= reach && distance < (best?.distance ?? Infinity))
      best = { at: candidate, distance, gaps };
  };
  const next = firstAfter(targets, at);
  for (const index of [next - 1, next]) if (targets[index]) offer(targets[index].at, null);
  if (best) return best;
  // Places that are told apart: cards below one another are one neighbour.
  const left = placesFrom(targets, next - 1, -1);
  const right = placesFrom(targets, next, 1);
  const [l1, l2] = left;
  const [r1, r2] = right;
  if (l1 !== undefined && r1 !== undefined)
    offer((l1 + r1) / 2, [
      [l1, (l1 + r1) / 2],
      [(l1 + r1) / 2, r1],
    ]);
  if (l1 !== undefined && l2 !== undefined)
    offer(2 * l1 - l2, [
      [l2, l1],
      [l1, 2 * l1 - l2],
    ]);
  if (r1 !== undefined && r2 !== undefined)
    offer(2 * r1 - r2, [
      [2 * r1 - r2, r1],
      [r1, r2],
    ]);
  return best;
}

/** The two nearest places in a direction. */
function placesFrom(targets: SnapTargets, start: number, step: 1 | -1): readonly number[] {
  const places: number[] = [];
  for (let index = start; targets[index] && places.length < 2; index += step) {
    const { at } = targets[index] ?? { at: NaN };
    if (Math.abs(at - (places.at(-1) ?? Infinity)) > 0.05) places.push(at);
  }
  return places;
}

function firstAfter(targets: SnapTargets, at: number): number {
  let low = 0;
  let high = targets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((targets[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const middleY = (offset: number): number => yOfOffset(offset) + card.height / 2;

function guidesOf({ gaps }: Found, at: number, offset: number, targets: SnapTargets): readonly Guide[] {
  const y = middleY(offset);
  if (gaps) return gaps.map(([from, to]) => ({ kind: 'gap', x1: xOfAt(from), y1: y, x2: xOfAt(to), y2: y }));
  const rows = [offset];
  for (let index = firstAfter(targets, at - 1e-6); (targets[index]?.at ?? Infinity) <= at + 1e-6; index++)
    rows.push(targets[index]?.offset ?? offset);
  const x = xOfAt(at);
  const overhang = 12;
  return [
    {
      kind: 'middle',
      x1: x,
      y1: yOfOffset(Math.min(...rows)) - overhang,
      x2: x,
      y2: yOfOffset(Math.max(...rows)) + card.height + overhang,
    },
  ];
}

/** How far along a row its line looks for a card, in places. */
const rowReach = 6;

function rowGuide(at: number, row: number, targets: SnapTargets): readonly Guide[] {
  let nearest: number | null = null;
  for (
    let index = firstAfter(targets, at - rowReach);
    (targets[index]?.at ?? Infinity) <= at + rowReach;
    index++
  ) {
    const other = targets[index];
    if (!other || Math.abs(other.offset - row) > 0.01 || Math.abs(other.at - at) < 0.01) continue;
    if (nearest === null || Math.abs(other.at - at) < Math.abs(nearest - at)) nearest = other.at;
  }
  if (nearest === null) return [];
  const y = middleY(row);
  return [{ kind: 'row', x1: xOfAt(Math.min(nearest, at)), y1: y, x2: xOfAt(Math.max(nearest, at)), y2: y }];
}
