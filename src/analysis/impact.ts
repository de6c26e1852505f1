import type { Kind, RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
import { isLiveFlow } from './liveness';

/** A record that depends on the one asked about. */
export interface Dependent extends RecordRef {
  /** How many steps away: relations followed (a usage or a flow is one). */
  readonly distance: number;
  /** The way there, from what was asked about to this record, both included. Flows on the way are named. */
  readonly path: readonly RecordRef[];
}

/** A KPI of a touchpoint that depends. */
export interface DependentKpi {
  readonly touchpoint: string;
  readonly kpi: string;
  readonly name: string;
  readonly distance: number;
}

/** What depends on a record, each list nearest first, then in the order of the journey. */
export interface Dependents {
  readonly touchpoints: readonly Dependent[];
  readonly systems: readonly Dependent[];
  readonly flows: readonly Dependent[];
  readonly dataObjects: readonly Dependent[];
  readonly personas: readonly Dependent[];
  readonly kpis: readonly DependentKpi[];
}

/** Kinds of records one can ask about. */
export type ImpactKind = 'touchpoints' | 'systems' | 'dataFlows' | 'parties' | 'dataObjects';

interface Visit {
  readonly ref: RecordRef;
  readonly distance: number;
  readonly from: Visit | null;
}

/**
 * What depends on a system, flow, party, data object or touchpoint (IMP-1 … IMP-5): from a system along live flows to systems and
 * touchpoints, and to the touchpoints that use them; from a flow to what it feeds; from a party to what it is accountable
 * for; from a data object to where it is needed, along the flows that may carry it; from a touchpoint to what it captures
 * and where that is needed. Shortest ways; loops end the search.
 */
export function dependentsOf(
  journey: Journey,
  ref: { readonly kind: ImpactKind; readonly id: string },
): Dependents {
  const visits = new Map<string, Visit>();
  if (!journey[ref.kind].byId.has(ref.id)) return collect(journey, ref.id, visits);
  const item = ref.kind === 'dataObjects' ? ref.id : null;
  const queue: Visit[] = [];
  const visit = (kind: Kind, id: string | null, from: Visit | null): void => {
    if (id === null || visits.has(id)) return;
    const made = { ref: { kind, id }, distance: from === null ? 0 : from.distance + 1, from };
    visits.set(id, made);
    queue.push(made);
  };
  visit(ref.kind, ref.id, null);
  if (ref.kind === 'touchpoints')
    for (const next of fromCaptures(journey, ref.id)) visit(next.kind, next.id, queue[0] ?? null);
  for (const one of queue) for (const next of onward(journey, one.ref, item)) visit(next.kind, next.id, one);
  return collect(journey, ref.id, visits);
}

/** Where impact goes on from a record. */
function onward(journey: Journey, { kind, id }: RecordRef, item: string | null): readonly RecordRef[] {
  switch (kind) {
    case 'systems':
      return fromSystem(journey, id, item);
    case 'dataFlows': {
      const { to = null } = journey.dataFlows.byId.get(id) ?? {};
      return to === null ? [] : [endRef(journey, to)];
    }
    case 'parties':
      return (journey.relations.assignmentsByParty.get(id) ?? [])
        .filter(({ role }) => role === 'accountable')
        .flatMap(({ subject }) => subjectRef(journey, subject));
    case 'dataObjects':
      return id === item ? fromItem(journey, id) : neededAt(journey, id);
    default:
      return [];
  }
}

function fromSystem(journey: Journey, id: string, item: string | null): readonly RecordRef[] {
  const { usagesBySystem, flowsFrom } = journey.relations;
  const users = (usagesBySystem.get(id) ?? []).flatMap(({ touchpoint }): RecordRef[] => {
    const user = journey.touchpoints.byId.get(touchpoint ?? '');
    // An item is missed only where it is needed.
    if (!user || (item !== null && !user.dataNeeded.includes(item))) return [];
    return [{ kind: 'touchpoints', id: user.id }];
  });
  const flows = (flowsFrom.get(id) ?? [])
    .filter((flow) => isLiveFlow(flow) && (item === null || mayCarry(journey, flow.dataObjects, item)))
    .map((flow): RecordRef => ({ kind: 'dataFlows', id: flow.id }));
  return [...users, ...flows];
}

/** What becomes known at a touchpoint. */
function fromCaptures(journey: Journey, id: string): readonly RecordRef[] {
  const captured = journey.touchpoints.byId.get(id)?.dataCaptured ?? [];
  return captured
    .filter((item) => journey.dataObjects.byId.has(item))
    .map((item) => ({ kind: 'dataObjects', id: item }));
}

function neededAt(journey: Journey, item: string): readonly RecordRef[] {
  return journey.touchpoints.all
    .filter(({ dataNeeded }) => dataNeeded.includes(item))
    .map(({ id }) => ({ kind: 'touchpoints', id }));
}

/** A data object is missed where it is needed; it travels from its system of record and from where it is captured. */
function fromItem(journey: Journey, id: string): readonly RecordRef[] {
  const item = journey.dataObjects.byId.get(id);
  const record = item?.systemOfRecord ?? null;
  const carrying = journey.dataFlows.all.filter((flow) => isLiveFlow(flow) && flow.dataObjects.includes(id));
  return [
    ...neededAt(journey, id),
    ...(record !== null && journey.systems.byId.has(record)
      ? [{ kind: 'systems', id: record } as const]
      : []),
    ...carrying.map((flow): RecordRef => ({ kind: 'dataFlows', id: flow.id })),
  ];
}

/** Whether a flow carries an item: it lists it, or lists nothing that still exists. */
export function mayCarry(journey: Journey, listed: readonly string[], item: string): boolean {
  return listed.includes(item) || !listed.some((id) => journey.dataObjects.byId.has(id));
}

function endRef(journey: Journey, id: string): RecordRef {
  return { kind: journey.systems.byId.has(id) ? 'systems' : 'touchpoints', id };
}

function subjectRef(journey: Journey, subject: string | null): readonly RecordRef[] {
  if (subject === null) return [];
  for (const kind of ['touchpoints', 'systems', 'dataFlows', 'dataObjects'] as const)
    if (journey[kind].byId.has(subject)) return [{ kind, id: subject }];
  return [];
}

function collect(journey: Journey, start: string, visits: ReadonlyMap<string, Visit>): Dependents {
  const of = (kind: Kind): readonly Dependent[] =>
    journey[kind].all
      .map(({ id }) => visits.get(id))
      .filter((one) => one !== undefined && one.ref.kind === kind && one.ref.id !== start)
      .map((one) => dependent(one as Visit))
      .sort((a, b) => a.distance - b.distance);
  const touchpoints = of('touchpoints');
  return {
    touchpoints,
    systems: of('systems'),
    flows: of('dataFlows'),
    dataObjects: of('dataObjects'),
    personas: personasOf(journey, touchpoints),
    kpis: touchpoints.flatMap(({ id, distance }) =>
      (journey.touchpoints.byId.get(id)?.kpis ?? []).map(({ id: kpi, name }) => ({
        touchpoint: id,
        kpi,
        name,
        distance,
      })),
    ),
  };
}

function dependent({ ref, distance, from }: Visit): Dependent {
  const path = [ref];
  for (let before = from; before !== null; before = before.from) path.push(before.ref);
  return { ...ref, distance, path: path.reverse() };
}

/** A touchpoint that says nothing of personas is everybody's. */
function personasOf(journey: Journey, touchpoints: readonly Dependent[]): readonly Dependent[] {
  const found = new Map<string, Dependent>();
  for (const { id, distance, path } of touchpoints) {
    const named = (journey.touchpoints.byId.get(id)?.personas ?? []).filter((one) =>
      journey.personas.byId.has(one),
    );
    for (const persona of named.length > 0 ? named : journey.personas.all.map((one) => one.id)) {
      if (found.has(persona)) continue;
      const ref = { kind: 'personas', id: persona } as const;
      found.set(persona, { ...ref, distance: distance + 1, path: [...path, ref] });
    }
    if (found.size === journey.personas.all.length) break;
  }
  return [...found.values()];
}
