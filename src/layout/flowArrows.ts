import type { DataFlow } from '../model/records/dataFlow';
import type { DataObject } from '../model/records/dataObject';
import { byId } from '../model/byId';
import { ColumnOccupancy } from './columnOccupancy';
import { flowLabelText, labelWidth, type LatenessWords, type MeasureText } from './flowLabels';
import type { Card, FlowArrow, Point, Rect } from './geometry';
import { flow as size, timelineUnit, track } from './metrics';
import { inflate, pathNumber, pathOf, rectAround, union } from './rectangles';
import { directionInto, roundedLine } from './routePaths';
import type { TrackRow } from './trackRows';

/** What arrows are placed among. */
export interface FlowSurroundings {
  readonly rows: readonly TrackRow[];
  readonly cardById: ReadonlyMap<string, Card>;
  readonly dataObjects: ReadonlyMap<string, DataObject>;
  readonly visibilityY: number;
  /** Where an arrow between systems that no touchpoint uses stands. */
  readonly startX: number;
  readonly measureText: MeasureText;
  readonly latenessWords: LatenessWords;
}

/** Arrows placed between two breaths. */
const breath = 128;

interface Placement {
  /** Among the arrows. */
  readonly index: number;
  readonly flow: DataFlow;
  readonly from: TrackRow | Card;
  readonly to: TrackRow | Card;
  readonly wantedX: number;
  readonly text: string;
}

interface Taken {
  /** Middles of the gaps above each track, from top to bottom. */
  readonly gaps: readonly number[];
  /** Drop-lines and arrows. */
  readonly lines: ColumnOccupancy;
  readonly arrows: ColumnOccupancy;
  readonly labels: ColumnOccupancy;
}

/** Arrows between tracks (LAY-70 to LAY-76), each where it serves, moved aside where something stands already. */
export function* layoutFlows(
  flows: readonly DataFlow[],
  around: FlowSurroundings,
): Generator<undefined, readonly FlowArrow[]> {
  const rowById = byId(around.rows);
  const placements: Placement[] = [];
  for (const flow of flows) {
    const from = findEnd(flow.from, rowById, around.cardById);
    const to = findEnd(flow.to, rowById, around.cardById);
    if (!from || !to) continue;
    const text = flowLabelText(flow, around.dataObjects, around.latenessWords);
    placements.push({
      index: placements.length,
      flow,
      from,
      to,
      wantedX: wantedX(from, to, around.startX),
      text,
    });
  }
  const order = placements.toSorted((a, b) => a.wantedX - b.wantedX || (a.flow.id < b.flow.id ? -1 : 1));
  const taken: Taken = {
    gaps: around.rows.map(({ y }, index) => ((around.rows[index - 1]?.y ?? around.visibilityY) + y) / 2),
    lines: new ColumnOccupancy(),
    arrows: new ColumnOccupancy(),
    labels: new ColumnOccupancy(),
  };
  takeDropLines(taken, around);
  const arrows = Array.from<FlowArrow>({ length: placements.length });
  let placed = 0;
  for (const placement of order) {
    if (placed++ % breath === 0) yield;
    arrows[placement.index] = placeArrow(placement, around, taken);
  }
  return arrows;
}

function findEnd(
  id: string | null,
  rows: ReadonlyMap<string, TrackRow>,
  cards: ReadonlyMap<string, Card>,
): TrackRow | Card | undefined {
  return id === null ? undefined : (rows.get(id) ?? cards.get(id));
}

function isCard(end: TrackRow | Card): end is Card {
  return 'centerX' in end;
}

/**
 * Where an arrow is of use: shortly before the first station of the target that is not before the source's first
 * one. Where there is none, shortly behind the source's first station (LAY-71).
 */
function wantedX(from: TrackRow | Card, to: TrackRow | Card, startX: number): number {
  if (isCard(from)) return from.centerX + 18;
  if (isCard(to)) return to.centerX - 18;
  const source = from.stations[0]?.x;
  const target = to.stations;
  if (source === undefined) return target[0] ? target[0].x - size.before : startX + timelineUnit / 2;
  const served = target.find((station) => station.x >= source);
  if (!served || (served.x === source && served === target[0])) return source + size.behind;
  return served.x - size.before;
}

