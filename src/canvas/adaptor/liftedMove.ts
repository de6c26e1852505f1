import type { Point, TransitionRoute } from '../../layout/geometry';

/** More than so many nodes are moved as they are drawn, and laid out when they are let go. */
export const fewNodes = 24;

/** Cards and notes that are moved together, as they are drawn. */
export interface LiftedMove {
  /** Shows them so far from where they are, in pixels at zoom 1. */
  readonly to: (by: Point) => void;
  /** Shows everything where it is. */
  readonly stop: () => void;
}

/**
 * Moves what is selected without drawing it again: elements that were told so (`data-lifted`) and the nodes are layers,
 * and layers are shifted. `x` follows sideways alone, as drop-lines do; a path with `data-lifted-ends` is given as lines
 * from what stays to what moves.
 * @param surface what holds the nodes and the line work
 */
export function liftSelected(surface: HTMLElement): LiftedMove {
  const shift = (by: Point): void => {
    for (const node of surface.querySelectorAll<HTMLElement>(liftedNodes)) translate(node, by);
    for (const lines of surface.querySelectorAll<SVGElement>('[data-lifted]'))
      translate(lines, lines.dataset['lifted'] === 'x' ? { x: by.x, y: 0 } : by);
    for (const path of surface.querySelectorAll('[data-lifted-ends]'))
      path.setAttribute('d', linesToMoved(path.getAttribute('data-lifted-ends') ?? '', by));
  };
  surface.toggleAttribute('data-lifting', true);
  return {
    to: shift,
    stop: () => {
      surface.toggleAttribute('data-lifting', false);
      for (const element of surface.querySelectorAll<HTMLElement | SVGElement>(
        `${liftedNodes}, [data-lifted]`,
      ))
        element.style.translate = '';
    },
  };
}

const liftedNodes = '.react-flow__node.selected:is(.react-flow__node-touchpoint, .react-flow__node-note)';

function translate({ style }: HTMLElement | SVGElement, { x, y }: Point): void {
  style.translate = `${x}px ${y}px`;
}

/** Straight lines as the text of a path. @param ends four numbers each: the end that stays, the end that moves */
export function linesToMoved(ends: string, by: Point): string {
  const numbers = ends.split(' ').map(Number);
  let path = '';
  for (let at = 0; at + 3 < numbers.length; at += 4) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers.slice(at, at + 4);
    path += `M${x0},${y0}L${x1 + by.x},${y1 + by.y}`;
  }
  return path;
}

/** How many ends of a route are on something that is lifted. */
export function liftedEnds(
  { from, to }: TransitionRoute,
  lifted: ReadonlySet<string> | null,
): 'none' | 'one' | 'all' {
  if (!lifted) return 'none';
  const isFrom = lifted.has(from);
  // A drop-out leads nowhere: it goes with where it begins.
  const isTo = to === null ? isFrom : lifted.has(to);
  if (isFrom && isTo) return 'all';
  return isFrom || isTo ? 'one' : 'none';
}
