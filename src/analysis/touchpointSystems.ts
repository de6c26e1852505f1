import type { Journey } from '../model/resolve';
import { flowExists, type Reality } from './liveness';
import type { Numbering } from './numbering';
import type { SystemNetwork } from './systemNetwork';

/** The systems a touchpoint works with, as numbers of the network in ascending order. Both empty when it has none. */
export interface TouchpointSystems {
  /** Where what becomes known here is held: W in model.md. */
  readonly writers: readonly number[];
  /** What is looked into here: R in model.md. */
  readonly readers: readonly number[];
}

/** Finds a touchpoint's systems by its id. */
export type SystemsOfTouchpoint = (touchpoint: string) => TouchpointSystems;

/** The systems of touchpoints that were looked at, and what to look at again after a change. */
export interface TouchpointSystemsIndex {
  readonly of: SystemsOfTouchpoint;
  /** The same by the touchpoint's number. */
  at(touchpoint: number): TouchpointSystems;
  /** The same for another journey whose systems have the same numbers, with these touchpoints to be looked at again. */
  after(journey: Journey, network: SystemNetwork, touchpoints: ReadonlySet<string>): TouchpointSystemsIndex;
}

/**
 * The systems of touchpoints in one reality. A usage without access reads and writes; a flow from a touchpoint into a
 * system is a write, one from a system to a touchpoint a read (CON-2, CON-3). Each touchpoint is looked at once.
 *
 * @param known those that were looked at, by number
 */
export function systemsOfTouchpoints(
  journey: Journey,
  network: SystemNetwork,
  reality: Reality,
  numbers: Numbering,
  known: (TouchpointSystems | undefined)[] = [],
): TouchpointSystemsIndex {
  const at = (touchpoint: number): TouchpointSystems =>
    (known[touchpoint] ??= collect(journey, network, reality, numbers.idOf(touchpoint)));
  return {
    at,
    of: (touchpoint) => at(numbers.of(touchpoint)),
    after(next, nextNetwork, touchpoints) {
      const still = known.slice();
      for (const touchpoint of touchpoints) still[numbers.of(touchpoint)] = undefined;
      return systemsOfTouchpoints(next, nextNetwork, reality, numbers, still);
    },
  };
}

function collect(
  journey: Journey,
  network: SystemNetwork,
  reality: Reality,
  touchpoint: string,
): TouchpointSystems {
  const { usagesByTouchpoint, flowsFrom, flowsTo } = journey.relations;
  const usages = usagesByTouchpoint.get(touchpoint) ?? nothing;
  const hasFlows = network.otherEnds.has(touchpoint);
  const leaving = (hasFlows && flowsFrom.get(touchpoint)) || nothing;
  const arriving = (hasFlows && flowsTo.get(touchpoint)) || nothing;
  if (usages.length + leaving.length + arriving.length === 0) return noSystems;
  const all: number[] = [];
  let writing: number[] = [];
  let reading: number[] = [];
  const add = (system: string | null, writes: boolean, reads: boolean): void => {
    const index = system === null ? undefined : network.indexOf.get(system);
    if (index === undefined) return;
    addTo(all, index);
    if (writes) addTo(writing, index);
    if (reads) addTo(reading, index);
  };
  for (const { system, access } of usages) add(system, access !== 'reads', access !== 'writes');
  for (const flow of leaving) if (flowExists(flow, reality)) add(flow.to, true, false);
  for (const flow of arriving) if (flowExists(flow, reality)) add(flow.from, false, true);
  // One list serves for both where it says the same: there are as many of these as touchpoints.
  if (writing.length === 0 || writing.length === all.length) writing = all;
  if (reading.length === 0 || reading.length === all.length) reading = all;
  return { writers: writing, readers: reading };
}

const nothing: readonly never[] = [];
const noSystems: TouchpointSystems = { writers: nothing, readers: nothing };

/** Adds a number in its place; a touchpoint has a handful of systems. */
function addTo(numbers: number[], number: number): void {
  let place = numbers.length;
  while (place > 0 && (numbers[place - 1] ?? 0) > number) place--;
  if (numbers[place - 1] !== number) numbers.splice(place, 0, number);
}
