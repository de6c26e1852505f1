import { bestRank } from './reachability';
import { rankOfLatency } from './latency';
import type { Hops, SystemNetwork } from './systemNetwork';
import type { Judgement } from './verdict';
import type { World } from './world';

/** Whether another network may judge two touchpoints' systems differently: never false where it does. */
export type MayDiffer = (
  judgement: Judgement,
  writers: readonly number[],
  readers: readonly number[],
) => boolean;

/** A hop that is new or faster. */
interface BetterHop {
  readonly from: number;
  readonly to: number;
  readonly rank: number;
  /** Hops from each system to its start, and from its end to each, over hops of at most a rank. */
  readonly distances: Map<number, Distances>;
}

interface Distances {
  readonly toStart: Int32Array;
  readonly fromEnd: Int32Array;
}

/** With more hops than this it is cheaper to judge everything again. */
const mostBetter = 4;

/**
 * Compares two networks with the same numbers. A route stays the best one while none of its own hops changed and no hop
 * that is new or faster lies on one that is better: of a lower rank, shorter, or as short. Null: too much changed to tell.
 */
export function changedHops(before: SystemNetwork, now: World): MayDiffer | null {
  const { network, reachable } = now;
  const changes = compare(before, network);
  if (changes === null) return null;
  const { lost, better } = changes;
  const isSame = lost.size === 0 && better.length === 0;
  return ({ tornRoute: route, slowestLatency }, writers, readers) => {
    if (isSame || writers.length === 0 || readers.length === 0) return false;
    const rank = slowestLatency === null ? null : rankOfLatency(slowestLatency);
    if (bestRank(reachable, writers, readers) !== rank) return true;
    // What is broken stays so, and of what is carried no route is kept.
    if (route === null || rank === null) return false;
    if (route.flows.some((flow) => lost.has(flow))) return true;
    return better.some((hop) => {
      if (hop.rank > rank) return false;
      const { toStart, fromEnd } = distancesOf(hop, network, rank);
      const there = fewest(writers, toStart);
      const onward = fewest(readers, fromEnd);
      return there !== null && onward !== null && there + 1 + onward <= route.flows.length;
    });
  };
}

function fewest(systems: readonly number[], hops: Int32Array): number | null {
  let best: number | null = null;
  for (const system of systems) {
    const count = hops[system] ?? -1;
    if (count >= 0 && (best === null || count < best)) best = count;
  }
  return best;
}

/** Flows whose hop is another one now, and hops that serve better than before. */
function compare(
  before: SystemNetwork,
  after: SystemNetwork,
): { readonly lost: ReadonlySet<string>; readonly better: readonly BetterHop[] } | null {
  const lost = new Set<string>();
  const better: BetterHop[] = [];
  for (let from = 0; from < after.ids.length; from++) {
    let was = before.out.start[from] ?? 0;
    let is = after.out.start[from] ?? 0;
    const [wasEnd, isEnd] = [before.out.start[from + 1] ?? 0, after.out.start[from + 1] ?? 0];
    while (was < wasEnd || is < isEnd) {
      const farBefore = was < wasEnd ? (before.out.end[was] ?? 0) : Number.POSITIVE_INFINITY;
      const far = is < isEnd ? (after.out.end[is] ?? 0) : Number.POSITIVE_INFINITY;
      const rankBefore = farBefore <= far ? (before.out.rank[was] ?? 0) : Number.POSITIVE_INFINITY;
      const rank = far <= farBefore ? (after.out.rank[is] ?? 0) : Number.POSITIVE_INFINITY;
      const flowBefore = farBefore <= far ? flowOf(before, was) : null;
      const flow = far <= farBefore ? flowOf(after, is) : null;
      if (flowBefore !== null && (flowBefore !== flow || rankBefore !== rank)) lost.add(flowBefore);
      if (rank < rankBefore) better.push({ from, to: far, rank, distances: new Map() });
      if (better.length > mostBetter) return null;
      if (farBefore <= far) was++;
      if (far <= farBefore) is++;
    }
  }
  return { lost, better };
}

function flowOf({ flows, out }: SystemNetwork, hop: number): string {
  return flows[out.flow[hop] ?? 0] ?? '';
}

function distancesOf(hop: BetterHop, { out, into }: SystemNetwork, maxRank: number): Distances {
  let known = hop.distances.get(maxRank);
  if (!known) {
    known = { toStart: distances(into, hop.from, maxRank), fromEnd: distances(out, hop.to, maxRank) };
    hop.distances.set(maxRank, known);
  }
  return known;
}

/** Hops from one system to every other; −1 where no way leads. */
function distances({ start, end, rank }: Hops, first: number, maxRank: number): Int32Array {
  const distance = new Int32Array(start.length - 1).fill(-1);
  distance[first] = 0;
  const queue = [first];
  for (const node of queue) {
    for (let hop = start[node] ?? 0; hop < (start[node + 1] ?? 0); hop++) {
      const far = end[hop] ?? 0;
      if ((rank[hop] ?? 0) > maxRank || distance[far] !== -1) continue;
      distance[far] = (distance[node] ?? 0) + 1;
      queue.push(far);
    }
  }
  return distance;
}
