import type { RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
import { isLiveFlow, isLiveSystem } from './liveness';
import type { SystemNetwork } from './systemNetwork';
import type { World } from './world';

/** The same journey with only what is live, and with everything planned and proposed as well. */
export interface Worlds {
  readonly now: World;
  readonly upcoming: World;
}

/** Whether anything is planned or proposed at all; if not, nothing can be said about what would be. */
export function hasUpcoming(journey: Journey): boolean {
  return (
    journey.systems.all.some((system) => system.lifecycle === 'planned') ||
    journey.dataFlows.all.some((flow) => flow.status === 'planned' || flow.status === 'proposed')
  );
}

/**
 * What has to go live for a route of at most `maxRank` from one touchpoint to another: of all such routes in the
 * upcoming world one with the fewest things that are not live yet (CON-17). Empty when there is no such route.
 */
export function whatHasToGoLive(
  journey: Journey,
  worlds: Worlds,
  ends: { readonly from: string; readonly to: string },
  maxRank: number,
): readonly RecordRef[] {
  const { network, systemsOf } = worlds.upcoming;
  const { start, end, rank, liveRank } = network.out;
  const starts = new Map<number, readonly RecordRef[]>();
  const goals = new Map<number, readonly RecordRef[]>();
  for (const one of systemsOf(ends.from).writers)
    starts.set(one, endRefs(journey, worlds, ends.from, one, 'writers'));
  for (const one of systemsOf(ends.to).readers)
    goals.set(one, endRefs(journey, worlds, ends.to, one, 'readers'));
  const costOf = (system: number): number => (isPlanned(journey, network, system) ? 1 : 0);

  const cost = new Int32Array(network.ids.length).fill(-1);
  /** The hop by which a system was reached most cheaply, and the system it starts at; −1 for a start. */
  const hopTo = new Int32Array(network.ids.length).fill(-1);
  const before = new Int32Array(network.ids.length).fill(-1);
  const byCost: number[][] = [];
  const offer = (system: number, price: number, from: number, hop: number): void => {
    const known = cost[system] ?? -1;
    if (known !== -1 && known <= price) return;
    cost[system] = price;
    before[system] = from;
    hopTo[system] = hop;
    (byCost[price] ??= []).push(system);
  };
  for (const [system, refs] of starts) offer(system, refs.length + costOf(system), -1, -1);
  let best: { readonly system: number; readonly price: number } | null = null;
  for (let price = 0; price < byCost.length && (best === null || price < best.price); price++) {
    for (const system of byCost[price] ?? []) {
      if (cost[system] !== price) continue;
      const arrival = goals.get(system);
      if (arrival && (best === null || price + arrival.length < best.price))
        best = { system, price: price + arrival.length };
      if (best?.price === price) break;
      for (let hop = start[system] ?? 0; hop < (start[system + 1] ?? 0); hop++) {
        if ((rank[hop] ?? 0) > maxRank) continue;
        const far = end[hop] ?? 0;
        offer(far, price + costOf(far) + ((liveRank[hop] ?? 0) > maxRank ? 1 : 0), system, hop);
      }
    }
  }
  if (best === null) return [];

  const refs: RecordRef[] = [...(goals.get(best.system) ?? [])];
  for (let system = best.system; system !== -1; system = before[system] ?? -1) {
    const hop = hopTo[system] ?? -1;
    if (isPlanned(journey, network, system)) refs.unshift({ kind: 'systems', id: network.ids[system] ?? '' });
    if (hop === -1) refs.unshift(...(starts.get(system) ?? []));
    else if ((liveRank[hop] ?? 0) > maxRank) {
      refs.unshift({ kind: 'dataFlows', id: network.flows[network.out.flow[hop] ?? 0] ?? '' });
    }
  }
  return refs;
}

function isPlanned(journey: Journey, network: SystemNetwork, system: number): boolean {
  const record = journey.systems.byId.get(network.ids[system] ?? '');
  return record !== undefined && !isLiveSystem(record);
}

/** The flow between a touchpoint and a live system that makes the system its writer (or reader) only once it is live. */
function endRefs(
  journey: Journey,
  worlds: Worlds,
  touchpoint: string,
  system: number,
  role: 'writers' | 'readers',
): readonly RecordRef[] {
  const id = worlds.upcoming.network.ids[system] ?? '';
  const live = worlds.now.network.indexOf.get(id);
  if (live !== undefined && worlds.now.systemsOf(touchpoint)[role].includes(live)) return [];
  const { flowsFrom, flowsTo } = journey.relations;
  const flows =
    role === 'writers'
      ? (flowsFrom.get(touchpoint) ?? []).filter((flow) => flow.to === id)
      : (flowsTo.get(touchpoint) ?? []).filter((flow) => flow.from === id);
  if (flows.some(isLiveFlow)) return [];
  // A planned system may also be used directly; then the system going live is all it takes.
  const usesIt = (journey.relations.usagesByTouchpoint.get(touchpoint) ?? []).some(
    (usage) => usage.system === id,
  );
  if (live === undefined && usesIt) return [];
  const flow = flows.find((one) => one.status !== 'retired');
  return flow ? [{ kind: 'dataFlows', id: flow.id }] : [];
}
