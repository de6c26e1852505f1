import type { RecordRef } from '../model/kinds';
import type { DataFlow } from '../model/records/dataFlow';
import type { Touchpoint } from '../model/records/touchpoint';
import type { Journey } from '../model/resolve';
import { mayCarry } from './impact';
import { isLiveFlow, isLiveSystem } from './liveness';

/** A system that holds a data object, how it got there, and where it goes from there. */
export interface Holder {
  readonly system: string;
  /** Hops from where it is captured; 0 where a capturing touchpoint writes it. */
  readonly distance: number;
  readonly isSystemOfRecord: boolean;
  /** Live flows that bring it here from other holders or touchpoints. */
  readonly arrivesBy: readonly string[];
  /** Live flows that carry it on. */
  readonly leavesBy: readonly string[];
}

/** Where a data object comes from and where it goes, along the journey. */
export interface Lineage {
  readonly item: string;
  /** Touchpoints that capture it, in the order of the journey: the first is the first capture. */
  readonly capturedAt: readonly string[];
  /** Touchpoints that need it, in the order of the journey: the last is the last use. */
  readonly neededAt: readonly string[];
  /** From the first capture or use to the last, on the timeline; null when it is neither captured nor needed. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** Nearest to where it is captured first, then by the order of systems. */
  readonly holders: readonly Holder[];
  /** Everything it touches, for lighting it up. */
  readonly records: readonly RecordRef[];
}

/**
 * The way of a data object from its first capture to its last use (LIN-1, LIN-2): from the touchpoints that capture it
 * into the systems these write, and on over live flows that list it (or, from a system that holds it to one that is read
 * where it is needed, list nothing). Null when there is no such data object.
 */
export function lineageOf(journey: Journey, item: string): Lineage | null {
  const record = journey.dataObjects.byId.get(item);
  if (!record) return null;
  const captured = journey.touchpoints.all.filter(({ dataCaptured }) => dataCaptured.includes(item));
  const needed = journey.touchpoints.all.filter(({ dataNeeded }) => dataNeeded.includes(item));
  const distances = spread(journey, item, captured);
  if (record.systemOfRecord !== null && journey.systems.byId.has(record.systemOfRecord))
    if (!distances.has(record.systemOfRecord)) distances.set(record.systemOfRecord, 0);
  const carries = (flow: DataFlow): boolean => isLiveFlow(flow) && mayCarry(journey, flow.dataObjects, item);
  const flowIds = (flows: readonly DataFlow[] | undefined, end: 'from' | 'to'): readonly string[] =>
    (flows ?? [])
      .filter((flow) => carries(flow) && isReached(journey, flow[end], distances))
      .map(({ id }) => id);
  const holders = journey.systems.all
    .filter(({ id }) => distances.has(id))
    .map(({ id }) => ({
      system: id,
      distance: distances.get(id) ?? 0,
      isSystemOfRecord: id === record.systemOfRecord,
      arrivesBy: flowIds(journey.relations.flowsTo.get(id), 'from'),
      leavesBy: flowIds(journey.relations.flowsFrom.get(id), 'to'),
    }))
    .sort((a, b) => a.distance - b.distance);
  const places = [...captured, ...needed].map(({ at }) => at);
  const flows = new Set(holders.flatMap(({ arrivesBy, leavesBy }) => [...arrivesBy, ...leavesBy]));
  const touchpoints = new Set([...captured, ...needed].map(({ id }) => id));
  return {
    item,
    capturedAt: captured.map(({ id }) => id),
    neededAt: needed.map(({ id }) => id),
    span: places.length === 0 ? null : { start: Math.min(...places), end: Math.max(...places) },
    holders,
    records: [
      { kind: 'dataObjects', id: item },
      ...[...touchpoints].map((id): RecordRef => ({ kind: 'touchpoints', id })),
      ...holders.map(({ system }): RecordRef => ({ kind: 'systems', id: system })),
      ...[...flows].map((id): RecordRef => ({ kind: 'dataFlows', id })),
    ],
  };
}

/** How far from its capture each live system has the item. */
function spread(journey: Journey, item: string, captured: readonly Touchpoint[]): Map<string, number> {
  const { usagesByTouchpoint, flowsFrom } = journey.relations;
  const distances = new Map<string, number>();
  const reach = (system: string | null, distance: number): void => {
    const record = journey.systems.byId.get(system ?? '');
    if (record && isLiveSystem(record) && !distances.has(record.id)) distances.set(record.id, distance);
  };
  for (const { id } of captured) {
    const usages = usagesByTouchpoint.get(id) ?? [];
    const writes = usages.filter(({ access }) => access !== 'reads');
    for (const { system } of writes.length > 0 ? writes : usages) reach(system, 0);
    for (const flow of flowsFrom.get(id) ?? [])
      if (isLiveFlow(flow) && mayCarry(journey, flow.dataObjects, item)) reach(flow.to, 0);
  }
  // A map that grows while it is walked is walked to its end, in the order in which it grew.
  for (const [system, distance] of distances) {
    for (const flow of flowsFrom.get(system) ?? [])
      if (isLiveFlow(flow) && mayCarry(journey, flow.dataObjects, item)) reach(flow.to, distance + 1);
  }
  return distances;
}

function isReached(journey: Journey, end: string | null, distances: ReadonlyMap<string, number>): boolean {
  return end !== null && (distances.has(end) || journey.touchpoints.byId.has(end));
}
