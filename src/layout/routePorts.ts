import type { Card, Point, Side } from './geometry';
import { card as cardSize, route } from './metrics';
import type { RoutePlan } from './routePlans';
import { sortFew } from './sortFew';

/** Where each planned route starts and ends on its cards. */
export interface Ports {
  readonly start: Point;
  readonly end: Point | null;
}

type Draft = { -readonly [K in keyof Ports]: Ports[K] };
const nowhere: Point = { x: 0, y: 0 };

/** Lines looked at between two breaths. */
const breath = 256;

interface End {
  /** Of its plan. */
  readonly index: number;
  readonly isStart: boolean;
  readonly side: Side;
  readonly own: Card;
  readonly other: Card | null;
}

/**
 * Shares out the sides of the cards (LAY-46): ends on one side stand apart, in the order of where the lines come from,
 * so that they fan out and do not cross.
 */
export function* assignPorts(plans: readonly RoutePlan[]): Generator<undefined, readonly Ports[]> {
  const groups: Readonly<Record<Side, Map<Card, End[]>>> = {
    left: new Map(),
    right: new Map(),
    top: new Map(),
    bottom: new Map(),
  };
  const add = (end: End): void => {
    const group = groups[end.side].get(end.own);
    if (group) group.push(end);
    else groups[end.side].set(end.own, [end]);
  };
  for (let index = 0; index < plans.length; index++) {
    if (index % breath === 0) yield;
    const { source, target, exit, entry } = plans[index] as RoutePlan;
    add({ index, isStart: true, side: exit, own: source, other: target });
    if (target && entry) add({ index, isStart: false, side: entry, own: target, other: source });
  }
  const ports = plans.map((): Draft => ({ start: nowhere, end: null }));
  let shared = 0;
  for (const side of Object.values(groups)) {
    for (const group of side.values()) {
      if (shared++ % breath === 0) yield;
      shareOut(group, ports);
    }
  }
  return ports;
}

/** Gives the ends on one side of a card their places. */
function shareOut(group: End[], ports: readonly Draft[]): void {
  sortFew(group, compareEnds);
  for (let position = 0; position < group.length; position++) {
    const { index, isStart, own, side } = group[position] as End;
    const port = portAt(own, side, position, group.length);
    (ports[index] as Draft)[isStart ? 'start' : 'end'] = port;
  }
}

function compareEnds(a: End, b: End): number {
  const difference = otherPlace(a) - otherPlace(b);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return (a.index - b.index) * turnOf(a);
}

/** Where along its side a line comes from. A drop-out that leads nowhere leaves lowest. */
function otherPlace({ side, own, other }: End): number {
  if (!other) return Infinity;
  return isUpright(side) ? other.rect.y : other.centerX - own.centerX;
}

function isUpright(side: Side): boolean {
  return side === 'left' || side === 'right';
}

/** Which way round parallel lines arrive at top or bottom so that they keep beside each other round the corner. */
function turnOf({ side, own, other }: End): 1 | -1 {
  if (isUpright(side)) return 1;
  const fromLeft = (other?.centerX ?? 0) < own.centerX;
  return fromLeft === (side === 'top') ? -1 : 1;
}

function portAt({ rect, centerX }: Card, side: Side, position: number, count: number): Point {
  const room = (isUpright(side) ? cardSize.height : cardSize.width) - 2 * cardSize.cornerRadius - 8;
  const pitch = count < 2 ? 0 : Math.min(route.portPitch, room / (count - 1));
  const shift = (position - (count - 1) / 2) * pitch;
  if (isUpright(side))
    return { x: side === 'left' ? rect.x : rect.x + rect.width, y: rect.y + rect.height / 2 + shift };
  const clear = count % 2 === 1 ? -route.dropLineClearance : 0;
  return { x: centerX + shift + clear, y: side === 'top' ? rect.y : rect.y + rect.height };
}
