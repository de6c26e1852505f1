import type { DataFlow } from '../model/records/dataFlow';
import type { Journey } from '../model/resolve';
import { isLiveFlow } from './liveness';
import { reachabilityAtAnySpeed, reachesAtAnySpeed } from './reachability';
import { noSystem, systemNetwork, type SystemNetwork } from './systemNetwork';

/** Whether an item gets from one of some systems to one of others (CON-12). */
export type ItemReaches = (item: string, from: readonly number[], to: readonly number[]) => boolean;

/** The items a flow carries; null carries any. */
type Items = readonly string[] | null;

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
  const listed = journey.dataFlows.all.map((flow) => itemsOf(journey, flow));
  const isAnyFlow = (_: DataFlow, place: number): boolean => listed[place] === null;
  const forAnyItem = listed.includes(null)
    ? reachabilityAtAnySpeed(systemNetwork(journey, 'now', isAnyFlow))
    : null;
  const hops = (from: number, to: number): boolean =>
    from === to || (forAnyItem !== null && reachesAtAnySpeed(forAnyItem, from, to));
  const legsOf = legsByItem(journey, network, listed);
  const byItem = new Map<string, Reaches>();
  return (item, from, to) => {
    let reaches = byItem.get(item);
    if (!reaches) {
      const legs = legsOf.get(item) ?? [];
      reaches = legs.length <= fewFlows ? overLegs(hops, legs) : overOwnClosure(journey, item, listed);
      byItem.set(item, reaches);
    }
    return reaches(from, to);
  };
}

/** Routes that change between flows that carry any item and the few that list this one. */
function overLegs(hops: (from: number, to: number) => boolean, legs: readonly Leg[]): Reaches {
  return (writers, readers) => {
    const reached = [...writers];
    let untaken = legs;
    for (const system of reached) {
      for (const reader of readers) if (hops(system, reader)) return true;
      const taken = untaken.filter((leg) => hops(system, leg.from));
      if (taken.length === 0) continue;
      for (const { to } of taken) reached.push(to);
      untaken = untaken.filter((leg) => !taken.includes(leg));
    }
    return false;
  };
}

function overOwnClosure(journey: Journey, item: string, listed: readonly Items[]): Reaches {
  const network = systemNetwork(journey, 'now', (_, place) => listed[place]?.includes(item) ?? true);
  const reachable = reachabilityAtAnySpeed(network);
  return (writers, readers) =>
    writers.some((writer) => readers.some((reader) => reachesAtAnySpeed(reachable, writer, reader)));
}

function legsByItem(
  journey: Journey,
  { flowFrom, flowTo }: SystemNetwork,
  listed: readonly Items[],
): Map<string, Leg[]> {
  const legs = new Map<string, Leg[]>();
  journey.dataFlows.all.forEach((flow, place) => {
    const from = flowFrom[place] ?? noSystem;
    const to = flowTo[place] ?? noSystem;
    if (from === noSystem || to === noSystem || from === to || !isLiveFlow(flow)) return;
    for (const item of listed[place] ?? []) {
      const known = legs.get(item);
      if (known) known.push({ from, to });
      else legs.set(item, [{ from, to }]);
    }
  });
  return legs;
}

/** Most lists name nothing that is gone: they are taken as they are. */
function itemsOf(journey: Journey, { dataObjects }: DataFlow): Items {
  const isThere = (item: string): boolean => journey.dataObjects.byId.has(item);
  const items = dataObjects.every(isThere) ? dataObjects : dataObjects.filter(isThere);
  return items.length === 0 ? null : items;
}