function takeDropLines(taken: Taken, { rows, visibilityY }: FlowSurroundings): void {
  const lowest = new Map<number, number>();
  for (const { stations, y } of rows) for (const { x } of stations) lowest.set(x, y);
  lowest.forEach((y, x) => {
    taken.lines.take(x - track.stationRadius, x + track.stationRadius, visibilityY, y + track.height / 2);
  });
}

function placeArrow(placement: Placement, around: FlowSurroundings, taken: Taken): FlowArrow {
  const { from, to } = placement;
  if (isCard(from) && isCard(to)) return betweenCards(placement, from, to, around);
  const fromY = isCard(from) ? from.rect.y + from.rect.height : from.y;
  const toY = isCard(to) ? to.rect.y + to.rect.height : to.y;
  const top = from === to ? fromY - track.rowPitch * 0.8 : Math.min(fromY, toY);
  const bottom = Math.max(fromY, toY);
  const spot = findSpot(placement, top, bottom, around, taken);
  taken.lines.take(spot.x - 2, spot.x + 2, top, bottom);
  taken.arrows.take(spot.x - 3, spot.x + 3, top, bottom);
  if (spot.label) {
    const { x, y, width, height } = spot.label;
    taken.labels.take(x, x + width, y, y + height);
  }
  return from === to ? ownArrow(placement, spot, fromY) : verticalArrow(placement, spot, fromY, toY);
}

interface Spot {
  readonly x: number;
  readonly label: Rect | null;
}

/**
 * The first free column near the wanted place with a free place for the label (LAY-72). In a crowd an arrow rather runs
 * under a label than along another line, and a label rather covers an arrow than another label.
 */
function findSpot(
  placement: Placement,
  top: number,
  bottom: number,
  around: FlowSurroundings,
  taken: Taken,
): Spot {
  const { wantedX: wanted, text } = placement;
  const isAtCard = isCard(placement.from) || isCard(placement.to);
  const width = text === '' ? 0 : labelWidth(text, around.measureText);
  const gaps = width === 0 ? [] : gapsBetween(taken.gaps, top, bottom);
  const isLabelFree = (rect: Rect): boolean => isFree(taken.labels, rect) && isFree(taken.arrows, rect);
  let fallback: number | null = null;
  let labelsLeft: number = size.labelTries;
  const tries = isAtCard ? 3 : size.columnTries;
  for (let step = 0; step <= 2 * tries && labelsLeft > 0; step++) {
    const x = wanted + alternating(step) * size.column;
    if (!taken.lines.isFree(x - 8, x + 8, top, bottom)) continue;
    fallback ??= x;
    if (!taken.labels.isFree(x - 4, x + 4, top, bottom)) continue;
    if (width === 0) return { x, label: null };
    const label = findLabel(x, width, gaps, isLabelFree);
    if (label) return { x, label };
    labelsLeft--;
  }
  const x = fallback ?? wanted;
  if (width === 0) return { x, label: null };
  const label = findLabel(x, width, gaps, (rect) => isFree(taken.labels, rect));
  return { x, label: label ?? labelAt(x + size.labelGap, width, (top + bottom) / 2) };
}

/** A free place for the label beside the arrow, in the gaps between tracks, from the middle outwards (LAY-73). */
function findLabel(
  x: number,
  width: number,
  gaps: readonly number[],
  isPlaceFree: (rect: Rect) => boolean,
): Rect | null {
  const middle = Math.floor(gaps.length / 2);
  for (let step = 0; step < Math.min(gaps.length, size.labelTries); step++) {
    const y = gaps[middle + alternating(step)];
    if (y === undefined) continue;
    for (const left of [x + size.labelGap, x - size.labelGap - width]) {
      const rect = labelAt(left, width, y);
      if (isPlaceFree(rect)) return rect;
    }
  }
  return null;
}

