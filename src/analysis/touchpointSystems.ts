import type { UsageAccess } from '../model/records/usage';
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
  const systems: Collected = { all: nothing, writing: nothing, reading: nothing };
  for (const { system, access } of usages) add(systems, network, system, access);
  for (const flow of leaving) if (flowExists(flow, reality)) add(systems, network, flow.to, 'writes');
  for (const flow of arriving) if (flowExists(flow, reality)) add(systems, network, flow.from, 'reads');
  const { all, writing, reading } = systems;
  // One list serves for both where it says the same: there are as many of these as touchpoints.
  return {
    writers: writing.length === 0 || writing.length === all.length ? all : writing,
    readers: reading.length === 0 || reading.length === all.length ? all : reading,
  };
}

interface Collected {
  all: readonly number[];
  writing: readonly number[];
  reading: readonly number[];
}

/** @param access null: both */
function add(
  systems: Collected,
  network: SystemNetwork,
  system: string | null,
  access: UsageAccess | null,
): void {
  const index = system === null ? undefined : network.indexOf.get(system);
  if (index === undefined) return;
  systems.all = withNumber(systems.all, index);
  if (access !== 'reads') systems.writing = withNumber(systems.writing, index);
  if (access !== 'writes') systems.reading = withNumber(systems.reading, index);
}

const nothing: readonly never[] = [];
const noSystems: TouchpointSystems = { writers: nothing, readers: nothing };

/**
 * The numbers with one more in its place. A touchpoint has a handful of systems and there are many touchpoints: lists are
 * made anew in the length that they have, because one that grows keeps room for more.
 */
function withNumber(numbers: readonly number[], number: number): readonly number[] {
  if (numbers.includes(number)) return numbers;
  if (numbers.length === 0) return [number];
  if (numbers.length === 1) {
    const [first = 0] = numbers;
    return first < number ? [first, number] : [number, first];
  }
  return [...numbers, number].sort((a, b) => a - b);
}
