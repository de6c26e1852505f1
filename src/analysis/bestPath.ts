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
  hops: FastHops;
  /** `base` and the hops from where the search began; below `base` where this search has not been. */
  readonly distance: Int32Array;
  /** The system from which each was reached first. */
  readonly cameFrom: Int32Array;
  /** Systems in the order in which they were reached; those of the last level are from `first` up to `end`. */
  readonly reached: Int32Array;
  base: number;
  depth: number;
  first: number;
  end: number;
  /** How many hops lead on from the last level. */
  width: number;
}

/** Those of a network's hops that are fast enough, in the same order. */
type FastHops = Pick<Hops, 'start' | 'end' | 'flow'>;

/** Numbers at which the bases begin anew: far from where they would not fit. */
const mostBase = 2 ** 30;

/**
 * Makes a finder for a network. It searches forwards from the starts and backwards from the goals, from the side that has
 * fewer hops to look at, until the two meet: of a network with hubs either alone would soon have seen most. Hops that are too
 * slow are left out once for every rank, not looked at and passed over in every search: that takes half of its time.
 */
export function pathFinder({ ids, out, into }: SystemNetwork): PathFinder {
  const ahead = searchOver(out, ids.length);
  const back = searchOver(into, ids.length);
  const outUpTo = fastHops(out);
  const intoUpTo = fastHops(into);
  return (from, to, maxRank) => {
    const shared = from.find((system) => to.includes(system));
    if (shared !== undefined) return { systems: [shared], flows: [] };
    begin(ahead, outUpTo(maxRank), from);
    begin(back, intoUpTo(maxRank), to);
    for (;;) {
      const near = ahead.width <= back.width ? ahead : back;
      if (near.first === near.end) return null;
      if (grow(near, near === ahead ? back : ahead)) break;
    }
    return pathOver(meetingPlace(ahead, back), ahead, back);
  };
}

/** Leaves out hops above a rank, once for each. */
function fastHops(hops: Hops): (maxRank: number) => FastHops {
  const byRank: FastHops[] = [];
  return (maxRank) => (byRank[maxRank] ??= hopsUpTo(hops, maxRank));
}

function hopsUpTo({ start, end, rank, flow }: Hops, maxRank: number): FastHops {
  const fast = {
    start: new Int32Array(start.length),
    end: new Int32Array(end.length),
    flow: new Int32Array(flow.length),
  };
  let count = 0;
  for (let system = 0; system + 1 < start.length; system++) {
    for (let hop = start[system] ?? 0; hop < (start[system + 1] ?? 0); hop++) {
      if ((rank[hop] ?? 0) > maxRank) continue;
      fast.end[count] = end[hop] ?? 0;
      fast.flow[count++] = flow[hop] ?? 0;
    }
    fast.start[system + 1] = count;
  }
  return fast;
}

function searchOver(hops: Hops, count: number): Search {
  const memory = {
    distance: new Int32Array(count),
    cameFrom: new Int32Array(count),
    reached: new Int32Array(count),
  };
  return { hops, ...memory, base: 1, depth: 0, first: 0, end: 0, width: 0 };
}

function begin(search: Search, hops: FastHops, systems: readonly number[]): void {
  search.hops = hops;
  // What the search before wrote is below the new base.
  search.base += search.depth + search.distance.length + 1;
  if (search.base > mostBase) {
    search.distance.fill(0);
    search.base = 1;
  }
  search.depth = search.first = search.end = search.width = 0;
  for (const system of systems) reach(search, system, system);
}

function reach(search: Search, system: number, from: number): void {
  const { hops, distance, cameFrom, reached, base, depth } = search;
  distance[system] = base + depth;
  cameFrom[system] = from;
  reached[search.end++] = system;
  search.width += (hops.start[system + 1] ?? 0) - (hops.start[system] ?? 0);
}

/** Looks one hop further, all of it; whether that led to where the other search has been. */
function grow(search: Search, other: Search): boolean {
  const { hops, distance, reached, base, end: last } = search;
  let hasMet = false;
  search.depth++;
  search.width = 0;
  for (; search.first < last; search.first++) {
    const system = reached[search.first] ?? 0;
    const stop = hops.start[system + 1] ?? 0;
    for (let hop = hops.start[system] ?? 0; hop < stop; hop++) {
      const far = hops.end[hop] ?? 0;
      if ((distance[far] ?? 0) >= base) continue;
      reach(search, far, system);
      if ((other.distance[far] ?? 0) >= other.base) hasMet = true;
    }
  }
  return hasMet;
}

/**
 * Where the first path in the order of names changes from one search to the other. Hops lie in that order, so each level is
 * reached in the order of the first paths to it: of the places in which the two met it is the one reached first.
 */
function meetingPlace(ahead: Search, back: Search): number {
  let place = ahead.first;
  while ((back.distance[ahead.reached[place] ?? 0] ?? 0) < back.base) place++;
  return ahead.reached[place] ?? 0;
}

/** From where the two met back to the start by where each system was reached from, and on to a goal by the first hop that leads nearer. */
function pathOver(met: number, ahead: Search, { distance, base, depth }: Search): Path {
  const { start, end, flow } = ahead.hops;
  const length = ahead.depth + depth;
  const systems = [met];
  for (let left = ahead.depth; left > 0; left--) systems.unshift(ahead.cameFrom[systems[0] ?? 0] ?? 0);
  const flows: number[] = [];
  for (let place = 0; place < length; place++) {
    let hop = start[systems[place] ?? 0] ?? 0;
    if (place < ahead.depth) while (end[hop] !== systems[place + 1]) hop++;
    else while (distance[end[hop] ?? 0] !== base + length - place - 1) hop++;
    systems[place + 1] = end[hop] ?? 0;
    flows.push(flow[hop] ?? 0);
  }
  return { systems, flows };
}
