import type { DataFlow } from '../model/records/dataFlow';
import type { Journey } from '../model/resolve';
import { compareByName } from './compareByName';
import { latencyOfFlow, rankOfLatency } from './latency';
import { flowExists, isLiveFlow, systemExists, type Reality } from './liveness';

/** Hops out of (or into) each system: those of system `i` lie at `start[i] … start[i + 1] − 1`, other ends in order of name. */
export interface Hops {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Rank of the latency of the hop's flow. */
  readonly rank: Uint8Array;
  /** Rank of the fastest live flow between the two; 255 when every flow between them is only planned or proposed. */
  readonly liveRank: Uint8Array;
  /** Position of the hop's flow in `SystemNetwork.flows`. */
  readonly flow: Int32Array;
}

/**
 * Systems and the flows between them, as numbers. A system's number is its place in the order of names (equal names
 * by id), so comparing numbers compares names. Of parallel flows only the one that serves best is a hop (CON-9).
 */
export interface SystemNetwork {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Ids of the flows that hops point at. */
  readonly flows: readonly string[];
  /** Ends of every data flow of the journey, in its order, as systems; `noSystem` where it is none of these. */
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  /** Ends of flows that are no systems here: touchpoints, and systems that do not exist in this reality. */
  readonly otherEnds: ReadonlySet<string>;
  readonly out: Hops;
  readonly into: Hops;
}

interface Hop {
  readonly from: number;
  readonly to: number;
  rank: number;
  liveRank: number;
  flow: number;
}

const notLive = 255;

/** Where a flow ends at no system of the network. */
export const noSystem = -1;

/** Makes the network of a journey. Flows to or from touchpoints and from a system to itself are no hops (CON-4, CON-7). */
export function systemNetwork(
  journey: Journey,
  reality: Reality,
  carries: (flow: DataFlow, place: number) => boolean = () => true,
): SystemNetwork {
  const systems = journey.systems.all.filter((system) => systemExists(system, reality)).sort(compareByName);
  const ids = systems.map((system) => system.id);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const best = new Map<number, Hop>();
  const flows: string[] = [];
  const otherEnds = new Set<string>();
  const endOf = (id: string | null): number => {
    if (id === null) return noSystem;
    const system = indexOf.get(id);
    if (system === undefined) otherEnds.add(id);
    return system ?? noSystem;
  };
  const all = journey.dataFlows.all;
  const flowFrom = new Int32Array(all.length);
  const flowTo = new Int32Array(all.length);
  all.forEach((flow, place) => {
    const from = (flowFrom[place] = endOf(flow.from));
    const to = (flowTo[place] = endOf(flow.to));
    if (from === noSystem || to === noSystem || from === to) return;
    if (!flowExists(flow, reality) || !carries(flow, place)) return;
    const rank = rankOfLatency(latencyOfFlow(flow));
    const liveRank = isLiveFlow(flow) ? rank : notLive;
    const key = from * ids.length + to;
    const known = best.get(key);
    if (!known) best.set(key, { from, to, rank, liveRank, flow: flows.length });
    else {
      known.liveRank = Math.min(known.liveRank, liveRank);
      const isFaster = rank < known.rank || (rank === known.rank && flow.id < (flows[known.flow] ?? ''));
      if (isFaster) Object.assign(known, { rank, flow: flows.length });
    }
    flows.push(flow.id);
  });
  const sortedBy = (hops: readonly Hop[], end: (hop: Hop) => number): readonly Hop[] =>
    inOrderOf(hops, ids.length, end);
  const outwards = sortedBy(sortedBy([...best.values()], toOf), fromOf);
  const inwards = sortedBy(outwards, toOf);
  return {
    ids,
    indexOf,
    flows,
    flowFrom,
    flowTo,
    otherEnds,
    out: hopsBy(outwards, ids.length, fromOf, toOf),
    into: hopsBy(inwards, ids.length, toOf, fromOf),
  };
}

function fromOf({ from }: Hop): number {
  return from;
}

function toOf({ to }: Hop): number {
  return to;
}

/** Hops in the order of their systems on one side; those with the same stay in the order they had. */
function inOrderOf(hops: readonly Hop[], count: number, end: (hop: Hop) => number): readonly Hop[] {
  const next = startsOf(hops, count, end);
  const sorted: Hop[] = [...hops];
  for (const hop of hops) {
    const place = next[end(hop)] ?? 0;
    sorted[place] = hop;
    next[end(hop)] = place + 1;
  }
  return sorted;
}

/** Where those of each system begin, when hops lie in the order of the systems on one side. */
function startsOf(hops: readonly Hop[], count: number, end: (hop: Hop) => number): Int32Array {
  const start = new Int32Array(count + 1);
  for (const hop of hops) start[end(hop) + 1] = (start[end(hop) + 1] ?? 0) + 1;
  for (let i = 0; i < count; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  return start;
}

/** @param sorted by `near`, then by `far` */
function hopsBy(
  sorted: readonly Hop[],
  count: number,
  near: (hop: Hop) => number,
  far: (hop: Hop) => number,
): Hops {
  const end = new Int32Array(sorted.length);
  const rank = new Uint8Array(sorted.length);
  const liveRank = new Uint8Array(sorted.length);
  const flow = new Int32Array(sorted.length);
  sorted.forEach((hop, place) => {
    end[place] = far(hop);
    rank[place] = hop.rank;
    liveRank[place] = hop.liveRank;
    flow[place] = hop.flow;
  });
  return { start: startsOf(sorted, count, near), end, rank, liveRank, flow };
}
