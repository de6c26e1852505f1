import type { RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
import { isLiveFlow, isLiveSystem } from './liveness';
import type { World } from './world';

/** A step of the search; `system` null is the arrival. `refs` are the things not live yet that this step takes. */
interface Visit {
  readonly system: number | null;
  readonly before: Visit | null;
  readonly refs: readonly RecordRef[];
}

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
  const readers = new Set(systemsOf(ends.to).readers);
  const done = new Set<number>();
  /** Visits by how many things on the way are not live; the cheaper ones are taken up first. */
  const byCost: Visit[][] = [];
  const add = (visit: Visit, cost: number): void => {
    (byCost[cost + visit.refs.length] ??= []).push(visit);
  };
  for (const system of systemsOf(ends.from).writers) {
    const refs = [
      ...systemRefs(journey, network.ids[system]),
      ...endRefs(journey, worlds, ends.from, system, 'writers'),
    ];
    add({ system, before: null, refs }, 0);
  }
  for (let cost = 0; cost < byCost.length; cost++) {
    for (const visit of byCost[cost] ?? []) {
      const { system } = visit;
      if (system === null) return refsOnTheWay(visit);
      if (done.has(system)) continue;
      done.add(system);
      if (readers.has(system)) {
        add(
          { system: null, before: visit, refs: endRefs(journey, worlds, ends.to, system, 'readers') },
          cost,
        );
      }
      const { start, end, rank } = network.out;
      for (let hop = start[system] ?? 0; hop < (start[system + 1] ?? 0); hop++) {
        const far = end[hop] ?? 0;
        if ((rank[hop] ?? 0) > maxRank || done.has(far)) continue;
        const refs = [...flowRefs(worlds, hop, system, maxRank), ...systemRefs(journey, network.ids[far])];
        add({ system: far, before: visit, refs }, cost);
      }
    }
  }
  return [];
}

function refsOnTheWay(arrival: Visit): readonly RecordRef[] {
  const refs: RecordRef[] = [];
  for (let visit: Visit | null = arrival; visit; visit = visit.before) refs.unshift(...visit.refs);
  return refs.filter((ref, index) => refs.findIndex((other) => other.id === ref.id) === index);
}

function systemRefs(journey: Journey, id: string | undefined): readonly RecordRef[] {
  const system = id === undefined ? undefined : journey.systems.byId.get(id);
  return system && !isLiveSystem(system) ? [{ kind: 'systems', id: system.id }] : [];
}

/** A hop takes a flow that is not live only where no live flow between the two is fast enough. */
function flowRefs(worlds: Worlds, hop: number, from: number, maxRank: number): readonly RecordRef[] {
  const { network } = worlds.upcoming;
  const flow = network.flows[network.out.flow[hop] ?? 0];
  if (!flow || isLiveFlow(flow)) return [];
  const { indexOf, out } = worlds.now.network;
  const liveFrom = indexOf.get(network.ids[from] ?? '');
  const liveTo = indexOf.get(network.ids[network.out.end[hop] ?? 0] ?? '');
  if (liveFrom !== undefined && liveTo !== undefined) {
    for (let live = out.start[liveFrom] ?? 0; live < (out.start[liveFrom + 1] ?? 0); live++) {
      if (out.end[live] === liveTo && (out.rank[live] ?? 0) <= maxRank) return [];
    }
  }
  return [{ kind: 'dataFlows', id: flow.id }];
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
