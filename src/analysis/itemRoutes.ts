import type { DataFlow } from '../model/records/dataFlow';
import type { Journey } from '../model/resolve';
import { isLiveFlow } from './liveness';
import type { World } from './world';

/** Whether an item known at one touchpoint arrives at another; null when one of them has no live system. */
export type ItemArrives = (item: string, from: string, to: string) => boolean | null;

interface Inflow {
  readonly from: number;
  /** The items it carries; null carries any. */
  readonly items: ReadonlySet<string> | null;
}

/**
 * Tells whether items arrive (CON-12): by a route of whatever speed whose every flow carries the item. A flow that
 * lists no item (or only ones that are gone) carries any.
 */
export function itemRoutes(journey: Journey, world: World): ItemArrives {
  const inflows = inflowsOf(journey, world);
  const listsItems = inflows.some((flows) => flows?.some((flow) => flow.items !== null));
  /** By item and readers: every system from which the item gets there. */
  const sources = new Map<string, ReadonlySet<number>>();

  const sourcesOf = (item: string, readers: Int32Array): ReadonlySet<number> => {
    const key = `${item} ${readers.join()}`;
    const known = sources.get(key);
    if (known) return known;
    const found = new Set<number>(readers);
    for (const system of found) {
      for (const { from, items } of inflows[system] ?? [])
        if (items === null || items.has(item)) found.add(from);
    }
    sources.set(key, found);
    return found;
  };

  return (item, from, to) => {
    const { writers } = world.systemsOf(from);
    const { readers } = world.systemsOf(to);
    if (writers.length === 0 || readers.length === 0) return null;
    if (writers.some((writer) => readers.includes(writer))) return true;
    if (world.rankBetween(from, to) === null) return false;
    if (!listsItems) return true;
    const reached = sourcesOf(item, readers);
    return writers.some((writer) => reached.has(writer));
  };
}

function inflowsOf(journey: Journey, world: World): readonly (readonly Inflow[] | undefined)[] {
  const inflows: Inflow[][] = [];
  for (const flow of journey.dataFlows.all) {
    const from = world.network.indexOf.get(flow.from ?? '');
    const to = world.network.indexOf.get(flow.to ?? '');
    if (from === undefined || to === undefined || from === to || !isLiveFlow(flow)) continue;
    (inflows[to] ??= []).push({ from, items: itemsOf(journey, flow) });
  }
  return inflows;
}

function itemsOf(journey: Journey, flow: DataFlow): ReadonlySet<string> | null {
  const items = flow.dataObjects.filter((item) => journey.dataObjects.byId.has(item));
  return items.length === 0 ? null : new Set(items);
}
