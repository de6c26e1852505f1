import type { Hops, SystemNetwork } from './systemNetwork';

/** A way through the network: numbers of systems, and between them the hops taken, as positions in `network.flows`. */
export interface Path {
  readonly systems: readonly number[];
  readonly flows: readonly number[];
}

/** Finds the path with the fewest hops, then the first in order of names, over hops of at most a rank. */
export type PathFinder = (from: readonly number[], to: readonly number[], maxRank: number) => Path | null;

interface Side {
  readonly hops: Hops;
  /** Hops away from this side's systems; −1 where not seen. */
  readonly distance: Int32Array;
  readonly touched: number[];
  frontier: number[];
  depth: number;
}

/**
 * Makes a finder for a network. It searches from both ends at once, a layer at a time from the smaller frontier, so a
 * route of a few hops is found without looking at most of the map. Scratch memory is kept between searches.
 */
export function pathFinder(network: SystemNetwork): PathFinder {
  const count = network.ids.length;
  const forward: Side = side(network.out, count);
  const backward: Side = side(network.into, count);
  const leadsOn = new Uint8Array(count);

  return (from, to, maxRank) => {
    begin(forward, from);
    begin(backward, to);
    let meeting = forward.frontier.filter((node) => backward.distance[node] === 0);
    while (meeting.length === 0 && forward.frontier.length > 0 && backward.frontier.length > 0) {
      const smaller = forward.frontier.length <= backward.frontier.length ? forward : backward;
      grow(smaller, maxRank);
      const other = smaller === forward ? backward : forward;
      meeting = smaller.frontier.filter((node) => other.distance[node] !== -1);
    }
    const path = meeting.length === 0 ? null : firstPath(meeting, maxRank);
    for (const one of [forward, backward]) {
      for (const node of one.touched) one.distance[node] = -1;
      one.touched.length = 0;
    }
    return path;
  };

  function firstPath(meeting: readonly number[], maxRank: number): Path {
    const marked = markTowards(meeting, maxRank);
    const length = forward.depth + backward.depth;
    const fits = (node: number, step: number): boolean =>
      step <= forward.depth
        ? forward.distance[node] === step && leadsOn[node] === 1
        : backward.distance[node] === length - step;
    const systems = [Math.min(...marked.filter((node) => forward.distance[node] === 0))];
    const flows: number[] = [];
    for (let step = 1; step <= length; step++) {
      const at = systems[step - 1] ?? 0;
      const stop = network.out.start[at + 1] ?? 0;
      let hop = network.out.start[at] ?? 0;
      while (
        hop < stop &&
        !((network.out.rank[hop] ?? 0) <= maxRank && fits(network.out.end[hop] ?? 0, step))
      )
        hop++;
      systems.push(network.out.end[hop] ?? 0);
      flows.push(network.out.flow[hop] ?? 0);
    }
    for (const node of marked) leadsOn[node] = 0;
    return { systems, flows };
  }

  /** Marks the systems on the forward side that lie on a shortest path. */
  function markTowards(meeting: readonly number[], maxRank: number): readonly number[] {
    const marked = [...meeting];
    for (const node of marked) leadsOn[node] = 1;
    for (const node of marked) {
      const distance = forward.distance[node] ?? 0;
      const { start, end, rank } = network.into;
      for (let hop = start[node] ?? 0; hop < (start[node + 1] ?? 0); hop++) {
        const before = end[hop] ?? 0;
        if ((rank[hop] ?? 0) > maxRank || leadsOn[before] === 1) continue;
        if (distance === 0 || forward.distance[before] !== distance - 1) continue;
        leadsOn[before] = 1;
        marked.push(before);
      }
    }
    return marked;
  }
}

function side(hops: Hops, count: number): Side {
  return { hops, distance: new Int32Array(count).fill(-1), touched: [], frontier: [], depth: 0 };
}

function begin(one: Side, systems: readonly number[]): void {
  one.depth = 0;
  one.frontier = [...systems];
  for (const node of systems) {
    one.distance[node] = 0;
    one.touched.push(node);
  }
}

function grow(one: Side, maxRank: number): void {
  const { start, end, rank } = one.hops;
  const next: number[] = [];
  one.depth++;
  for (const node of one.frontier) {
    for (let hop = start[node] ?? 0; hop < (start[node + 1] ?? 0); hop++) {
      const far = end[hop] ?? 0;
      if ((rank[hop] ?? 0) > maxRank || one.distance[far] !== -1) continue;
      one.distance[far] = one.depth;
      one.touched.push(far);
      next.push(far);
    }
  }
  one.frontier = next;
}
