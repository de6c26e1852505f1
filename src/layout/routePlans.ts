import type { Transition } from '../model/records/transition';
import type { Card, Side } from './geometry';
import type { LooseGrid } from './looseGrid';
import { card as cardSize, route } from './metrics';

/** How a transition runs, before it is known who else uses the same side of a card. */
export interface RoutePlan {
  readonly transition: Transition;
  readonly source: Card;
  /** Null: a drop-out that leads nowhere. */
  readonly target: Card | null;
  readonly style: 'straight' | 'corner' | 'bow' | 'lane' | 'self' | 'stop';
  readonly exit: Side;
  readonly entry: Side | null;
}

type Way = Pick<RoutePlan, 'style' | 'exit' | 'entry'>;

/** Chooses the way of a transition (LAY-40 to LAY-45). Constant work: only a bounded stretch is looked at. */
export function planRoute(
  transition: Transition,
  source: Card,
  target: Card | null,
  cards: LooseGrid<Card>,
  lowestOffset: number,
): RoutePlan {
  const { style, exit, entry } = wayBetween(source, target, cards, lowestOffset);
  return { transition, source, target, style, exit, entry };
}

function wayBetween(source: Card, target: Card | null, cards: LooseGrid<Card>, lowestOffset: number): Way {
  if (!target) return { style: 'stop', exit: 'right', entry: null };
  if (source === target) return { style: 'self', exit: 'right', entry: 'top' };
  const forward = target.centerX >= source.centerX;
  const exit = forward ? 'right' : 'left';
  const distance = Math.abs(target.centerX - source.centerX);
  const dy = target.rect.y - source.rect.y;
  const laneEntry = source.offset + target.offset <= lowestOffset ? 'top' : 'bottom';
  const lane: Way = { style: 'lane', exit: 'right', entry: laneEntry };

  if (Math.abs(dy) < cardSize.height / 2) {
    const isApart = distance >= cardSize.width + 8;
    if (!isApart || isBlocked(source, target, cards, 'row')) return lane;
    return { style: 'straight', exit, entry: forward ? 'left' : 'right' };
  }
  if (Math.abs(dy) <= cardSize.height) return lane;
  if (distance < cardSize.width / 2 + route.dropLineClearance + 6) return { style: 'bow', exit, entry: exit };
  if (isBlocked(source, target, cards, 'corner')) return lane;
  return { style: 'corner', exit, entry: dy > 0 ? 'top' : 'bottom' };
}

/** Whether another card lies on the way: along the source's row, and for a corner also along the target's column. */
function isBlocked(source: Card, target: Card, cards: LooseGrid<Card>, way: 'row' | 'corner'): boolean {
  const forward = target.centerX >= source.centerX;
  const from = forward ? source.rect.x + cardSize.width : source.rect.x;
  const toEdge = forward ? target.rect.x : target.rect.x + cardSize.width;
  const to = way === 'row' ? toEdge : target.centerX;
  const middleY = source.rect.y + cardSize.height / 2;
  const targetY = target.rect.y > source.rect.y ? target.rect.y : target.rect.y + cardSize.height;
  if (Math.abs(to - from) > route.farAway || Math.abs(targetY - middleY) > route.farAway) return true;
  const isOther = (other: Card): boolean => other !== source && other !== target;
  const run = { x: Math.min(from, to), y: middleY - 6, width: Math.abs(to - from), height: 12 };
  if (cards.find(run, isOther)) return true;
  if (way === 'row') return false;
  const fall = {
    x: target.centerX - 10,
    y: Math.min(middleY, targetY),
    width: 20,
    height: Math.abs(targetY - middleY),
  };
  return cards.find(fall, isOther);
}
