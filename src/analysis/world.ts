import type { Journey } from '../model/resolve';
import { pathFinder, type PathFinder } from './bestPath';
import type { Reality } from './liveness';
import { bestRank, reachability, type Reachability } from './reachability';
import { systemNetwork, type SystemNetwork } from './systemNetwork';
import { systemsOfTouchpoints, type SystemsOfTouchpoint } from './touchpointSystems';

/** Everything about systems and flows that all transitions share, in one reality. */
export interface World {
  readonly network: SystemNetwork;
  readonly reachable: Reachability;
  readonly systemsOf: SystemsOfTouchpoint;
  readonly findPath: PathFinder;
  /** Rank of the best route's slowest hop from what holds A's data to what B looks into; null without a route. */
  rankBetween(from: string, to: string): number | null;
}

/** Makes the shared part once per analysis. */
export function makeWorld(journey: Journey, reality: Reality): World {
  const network = systemNetwork(journey, reality);
  const reachable = reachability(network);
  const systemsOf = systemsOfTouchpoints(journey, network, reality);
  return {
    network,
    reachable,
    systemsOf,
    findPath: pathFinder(network),
    rankBetween: (from, to) => bestRank(reachable, systemsOf(from).writers, systemsOf(to).readers),
  };
}
