import { rankCount } from './latency';
import type { SystemNetwork } from './systemNetwork';

/** Which systems can be reached from which, over hops of at most a given latency. */
export interface Reachability {
  /** For each rank of latency, the closure over hops of that rank or faster. */
  readonly byRank: readonly Closure[];
  readonly words: number;
}

interface Closure {
  /** Strongly connected component of each system. */
  readonly component: Int32Array;
  /** One row of bits per component: the systems that can be reached from it, its own members included. */
  readonly bits: Uint32Array;
}

/** Computes who reaches whom, once for all transitions: components (Tarjan 1972), then their rows from the sinks up. */
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

/** Whether a system is, or can be reached from, another over hops of at most this rank. */
export function reaches(reachable: Reachability, from: number, to: number, rank: number): boolean {
  const at = reachable.byRank[rank];
  if (!at) return false;
  const row = (at.component[from] ?? 0) * reachable.words;
  return (((at.bits[row + (to >> 5)] ?? 0) >>> (to & 31)) & 1) === 1;
}

/** The rank of the best route's slowest hop from any of some systems to any of others; null when there is no route. */
export function bestRank(reachable: Reachability, from: Int32Array, to: Int32Array): number | null {
  for (let rank = 0; rank < rankCount; rank++) {
    if (rank > 0 && reachable.byRank[rank] === reachable.byRank[rank - 1]) continue;
    for (const writer of from)
      for (const reader of to) if (reaches(reachable, writer, reader, rank)) return rank;
  }
  return null;
}

function closure(network: SystemNetwork, maxRank: number, words: number): Closure {
  const count = network.ids.length;
  const { start, end, rank } = network.out;
  const component = new Int32Array(count).fill(-1);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const cursor = new Int32Array(count);
  const bits = new Uint32Array(count * words);
  const path: number[] = [];
  const open: number[] = [];
  let seen = 0;
  let components = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = seen++;
    cursor[node] = start[node] ?? 0;
    path.push(node);
    open.push(node);
  };
  const close = (root: number): void => {
    const row = components * words;
    let member: number | undefined;
    do {
      member = open.pop();
      if (member === undefined) break;
      component[member] = components;
      bits[row + (member >> 5)] = (bits[row + (member >> 5)] ?? 0) | (1 << (member & 31));
      addRowsBehind(member, row);
    } while (member !== root);
    components++;
  };
  const addRowsBehind = (member: number, row: number): void => {
    for (let hop = start[member] ?? 0; hop < (start[member + 1] ?? 0); hop++) {
      const other = component[end[hop] ?? 0] ?? -1;
      if ((rank[hop] ?? 0) > maxRank || other < 0 || other === components) continue;
      const from = other * words;
      for (let word = 0; word < words; word++)
        bits[row + word] = (bits[row + word] ?? 0) | (bits[from + word] ?? 0);
    }
  };

  for (let first = 0; first < count; first++) {
    if (order[first] !== -1) continue;
    enter(first);
    while (path.length > 0) {
      const node = path[path.length - 1] ?? 0;
      const hop = cursor[node] ?? 0;
      if (hop < (start[node + 1] ?? 0)) {
        cursor[node] = hop + 1;
        const next = end[hop] ?? 0;
        if ((rank[hop] ?? 0) > maxRank) continue;
        if (order[next] === -1) enter(next);
        else if (component[next] === -1) low[node] = Math.min(low[node] ?? 0, order[next] ?? 0);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] === order[node]) close(node);
    }
  }
  return { component, bits: bits.slice(0, components * words) };
}
