import type { Card, Point, Side } from './geometry';
import { card as cardSize, route } from './metrics';
import type { RoutePlan } from './routePlans';

/** Where each planned route starts and ends on its cards. */
export interface Ports {
  readonly start: Point;
  readonly end: Point | null;
}

/** Lines looked at between two breaths. */
const breath = 256;

interface End {
  readonly plan: RoutePlan;
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
  for (const [index, plan] of plans.entries()) {
    if (index % breath === 0) yield;
    const { source, target } = plan;
    add({ plan, index, isStart: true, side: plan.exit, own: source, other: target });
    if (target && plan.entry)
      add({ plan, index, isStart: false, side: plan.entry, own: target, other: source });
  }
  const starts: Point[] = [];
  const ends: (Point | null)[] = plans.map(() => null);
  for (const [turn, group] of Object.values(groups)
    .flatMap((side) => [...side.values()])
    .entries()) {
    if (turn % breath === 0) yield;
    if (group.length > 1) group.sort(compareEnds);
    for (const [position, end] of group.entries()) {
      const point = portAt(end.own, end.side, position, group.length);
      if (end.isStart) starts[end.index] = point;
      else ends[end.index] = point;
    }
  }
  return plans.map((_plan, index) => ({ start: starts[index] as Point, end: ends[index] ?? null }));
}

function compareEnds(a: End, b: End): number {
  const isVertical = a.side === 'left' || a.side === 'right';
  const place = ({ other, own }: End): number => {
    // A drop-out that leads nowhere leaves lowest.
    if (!other) return Infinity;
    return isVertical ? other.rect.y : other.centerX - own.centerX;
  };
  const difference = place(a) - place(b);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  const turn = isVertical ? 1 : turnOf(a);
  return (a.index - b.index) * turn;
}

/** Which way round parallel lines arrive at top or bottom so that they keep beside each other round the corner. */
function turnOf({ side, own, other }: End): 1 | -1 {
  const fromLeft = (other?.centerX ?? 0) < own.centerX;
  return fromLeft === (side === 'top') ? -1 : 1;
}

function portAt({ rect, centerX }: Card, side: Side, position: number, count: number): Point {
  const isVertical = side === 'left' || side === 'right';
  const room = (isVertical ? cardSize.height : cardSize.width) - 2 * cardSize.cornerRadius - 8;
  const pitch = count < 2 ? 0 : Math.min(route.portPitch, room / (count - 1));
  const shift = (position - (count - 1) / 2) * pitch;
  if (isVertical)
    return { x: side === 'left' ? rect.x : rect.x + rect.width, y: rect.y + rect.height / 2 + shift };
  const clear = count % 2 === 1 ? -route.dropLineClearance : 0;
  return { x: centerX + shift + clear, y: side === 'top' ? rect.y : rect.y + rect.height };
}
