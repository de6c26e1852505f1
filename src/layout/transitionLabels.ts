import type { Transition } from '../model/records/transition';
import type { Point, TransitionRoute } from './geometry';
import { card as cardSize } from './metrics';
import type { Line } from './routePaths';
import type { RoutePlan } from './routePlans';

/** Half of the sign of a verdict with the space around it, px. */
const signReach = 15;
/** From the middle of a bow to its label, past the sign of a bow outside of it, px. */
const bowReach = 26;
/** The most a label beside the start of a line may take, px. */
const mostRoom = 84;
/** What a label always gets, however short its line, px. */
const leastRoom = 40;

/** Whether a line says something: its condition, its share, or that it is none of the ordinary ones. */
function saysSomething({ condition, share, kind }: Transition): boolean {
  return condition !== '' || share !== null || kind === 'loop' || kind === 'drop-out';
}

/** Where the sign of the verdict is: in the middle, but out of the way of a label beside the start (LAY-49). */
export function signPlace(transition: Transition, { middle, late }: Line): Point {
  return late && saysSomething(transition) ? late : middle;
}

/** Where condition and share are written, so that neither another line nor the sign runs through them (LAY-48, LAY-49). */
export function labelPlace(plan: RoutePlan, start: Point, end: Point, line: Line): TransitionRoute['label'] {
  const { style, exit, source } = plan;
  if (style === 'lane' || style === 'straight') {
    const maxWidth = Math.max(leastRoom, style === 'straight' ? Math.abs(line.bounds.width) - 8 : 120);
    // Lines round a corner leave the first row downwards and the others upwards: write on the other side.
    const isBelow = style === 'straight' && source.offset >= 1;
    return { x: line.middle.x, y: line.middle.y + (isBelow ? 13 : -12), align: 'middle', maxWidth };
  }
  const outwards = exit === 'left' ? -1 : 1;
  const align = exit === 'left' ? 'end' : 'start';
  const fromMiddle = start.y - (source.rect.y + cardSize.height / 2);
  // A bow in the middle of the side may have lines above and below it: it is labelled where it is furthest from the card.
  if (style === 'bow' && Math.abs(fromMiddle) <= 1)
    return { x: line.middle.x + outwards * bowReach, y: line.middle.y, align, maxWidth: mostRoom };
  const room = style === 'corner' ? Math.abs(end.x - start.x) - 5 - signReach : mostRoom;
  return {
    x: start.x + outwards * 5,
    y: start.y + (isAbove(plan, fromMiddle) ? -11 : 12),
    align,
    maxWidth: Math.min(mostRoom, Math.max(leastRoom, room)),
  };
}

/**
 * Beside the start. Of lines that share the side the upper ones have theirs above, the lower ones below; a line on its
 * own has it on the side away from where it turns.
 */
function isAbove({ entry, source, target }: RoutePlan, fromMiddle: number): boolean {
  if (Math.abs(fromMiddle) > 1) return fromMiddle < 0;
  return entry === 'top' || (target !== null && target.rect.y > source.rect.y);
}

/** The box a label can fill. */
export function labelBox({ x, y, align, maxWidth }: TransitionRoute['label']): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const before = align === 'start' ? 0 : align === 'middle' ? maxWidth / 2 : maxWidth;
  return { x: x - before, y: y - 8, width: maxWidth, height: 16 };
}
