import type { Journey } from '../model/resolve';
import { flowExists, type Reality } from './liveness';
import type { SystemNetwork } from './systemNetwork';

/** The systems a touchpoint works with, as numbers of the network in ascending order. Both empty when it has none. */
export interface TouchpointSystems {
  /** Where what becomes known here is held: W in model.md. */
  readonly writers: readonly number[];
  /** What is looked into here: R in model.md. */
  readonly readers: readonly number[];
  /** Equal for equal sets of writers, and of readers: what is found for one holds for the other. */
  readonly writersKey: string;
  readonly readersKey: string;
}

/** Finds a touchpoint's systems by its id. */
export type SystemsOfTouchpoint = (touchpoint: string) => TouchpointSystems;

/**
 * The systems of touchpoints in one reality. A usage without access reads and writes; a flow from a touchpoint into a
 * system is a write, one from a system to a touchpoint a read (CON-2, CON-3). Each touchpoint is looked at once.
 */
export function systemsOfTouchpoints(
  journey: Journey,
  network: SystemNetwork,
  reality: Reality,
): SystemsOfTouchpoint {
  const known = new Map<string, TouchpointSystems>();
  return (touchpoint) => {
    let systems = known.get(touchpoint);
    if (!systems) {
      systems = collect(journey, network, reality, touchpoint);
      known.set(touchpoint, systems);
    }
    return systems;
  };
}

function collect(
  journey: Journey,
  network: SystemNetwork,
  reality: Reality,
  touchpoint: string,
): TouchpointSystems {
  const { usagesByTouchpoint, flowsFrom, flowsTo } = journey.relations;
  const all = new Set<number>();
  const writing = new Set<number>();
  const reading = new Set<number>();
  const add = (system: string | null, writes: boolean, reads: boolean): void => {
    const index = system === null ? undefined : network.indexOf.get(system);
    if (index === undefined) return;
    all.add(index);
    if (writes) writing.add(index);
    if (reads) reading.add(index);
  };
  for (const usage of usagesByTouchpoint.get(touchpoint) ?? []) {
    add(usage.system, usage.access !== 'reads', usage.access !== 'writes');
  }
  for (const flow of flowsFrom.get(touchpoint) ?? [])
    if (flowExists(flow, reality)) add(flow.to, true, false);
  for (const flow of flowsTo.get(touchpoint) ?? [])
    if (flowExists(flow, reality)) add(flow.from, false, true);
  const writers = sorted(writing.size > 0 ? writing : all);
  const readers = sorted(reading.size > 0 ? reading : all);
  return { writers, readers, writersKey: writers.join(), readersKey: readers.join() };
}

function sorted(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}
