import type { Journey } from '../model/resolve';
import { isLiveFlow } from './liveness';
import { rankCount } from './latency';
import type { Numbering } from './numbering';
import { noSystem, type SystemNetwork } from './systemNetwork';
import type { World } from './world';

/** A system or flow through which two identity keys can be brought together: where a route enters and leaves it. */
interface Join {
  readonly enter: number;
  readonly leave: number;
}

/** Where identity keys are brought together (CON-14). */
export interface IdentityJoins {
  /** Whether some route from one of the systems to one of the others passes what joins the two keys. */
  join(a: string, b: string, from: readonly number[], to: readonly number[]): boolean;
  /** Systems used at touchpoints with each key, and flows that join on it. */
  readonly systemsByKey: ReadonlyMap<string, ReadonlySet<number>>;
  readonly flowsByKey: ReadonlyMap<string, readonly Join[]>;
  readonly network: SystemNetwork;
}

/** A key as it is compared: case and blanks aside; null for nobody. */
export function normalisedKey(key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null;
  const known = normalised.get(key);
  if (known !== undefined) return known;
  const plain = key.trim().toLowerCase();
  const value = plain === '' || plain === 'nobody' ? null : plain;
  if (normalised.size >= mostRemembered) normalised.clear();
  normalised.set(key, value);
  return value;
}

/** There are a handful of keys on a map; a memory that is full is emptied. */
const mostRemembered = 1_000;
const normalised = new Map<string, string | null>();

/** How the customer is recognised at each touchpoint, by its number: a key as it is compared; none where nobody says. */
export type KeyAt = readonly (string | null | undefined)[];

/** Normalises the keys of all touchpoints once. */
export function keysByTouchpoint(journey: Journey, touchpoints: Numbering): KeyAt {
  const keys: (string | null | undefined)[] = [];
  for (const { id, identityKey } of journey.touchpoints.all)
    keys[touchpoints.of(id)] = normalisedKey(identityKey);
  return keys;
}

/** @param before what was found before a change: it is given back if keys are brought together in the same places. */
export function identityJoins(
  journey: Journey,
  world: World,
  keyAt: KeyAt,
  before: IdentityJoins | undefined,
): IdentityJoins {
  const systemsByKey = systemsOfKeys(keyAt, world);
  const flowsByKey = flowsOfKeys(journey, world.network);
  if (
    before?.network === world.network &&
    isSameMap(before.systemsByKey, systemsByKey, isSameSet) &&
    isSameMap(before.flowsByKey, flowsByKey, isSameJoins)
  )
    return before;
  const rows = new Map<string, Map<string, JoinedRows>>();
  let pairs = 0;
  const { reachable, network } = world;
  return {
    systemsByKey,
    flowsByKey,
    network,
    join(a, b, from, to) {
      const first = a < b ? a : b;
      const second = a < b ? b : a;
      let joined = rows.get(first)?.get(second);
      if (!joined) {
        const both = [...(systemsByKey.get(a) ?? [])].filter((system) => systemsByKey.get(b)?.has(system));
        const joins = [
          ...both.map((system) => ({ enter: system, leave: system })),
          ...(flowsByKey.get(a) ?? []),
          ...(flowsByKey.get(b) ?? []),
        ];
        joined = joinedRows(world, joins);
        // Each takes as much memory as a closure: a map with very many pairs of keys looks them up again.
        if (pairs >= mostPairs) {
          rows.clear();
          pairs = 0;
        }
        rows.set(first, (rows.get(first) ?? new Map<string, JoinedRows>()).set(second, joined));
        pairs++;
      }
      for (const writer of from) {
        const row = (joined.component[writer] ?? 0) * reachable.words;
        for (const reader of to)
          if (((joined.bits[row + (reader >> 5)] ?? 0) >>> (reader & 31)) & 1) return true;
      }
      return false;
    },
  };
}

const mostPairs = 64;

interface JoinedRows {
  readonly component: Int32Array;
  /** One row of bits per component: the systems that can be reached from it by way of a join. */
  readonly bits: Uint32Array;
}

/** Rows from the sinks up: what the next components reach by a join, and all that is reached from a join right here. */
function joinedRows({ network, reachable }: World, joins: readonly Join[]): JoinedRows {
  const { words } = reachable;
  const closure = reachable.byRank[rankCount - 1];
  if (!closure) return { component: new Int32Array(), bits: new Uint32Array() };
  const { component, members } = closure;
  const bits = new Uint32Array(members.length * words);
  const leaves = new Map<number, number[]>();
  for (const { enter, leave } of joins) {
    const at = component[enter] ?? 0;
    const known = leaves.get(at);
    if (known) known.push(component[leave] ?? 0);
    else leaves.set(at, [component[leave] ?? 0]);
  }
  const add = (to: number, from: Uint32Array, row: number): void => {
    for (let word = 0; word < words; word++)
      bits[to * words + word] = (bits[to * words + word] ?? 0) | (from[row * words + word] ?? 0);
  };
  members.forEach((group, own) => {
    for (const leave of new Set(leaves.get(own))) add(own, closure.bits, leave);
    for (const member of group) {
      for (let hop = network.out.start[member] ?? 0; hop < (network.out.start[member + 1] ?? 0); hop++) {
        const other = component[network.out.end[hop] ?? 0] ?? own;
        if (other !== own) add(own, bits, other);
      }
    }
  });
  return { component, bits };
}

function systemsOfKeys(keyAt: KeyAt, { systemsAt }: World): ReadonlyMap<string, ReadonlySet<number>> {
  const systemsByKey = new Map<string, Set<number>>();
  for (let touchpoint = 0; touchpoint < keyAt.length; touchpoint++) {
    const key = keyAt[touchpoint] ?? null;
    if (key === null) continue;
    let systems = systemsByKey.get(key);
    if (!systems) systemsByKey.set(key, (systems = new Set()));
    const { writers, readers } = systemsAt(touchpoint);
    for (const system of writers) systems.add(system);
    if (readers !== writers) for (const system of readers) systems.add(system);
  }
  return systemsByKey;
}

function flowsOfKeys(
  journey: Journey,
  { flowFrom, flowTo }: SystemNetwork,
): ReadonlyMap<string, readonly Join[]> {
  const flowsByKey = new Map<string, Join[]>();
  journey.dataFlows.all.forEach((flow, place) => {
    const key = normalisedKey(flow.identityKey);
    const enter = flowFrom[place] ?? noSystem;
    const leave = flowTo[place] ?? noSystem;
    if (key === null || enter === noSystem || leave === noSystem || enter === leave) return;
    if (!isLiveFlow(flow)) return;
    const joined = flowsByKey.get(key);
    if (joined) joined.push({ enter, leave });
    else flowsByKey.set(key, [{ enter, leave }]);
  });
  return flowsByKey;
}

function isSameMap<V>(
  a: ReadonlyMap<string, V>,
  b: ReadonlyMap<string, V>,
  isSame: (a: V, b: V) => boolean,
): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !isSame(value, other)) return false;
  }
  return true;
}

function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size !== b.size) return false;
  for (const one of a) if (!b.has(one)) return false;
  return true;
}

function isSameJoins(a: readonly Join[], b: readonly Join[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ enter, leave }, index) => enter === b[index]?.enter && leave === b[index]?.leave)
  );
}
