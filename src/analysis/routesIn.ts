import type { Route } from './verdict';
import type { World } from './world';

/** Finds the best route (CON-9) from some systems to others, all numbers of the network, over hops of at most a rank. */
export type RouteFinder = (
  writers: readonly number[],
  readers: readonly number[],
  rank: number,
) => Route | null;

/** The best routes of a world. */
export function routesIn({ network, findPath }: Pick<World, 'network' | 'findPath'>): RouteFinder {
  return (writers, readers, rank) => {
    const path = findPath(writers, readers, rank);
    return (
      path && {
        systems: path.systems.map((system) => network.ids[system] ?? ''),
        flows: path.flows.map((flow) => network.flows[flow] ?? ''),
      }
    );
  };
}
