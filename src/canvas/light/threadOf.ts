import type { Story } from '../../analysis/story';
import type { Geometry, Point } from '../../layout/geometry';
import { pathNumber } from '../../layout/rectangles';

/** One stretch of the thread, in the order the story takes. */
export interface Stretch {
  /** `drop` lies under the cards, the others over the tracks; `gap` is where nothing leads on. */
  readonly kind: 'drop' | 'track' | 'flow' | 'gap';
  readonly path: string;
}

/** Where the thread leaves the first system it comes by, and where it reaches the last. */
export interface ThreadStation extends Point {
  readonly id: 'first' | 'last';
}

/** The way of the story over one step as a line: card, drop-line, station, flows, station, drop-line, card. */
export interface Thread {
  readonly stretches: readonly Stretch[];
  /** The stations it begins and ends at. */
  readonly stations: readonly ThreadStation[];
  /** Where it tears, or where nobody can say how it goes on; null for a whole thread. */
  readonly tear: Point | null;
}

const none: Thread = { stretches: [], stations: [], tear: null };
/** How far below a card the sign stands that says that no system is named there, in canvas pixels. */
const belowCard = 20;

/** Lays the thread of a story over the map (LIT-1, LIT-2). What is not drawn is left out. */
export function threadOf(geometry: Geometry, story: Story): Thread {
  const start = geometry.cardById.get(story.from ?? '');
  const end = geometry.cardById.get(story.to ?? '');
  if (!start || !end) return none;
  const ends = {
    start: { x: start.centerX, y: start.rect.y + start.rect.height },
    end: { x: end.centerX, y: end.rect.y + end.rect.height },
  };
  if (story.systems.length > 0) return wholeThread(geometry, story, ends);
  return story.tear ? tornThread(geometry, story.tear, ends) : none;
}

interface Ends {
  /** The foot of either card. */
  readonly start: Point;
  readonly end: Point;
}

function wholeThread(geometry: Geometry, { systems, hops }: Story, { start, end }: Ends): Thread {
  const first = geometry.trackById.get(systems[0] ?? '');
  const last = geometry.trackById.get(systems.at(-1) ?? '');
  if (!first || !last) return none;
  const stretches: Stretch[] = [drop(start, first.y)];
  let x = start.x;
  let y = first.y;
  for (const { flow, to } of hops) {
    const arrow = geometry.flows.find(({ id }) => id === flow);
    const target = geometry.trackById.get(to);
    if (!arrow || !target) continue;
    stretches.push(along(x, arrow.start.x, y), { kind: 'flow', path: arrow.path });
    x = arrow.end.x;
    y = target.y;
  }
  stretches.push(along(x, end.x, last.y), rise(end, last.y));
  return {
    stretches,
    stations: [
      { id: 'first', x: start.x, y: first.y },
      { id: 'last', x: end.x, y: last.y },
    ],
    tear: null,
  };
}

function tornThread(geometry: Geometry, tear: NonNullable<Story['tear']>, { start, end }: Ends): Thread {
  const from = geometry.trackById.get(tear.from ?? '');
  const to = geometry.trackById.get(tear.to ?? '');
  const middle = (start.x + end.x) / 2;
  if (from && to) {
    const gap = `M${pathNumber(middle)},${pathNumber(from.y)}V${pathNumber(to.y)}`;
    return {
      stretches: [
        drop(start, from.y),
        along(start.x, middle, from.y),
        { kind: 'gap', path: gap },
        along(middle, end.x, to.y),
        rise(end, to.y),
      ],
      stations: [
        { id: 'first', x: start.x, y: from.y },
        { id: 'last', x: end.x, y: to.y },
      ],
      tear: { x: middle, y: (from.y + to.y) / 2 },
    };
  }
  if (from) {
    return {
      stretches: [drop(start, from.y)],
      stations: [{ id: 'first', x: start.x, y: from.y }],
      tear: { x: end.x, y: end.y + belowCard },
    };
  }
  if (to) {
    return {
      stretches: [rise(end, to.y)],
      stations: [{ id: 'last', x: end.x, y: to.y }],
      tear: { x: start.x, y: start.y + belowCard },
    };
  }
  return none;
}

function drop(foot: Point, y: number): Stretch {
  return { kind: 'drop', path: `M${pathNumber(foot.x)},${pathNumber(foot.y)}V${pathNumber(y)}` };
}

function rise(foot: Point, y: number): Stretch {
  return { kind: 'drop', path: `M${pathNumber(foot.x)},${pathNumber(y)}V${pathNumber(foot.y)}` };
}

function along(from: number, to: number, y: number): Stretch {
  return { kind: 'track', path: `M${pathNumber(from)},${pathNumber(y)}H${pathNumber(to)}` };
}
