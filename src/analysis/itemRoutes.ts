import type { DataFlow } from '../model/records/dataFlow';
import type { Journey } from '../model/resolve';
import { isLiveFlow } from './liveness';
import { reachabilityAtAnySpeed, reachesAtAnySpeed, type Reachability } from './reachability';
import { systemNetwork, type SystemNetwork } from './systemNetwork';

/** Whether an item gets from one of some systems to one of others (CON-12). */
export type ItemReaches = (item: string, from: readonly number[], to: readonly number[]) => boolean;

/** The items a flow carries; null carries any. */
type Items = ReadonlySet<string> | null;

/** Up to so many flows that list an item are searched one by one; with more it gets a closure of its own. */
const fewFlows = 48;

type Reaches = (from: readonly number[], to: readonly number[]) => boolean;

interface Leg {
  readonly from: number;
  readonly to: number;
}

/**
 * Tells whether items arrive (CON-12): by a route of whatever speed whose every flow carries the item. A flow that
 * lists no item (or only ones that are gone) carries any.
 */
export function itemRoutes(journey: Journey, network: SystemNetwork): ItemReaches {
  const listed = new Map(journey.dataFlows.all.map((flow) => [flow.id, itemsOf(journey, flow)]));
  const forAnyItem = reachabilityAtAnySpeed(
    systemNetwork(journey, 'now', (flow) => listed.get(flow.id) === null),
  );
  const legsOf = legsByItem(journey, network, listed);
  const byItem = new Map<string, Reaches>();
  return (item, from, to) => {
    let reaches = byItem.get(item);
    if (!reaches) {
      const legs = legsOf.get(item) ?? [];
      reaches = legs.length <= fewFlows ? overLegs(forAnyItem, legs) : overOwnClosure(journey, item, listed);
      byItem.set(item, reaches);
    }
    return reaches(from, to);
  };
}

/** Routes that change between flows that carry any item and the few that list this one. */
function overLegs(forAnyItem: Reachability, legs: readonly Leg[]): Reaches {
  return (writers, readers) => {
    const reached = [...writers];
    const untaken = new Set(legs);
    for (const system of reached) {
      if (readers.some((reader) => reachesAtAnySpeed(forAnyItem, system, reader))) return true;
      for (const leg of untaken) {
        if (!reachesAtAnySpeed(forAnyItem, system, leg.from)) continue;
        untaken.delete(leg);
        reached.push(leg.to);
      }
    }
    return false;
  };
}

function overOwnClosure(journey: Journey, item: string, listed: ReadonlyMap<string, Items>): Reaches {
  const network = systemNetwork(journey, 'now', (flow) => listed.get(flow.id)?.has(item) ?? true);
  const reachable = reachabilityAtAnySpeed(network);
  return (writers, readers) =>
    writers.some((writer) => readers.some((reader) => reachesAtAnySpeed(reachable, writer, reader)));
}

function legsByItem(
  journey: Journey,
  network: SystemNetwork,
  listed: ReadonlyMap<string, Items>,
): Map<string, Leg[]> {
  const legs = new Map<string, Leg[]>();
  for (const flow of journey.dataFlows.all) {
    const from = network.indexOf.get(flow.from ?? '');
    const to = network.indexOf.get(flow.to ?? '');
    if (from === undefined || to === undefined || from === to || !isLiveFlow(flow)) continue;
    for (const item of listed.get(flow.id) ?? []) {
      const known = legs.get(item);
      if (known) known.push({ from, to });
      else legs.set(item, [{ from, to }]);
    }
  }
  return legs;
}

function itemsOf(journey: Journey, flow: DataFlow): Items {
  const items = flow.dataObjects.filter((item) => journey.dataObjects.byId.has(item));
  return items.length === 0 ? null : new Set(items);
}
