import type { Hops, SystemNetwork } from './systemNetwork';

/** A way through the network: numbers of systems, and between them the hops taken, as positions in `network.flows`. */
export interface Path {
  readonly systems: readonly number[];
  readonly flows: readonly number[];
}

/** Finds the path with the fewest hops, then the first in order of names, over hops of at most a rank. */
export type PathFinder = (from: readonly number[], to: readonly number[], maxRank: number) => Path | null;

/** A search from some systems outwards, level by level. Its memory serves for every search of a network in turn. */
interface Search {
  readonly hops: Hops;
  /** `base` and the hops from where the search began; below `base` where this search has not been. */
  readonly distance: Int32Array;
  /** Systems in the order in which they were reached; those of the last level are from `first` up to `end`. */
  readonly reached: Int32Array;
  base: number;
  depth: number;
  first: number;
  end: number;
  /** How many hops lead on from the last level. */
  width: number;
}

/** Numbers at which the bases begin anew: far from where they would not fit. */
const mostBase = 2 ** 30;

/**
 * Makes a finder for a network. It searches forwards from the starts and backwards from the goals, from the side that has
 * fewer hops to look at, until the two meet: of a network with hubs either alone would soon have seen most.
 */
export function pathFinder({ ids, out, into }: SystemNetwork): PathFinder {
  const ahead = searchOver(out, ids.length);
  const back = searchOver(into, ids.length);
  return (from, to, maxRank) => {
    const shared = from.find((system) => to.includes(system));
    if (shared !== undefined) return { systems: [shared], flows: [] };
    begin(ahead, from);
    begin(back, to);
    for (;;) {
      const [near, far] = ahead.width <= back.width ? [ahead, back] : [back, ahead];
      if (near.first === near.end) return null;
      if (grow(near, far, maxRank)) break;
    }
    const length = ahead.depth + back.depth;
    measureMet(ahead, back, maxRank);
    const start = from.find((system) => back.distance[system] === back.base + length);
    return start === undefined ? null : walk(start, length, out, back, maxRank);
  };
}

function searchOver(hops: Hops, count: number): Search {
  const memory = { distance: new Int32Array(count), reached: new Int32Array(count) };
  return { hops, ...memory, base: 1, depth: 0, first: 0, end: 0, width: 0 };
}

function begin(search: Search, systems: readonly number[]): void {
  // What the search before wrote is below the new base.
  search.base += search.depth + search.distance.length + 1;
  if (search.base > mostBase) {
    search.distance.fill(0);
    search.base = 1;
  }
  search.depth = search.first = search.end = search.width = 0;
  for (const system of systems) reach(search, system);
}

function reach(search: Search, system: number): void {
  const { hops, distance, reached, base, depth } = search;
  distance[system] = base + depth;
  reached[search.end++] = system;
  search.width += (hops.start[system + 1] ?? 0) - (hops.start[system] ?? 0);
}

/** Looks one hop further, all of it; whether that led to where the other search has been. */
function grow(search: Search, other: Search, maxRank: number): boolean {
  const { hops, distance, reached, base, end: last } = search;
  let hasMet = false;
  search.depth++;
  search.width = 0;
  for (; search.first < last; search.first++) {
    const system = reached[search.first] ?? 0;
    const stop = hops.start[system + 1] ?? 0;
    for (let hop = hops.start[system] ?? 0; hop < stop; hop++) {
      const far = hops.end[hop] ?? 0;
      if ((hops.rank[hop] ?? 0) > maxRank || (distance[far] ?? 0) >= base) continue;
      reach(search, far);
      if ((other.distance[far] ?? 0) >= other.base) hasMet = true;
    }
  }
  return hasMet;
}

/** Goes on backwards from where the two met, only over what lies on a shortest path: so that its distances are known to the start. */
function measureMet(ahead: Search, back: Search, maxRank: number): void {
  const { hops } = back;
  const length = ahead.depth + back.depth;
  let level: number[] = [];
  for (let place = ahead.first; place < ahead.end; place++) {
    const system = ahead.reached[place] ?? 0;
    if (back.distance[system] === back.base + back.depth) level.push(system);
  }
  for (let depth = ahead.depth - 1; depth >= 0; depth--) {
    const next: number[] = [];
    for (const system of level) {
      const stop = hops.start[system + 1] ?? 0;
      for (let hop = hops.start[system] ?? 0; hop < stop; hop++) {
        const near = hops.end[hop] ?? 0;
        if ((hops.rank[hop] ?? 0) > maxRank || ahead.distance[near] !== ahead.base + depth) continue;
        if (back.distance[near] === back.base + length - depth) continue;
        back.distance[near] = back.base + length - depth;
        next.push(near);
      }
    }
    level = next;
  }
}

/** Goes to a goal, at each system by the first hop that leads nearer: hops lie in order of name. */
function walk(from: number, length: number, out: Hops, { distance, base }: Search, maxRank: number): Path {
  const systems = [from];
  const flows: number[] = [];
  let at = from;
  for (let left = length - 1; left >= 0; left--) {
    let hop = out.start[at] ?? 0;
    while ((out.rank[hop] ?? 0) > maxRank || distance[out.end[hop] ?? 0] !== base + left) hop++;
    at = out.end[hop] ?? 0;
    systems.push(at);
    flows.push(out.flow[hop] ?? 0);
  }
  return { systems, flows };
}
