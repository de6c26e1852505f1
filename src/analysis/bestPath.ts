import type { SystemNetwork } from './systemNetwork';

/** A way through the network: numbers of systems, and between them the hops taken, as positions in `network.flows`. */
export interface Path {
  readonly systems: readonly number[];
  readonly flows: readonly number[];
}

/** Finds the path with the fewest hops, then the first in order of names, over hops of at most a rank. */
export type PathFinder = (from: readonly number[], to: readonly number[], maxRank: number) => Path | null;

/** How far systems are from a goal, as far as anybody asked. */
interface Search {
  /** One more than the hops to the goal; 0 where the search has not been. */
  readonly distance: Uint16Array | Uint32Array;
  frontier: readonly number[];
  /** One more than the hops of the frontier. */
  depth: number;
}

/** Memory that searches may take, bytes. When it is full all are forgotten. */
const mostBytes = 32 * 1024 * 1024;

/**
 * Makes a finder for a network. It searches backwards from each goal and only as far as the nearest start. A search is
 * kept, and goes on from where it ended, for whoever asks for the same goal next: many touchpoints share their systems.
 */
export function pathFinder(network: SystemNetwork): PathFinder {
  const count = network.ids.length;
  const isNarrow = count < 0xffff;
  const most = Math.max(1, Math.floor(mostBytes / Math.max(1, count * (isNarrow ? 2 : 4))));
  const searches = new Map<number, Search>();

  const searchFor = (goal: number, maxRank: number): Search => {
    const key = maxRank * count + goal;
    const known = searches.get(key);
    if (known) return known;
    const distance = isNarrow ? new Uint16Array(count) : new Uint32Array(count);
    distance[goal] = 1;
    const search = { distance, frontier: [goal], depth: 1 };
    if (searches.size >= most) searches.clear();
    searches.set(key, search);
    return search;
  };

  return (from, to, maxRank) => {
    const goals = to.map((goal) => searchFor(goal, maxRank));
    for (let depth = 1; ; depth++) {
      let isOver = true;
      for (const search of goals) {
        if (search.depth < depth) grow(search, network, maxRank);
        if (search.frontier.length > 0) isOver = false;
      }
      const start = firstAt(from, goals, depth);
      if (start !== null) return walk(start, depth, goals, network, maxRank);
      // A kept search that has ended may have been deeper than this.
      if (isOver && goals.every((search) => search.depth <= depth)) return null;
    }
  };
}

/** The first start by name that is as near to a goal; null when none is. */
function firstAt(from: readonly number[], goals: readonly Search[], depth: number): number | null {
  let first: number | null = null;
  for (const start of from) if ((first === null || start < first) && isAt(start, goals, depth)) first = start;
  return first;
}

function isAt(system: number, goals: readonly Search[], depth: number): boolean {
  for (const { distance } of goals) if (distance[system] === depth) return true;
  return false;
}

/** Looks one hop further back. */
function grow(search: Search, { into }: SystemNetwork, maxRank: number): void {
  if (search.frontier.length === 0) return;
  const { start, end, rank } = into;
  const { distance } = search;
  const next: number[] = [];
  search.depth++;
  for (const node of search.frontier) {
    const stop = start[node + 1] ?? 0;
    for (let hop = start[node] ?? 0; hop < stop; hop++) {
      const far = end[hop] ?? 0;
      if ((rank[hop] ?? 0) > maxRank || distance[far] !== 0) continue;
      distance[far] = search.depth;
      next.push(far);
    }
  }
  search.frontier = next;
}

/** Goes down to a goal, at each system by the first hop that leads nearer: hops lie in order of name. */
function walk(
  from: number,
  depth: number,
  goals: readonly Search[],
  { out }: SystemNetwork,
  maxRank: number,
): Path {
  const systems = [from];
  const flows: number[] = [];
  let at = from;
  for (let left = depth - 1; left > 0; left--) {
    let hop = out.start[at] ?? 0;
    while ((out.rank[hop] ?? 0) > maxRank || !isAt(out.end[hop] ?? 0, goals, left)) hop++;
    at = out.end[hop] ?? 0;
    systems.push(at);
    flows.push(out.flow[hop] ?? 0);
  }
  return { systems, flows };
}