function isFree(occupancy: ColumnOccupancy, { x, y, width, height }: Rect): boolean {
  return occupancy.isFree(x - 2, x + width + 2, y, y + height);
}

/** 0, −1, 1, −2, 2 … */
function alternating(step: number): number {
  return step % 2 === 0 ? step / 2 : -(step + 1) / 2;
}

/** Those of the gaps within a range of y that are nearest to its middle: as many as are tried. */
function gapsBetween(gaps: readonly number[], top: number, bottom: number): readonly number[] {
  const from = firstAbove(gaps, top);
  const to = firstAbove(gaps, bottom);
  const middle = from + Math.floor((to - from) / 2);
  const reach = Math.ceil(size.labelTries / 2);
  return gaps.slice(Math.max(from, middle - reach), Math.min(to, middle + reach));
}

/** Index of the first of these ascending numbers that is greater than `limit`. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((numbers[half] ?? 0) <= limit) low = half + 1;
    else high = half;
  }
  return low;
}

function labelAt(x: number, width: number, y: number): Rect {
  return { x, y: y - size.labelHeight / 2, width, height: size.labelHeight };
}

/** From the middle of one track to the edge of the other. */
function verticalArrow(
  { flow, from, to, text }: Placement,
  { x, label }: Spot,
  fromY: number,
  toY: number,
): FlowArrow {
  const isDown = toY > fromY;
  const edge = isCard(to) ? size.arrowTip : track.height / 2 + size.arrowTip;
  const start = { x, y: fromY };
  const end = { x, y: toY + (isDown ? -edge : edge) };
  const path = pathOf(['M', pathNumber(x), ',', pathNumber(start.y), 'V', pathNumber(end.y)]);
  const around = rectAround([start, end], 6);
  return {
    id: flow.id,
    from: from.id,
    to: to.id,
    path,
    start,
    end,
    endDirection: isDown ? 'down' : 'up',
    label: label && { text, rect: label },
    bounds: label ? union(around, label) : around,
  };
}

/** From a track back into itself: a bow above it. */
function ownArrow({ flow, from, to, text }: Placement, { x, label }: Spot, y: number): FlowArrow {
  const edge = track.height / 2;
  const start = { x, y: y - edge };
  const end = { x: x + 18, y: y - edge - size.arrowTip };
  const over = y - track.rowPitch * 0.75;
  const path = `M${pathNumber(x)},${pathNumber(start.y)}C${pathNumber(x)},${pathNumber(over)} ${pathNumber(end.x)},${pathNumber(over)} ${pathNumber(end.x)},${pathNumber(end.y)}`;
  const moved = label && { ...label, x: Math.max(label.x, end.x + size.labelGap), y: y - edge - 22 };
  const around = rectAround([start, end, { x, y: over }], 6);
  return {
    id: flow.id,
    from: from.id,
    to: to.id,
    path,
    start,
    end,
    endDirection: 'down',
    label: moved && { text, rect: moved },
    bounds: moved ? union(around, moved) : around,
  };
}

/** From touchpoint to touchpoint without a system: along below the line of visibility. */
function betweenCards(
  { flow, text }: Placement,
  from: Card,
  to: Card,
  { visibilityY, measureText }: FlowSurroundings,
): FlowArrow {
  const bottomOf = (card: Card, shift: number): Point => ({
    x: card.centerX + shift,
    y: card.rect.y + card.rect.height,
  });
  const start = bottomOf(from, 18);
  const end = bottomOf(to, -18);
  const y = visibilityY + 14;
  const line = roundedLine([start, { x: start.x, y }, { x: end.x, y }, end], 8);
  const width = text === '' ? 0 : labelWidth(text, measureText);
  const rect = {
    x: (start.x + end.x - width) / 2,
    y: y - size.labelHeight / 2,
    width,
    height: size.labelHeight,
  };
  return {
    id: flow.id,
    from: from.id,
    to: to.id,
    path: line.path,
    start,
    end,
    endDirection: directionInto('bottom'),
    label: text === '' ? null : { text, rect },
    bounds: text === '' ? inflate(line.bounds, 5) : union(inflate(line.bounds, 5), rect),
  };
}
