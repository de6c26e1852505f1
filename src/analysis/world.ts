import type { DataFlow } from '../model/records/dataFlow';
import type { Journey } from '../model/resolve';
import { pathFinder, type PathFinder } from './bestPath';
import { compareByName } from './compareByName';
import { changedRecords, type Keeper, keeper, type Slots } from './keep';
import type { Reality } from './liveness';
import { numbering, type Numbering } from './numbering';
import { reachability, type Reachability } from './reachability';
import { systemNetwork, type SystemNetwork } from './systemNetwork';
import {
  systemsOfTouchpoints,
  type SystemsOfTouchpoint,
  type TouchpointSystems,
  type TouchpointSystemsIndex,
} from './touchpointSystems';

/** Everything about systems and flows that all transitions share, in one reality. */
export interface World {
  readonly network: SystemNetwork;
  readonly reachable: Reachability;
  /** Touchpoints as numbers; the same ones in every world that is kept from one to the next. */
  readonly touchpoints: Numbering;
  /** The same object while the systems of no touchpoint changed. */
  readonly systemsOf: SystemsOfTouchpoint;
  /** The same by the touchpoint's number. */
  readonly systemsAt: (touchpoint: number) => TouchpointSystems;
  /** If `systemsOf` is another one than in the analysis before: at which touchpoints it may differ; null for all. */
  readonly touched: ReadonlySet<string> | null;
  readonly findPath: PathFinder;
}

interface Between {
  readonly network: SystemNetwork;
  readonly reachable: Reachability;
  readonly findPath: PathFinder;
}

interface Ends {
  readonly journey: Journey;
  readonly index: TouchpointSystemsIndex;
  readonly network: SystemNetwork;
  readonly touched: ReadonlySet<string> | null;
}

/** Makes the shared part once per analysis; what an edit does not touch is taken over from the one before. */
export function makeWorld(journey: Journey, reality: Reality, kept: Keeper = keeper(undefined)): World {
  const lifecycles = kept.facet(
    `${reality} systems`,
    journey.systems.all,
    (a, b) => a.id === b.id && a.lifecycle === b.lifecycle,
  );
  // Names count by their order alone: a new name that leaves a system in its place changes nothing.
  const order = kept.keep<readonly string[]>(`${reality} order`, [journey.systems.all], (before) =>
    orderOfNames(journey, before),
  );
  const flows = kept.facet(`${reality} flows`, journey.dataFlows.all, isSameRoute);
  const { network, reachable, findPath } = kept.keep<Between>(
    `${reality} network`,
    [lifecycles, order, flows],
    () => {
      const made = systemNetwork(journey, reality);
      return { network: made, reachable: reachability(made), findPath: pathFinder(made) };
    },
  );
  const touchpoints = kept.keep<Numbering>(`${reality} touchpoints`, [], numbering);
  const { index, touched } = kept.keep<Ends>(
    `${reality} ends`,
    [lifecycles, order, flows, journey.usages, journey.touchpoints.byId.size],
    (before) => endsAfter(before, journey, network, touchpoints, reality),
  );
  return {
    network,
    reachable,
    touchpoints,
    systemsOf: index.of,
    systemsAt: index.at,
    touched,
    findPath,
  };
}

/** What was made for those who ask about single records, by the flows it was made of. */
const asked = new WeakMap<Journey['dataFlows'], Slots>();

/**
 * The world of what is live for a question about one record, apart from the analysis, which may have been made elsewhere.
 * It is kept for the next question as long as no flow changes.
 */
export function worldToAsk(journey: Journey): World {
  const kept = keeper(asked.get(journey.dataFlows));
  const world = makeWorld(journey, 'now', kept);
  asked.set(journey.dataFlows, kept.slots);
  return world;
}

function orderOfNames(journey: Journey, before: readonly string[] | undefined): readonly string[] {
  const ids = journey.systems.all.toSorted(compareByName).map(({ id }) => id);
  return before && isSameList(before, ids) ? before : ids;
}

/** Looks again only at the touchpoints whose usages or flows changed, as long as systems keep their numbers. */
function endsAfter(
  before: Ends | undefined,
  journey: Journey,
  network: SystemNetwork,
  touchpoints: Numbering,
  reality: Reality,
): Ends {
  const isKept = before !== undefined && hasSameNumbers(before.network, network);
  if (!isKept) {
    const index = systemsOfTouchpoints(journey, network, reality, touchpoints);
    return { journey, network, index, touched: null };
  }
  const touched = new Set<string>();
  for (const { touchpoint } of changedRecords(before.journey.usages.all, journey.usages.all))
    if (touchpoint !== null) touched.add(touchpoint);
  for (const { from, to } of changedRecords(before.journey.dataFlows.all, journey.dataFlows.all))
    for (const end of [from, to]) if (end !== null && !network.indexOf.has(end)) touched.add(end);
  if (touched.size === 0) return { ...before, journey };
  return { journey, network, index: before.index.after(journey, network, touched), touched };
}

/** Whether the same systems have the same numbers in both. */
export function hasSameNumbers(a: SystemNetwork, b: SystemNetwork): boolean {
  return a === b || isSameList(a.ids, b.ids);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** Whether two flows make the same hop, or the same reading or writing at a touchpoint. */
export function isSameRoute(a: DataFlow, b: DataFlow): boolean {
  return (
    a.id === b.id &&
    a.from === b.from &&
    a.to === b.to &&
    a.status === b.status &&
    a.pattern === b.pattern &&
    a.latency === b.latency
  );
}
