import { componentsOf } from './components';
import { rankCount } from './latency';
import type { SystemNetwork } from './systemNetwork';

/** Which systems can be reached from which, over hops of at most a given latency. */
export interface Reachability {
  /** For each rank of latency, the closure over hops of that rank or faster. */
  readonly byRank: readonly Closure[];
  readonly words: number;
}

export interface Closure {
  /** Strongly connected component of each system. */
  readonly component: Int32Array;
  /** One row of bits per component: the systems that can be reached from it, its own members included. */
  readonly bits: Uint32Array;
  /** Systems by component; a hop between two components leads to the lower number. */
  readonly members: readonly (readonly number[])[];
}

/** Computes who reaches whom, once for all transitions: components, then their rows from the sinks up. */
export function reachability(network: SystemNetwork): Reachability {
  const words = Math.ceil(network.ids.length / 32);
  const used = new Set(network.out.rank);
  const byRank: Closure[] = [];
  for (let rank = 0; rank < rankCount; rank++) {
    const before = byRank[rank - 1];
    byRank.push(before && !used.has(rank) ? before : closure(network, rank, words));
  }
  return { byRank, words };
}

/** The same when speed does not matter: one closure over all hops stands for every rank. */
export function reachabilityAtAnySpeed(network: SystemNetwork): Reachability {
  const words = Math.ceil(network.ids.length / 32);
  const all = closure(network, rankCount - 1, words);
  return { byRank: Array.from({ length: rankCount }, () => all), words };
}

/** Whether a system can be reached from another over whatever hops. */
export function reachesAtAnySpeed(reachable: Reachability, from: number, to: number): boolean {
  return reaches(reachable, from, to, rankCount - 1);
}

/** Whether a system is, or can be reached from, another over hops of at most this rank. */
export function reaches(reachable: Reachability, from: number, to: number, rank: number): boolean {
  const at = reachable.byRank[rank];
  if (!at) return false;
  const row = (at.component[from] ?? 0) * reachable.words;
  return (((at.bits[row + (to >> 5)] ?? 0) >>> (to & 31)) & 1) === 1;
}

/** The rank of the best route's slowest hop from any of some systems to any of others; null when there is no route. */
export function bestRank(
  reachable: Reachability,
  from: readonly number[],
  to: readonly number[],
): number | null {
  for (let rank = 0; rank < rankCount; rank++) {
    if (rank > 0 && reachable.byRank[rank] === reachable.byRank[rank - 1]) continue;
    for (const writer of from)
      for (const reader of to) if (reaches(reachable, writer, reader, rank)) return rank;
  }
  return null;
}

function closure(network: SystemNetwork, maxRank: number, words: number): Closure {
  const { start, end, rank } = network.out;
  const isFastEnough = (hop: number): boolean => (rank[hop] ?? 0) <= maxRank;
  const { of: component, members } = componentsOf(network.out, isFastEnough);
  const bits = new Uint32Array(members.length * words);
  members.forEach((group, own) => {
    const row = own * words;
    for (const member of group) {
      bits[row + (member >> 5)] = (bits[row + (member >> 5)] ?? 0) | (1 << (member & 31));
      for (let hop = start[member] ?? 0; hop < (start[member + 1] ?? 0); hop++) {
        const other = component[end[hop] ?? 0] ?? own;
        if (other === own || !isFastEnough(hop)) continue;
        const from = other * words;
        for (let word = 0; word < words; word++)
          bits[row + word] = (bits[row + word] ?? 0) | (bits[from + word] ?? 0);
      }
    }
  });
  return { component, bits, members };
}
