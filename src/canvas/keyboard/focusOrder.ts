import type { Geometry } from '../../layout/geometry';
import type { RecordRef } from '../../model/kinds';
import type { Note } from '../../model/records/note';
import type { Stage } from '../../model/records/stage';
import type { Touchpoint } from '../../model/records/touchpoint';
import { stagesAt, type Journey } from '../../model/resolve';

/** Where an arrow key leads: left and right along the journey, up and down through what hangs on one touchpoint. */
export type FocusDirection = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** A record with the keyboard, and the touchpoint whose stages, systems and flows up and down lead through. */
export interface FocusPlace {
  readonly record: RecordRef;
  readonly anchor: string | null;
}

/** The place an arrow key leads to; null when there is none in that direction. */
export function moveFocus(
  journey: Journey,
  geometry: Geometry,
  from: FocusPlace,
  direction: FocusDirection,
): FocusPlace | null {
  const anchor = anchorOf(journey, from);
  if (direction === 'up' || direction === 'down') {
    const column = anchor === null ? [from.record] : columnOf(journey, geometry, anchor);
    const place = column.findIndex(({ id }) => id === from.record.id);
    const record = column[direction === 'up' ? place - 1 : place + 1];
    return record && place >= 0 ? { record, anchor } : null;
  }
  if (from.record.kind === 'transitions' && (direction === 'left' || direction === 'right')) {
    const transition = journey.transitions.byId.get(from.record.id);
    const end = direction === 'left' ? transition?.from : transition?.to;
    return end ? touchpointPlace(end) : null;
  }
  const row = rowOf(journey, geometry, from.record.kind);
  const place = row.findIndex(({ id }) => id === from.record.id);
  const next = { left: place - 1, right: place + 1, first: 0, last: row.length - 1 }[direction];
  const record = row[next];
  if (!record || record.id === from.record.id) return null;
  return record.kind === 'touchpoints' ? touchpointPlace(record.id) : { record, anchor: null };
}

/**
 * Where an arrow key leads from a record that was deleted under the keyboard (KEY-4): to the next one of its kind that way
 * along the timeline, else to the nearest. What has no place on the timeline leads to where the keyboard begins.
 */
export function goOnFrom(journey: Journey, gone: RecordRef, direction: FocusDirection): FocusPlace | null {
  const { kind, id } = gone;
  if (kind !== 'touchpoints' && kind !== 'stages' && kind !== 'notes') return firstFocus(journey);
  const stored = journey.tables[kind].get(id);
  const row = alongTimeline(journey, kind);
  if (!stored || row.length === 0) return firstFocus(journey);
  const place = startOf(stored);
  const before = row.findLast((record) => startOf(record) <= place);
  const after = row.find((record) => startOf(record) >= place);
  const goesBack = direction === 'left' || direction === 'up';
  const next = {
    first: row[0],
    last: row.at(-1),
    nearest: goesBack ? (before ?? after) : (after ?? before),
  }[direction === 'first' || direction === 'last' ? direction : 'nearest'];
  if (!next) return firstFocus(journey);
  return kind === 'touchpoints' ? touchpointPlace(next.id) : { record: { kind, id: next.id }, anchor: null };
}

/** Where a record of the canvas begins on the timeline. */
function startOf(record: { readonly at: number } | { readonly start: number }): number {
  return 'at' in record ? record.at : record.start;
}

function alongTimeline(
  journey: Journey,
  kind: 'touchpoints' | 'stages' | 'notes',
): readonly (Touchpoint | Stage | Note)[] {
  return [...journey[kind].all].sort((a, b) => startOf(a) - startOf(b));
}

/** Where the keyboard begins in a map. */
export function firstFocus(journey: Journey): FocusPlace | null {
  const [first] = journey.touchpoints.all;
  if (first) return touchpointPlace(first.id);
  for (const kind of ['systems', 'stages', 'notes'] as const) {
    const [record] = journey[kind].all;
    if (record) return { record: { kind, id: record.id }, anchor: null };
  }
  return null;
}

/** The next section below or above: stages, touchpoints, systems, notes; sections without anything are passed over. */
export function moveSection(
  journey: Journey,
  geometry: Geometry,
  from: FocusPlace,
  step: 1 | -1,
): FocusPlace | null {
  const order = ['stages', 'touchpoints', 'systems', 'notes'] as const;
  const belongsTo = { transitions: 'touchpoints', dataFlows: 'systems' }[from.record.kind as string];
  const kind = belongsTo ?? from.record.kind;
  const anchor = anchorOf(journey, from);
  for (let i = order.findIndex((one) => one === kind) + step; i >= 0 && i < order.length; i += step) {
    const section = order[i];
    const inColumn = anchor === null ? [] : columnOf(journey, geometry, anchor);
    const record =
      inColumn.find((one) => one.kind === section) ?? (section && rowOf(journey, geometry, section)[0]);
    if (record) return record.kind === 'touchpoints' ? touchpointPlace(record.id) : { record, anchor };
  }
  return null;
}

function touchpointPlace(id: string): FocusPlace {
  return { record: { kind: 'touchpoints', id }, anchor: id };
}

/** Records of a kind from left to right, tracks from top to bottom. */
function rowOf(journey: Journey, geometry: Geometry, kind: RecordRef['kind']): readonly RecordRef[] {
  switch (kind) {
    case 'systems':
      return geometry.tracks.map(({ id }) => ({ kind, id }));
    case 'dataFlows':
      return geometry.flows.toSorted((a, b) => a.start.x - b.start.x).map(({ id }) => ({ kind, id }));
    case 'notes':
      return journey.notes.all.toSorted((a, b) => a.at - b.at).map(({ id }) => ({ kind, id }));
    default:
      return journey[kind].all.map(({ id }) => ({ kind, id }));
  }
}

/** From top to bottom: stages it lies in, the touchpoint, the ways on from it, its systems, each with its flows. */
function columnOf(journey: Journey, geometry: Geometry, anchor: string): readonly RecordRef[] {
  const touchpoint = journey.touchpoints.byId.get(anchor);
  if (!touchpoint) return [];
  const { relations } = journey;
  const column = new Map<string, RecordRef>();
  const add = (kind: RecordRef['kind'], id: string): void => {
    if (!column.has(id)) column.set(id, { kind, id });
  };
  for (const { id } of stagesAt(journey, touchpoint.at)) add('stages', id);
  add('touchpoints', anchor);
  for (const { id } of relations.transitionsFrom.get(anchor) ?? []) add('transitions', id);
  const used = (relations.usagesByTouchpoint.get(anchor) ?? []).map(({ system }) => system);
  const tracks = geometry.tracks.filter(({ id }) => used.includes(id));
  for (const { id: system } of tracks) {
    add('systems', system);
    for (const { id } of relations.flowsFrom.get(system) ?? []) add('dataFlows', id);
    for (const { id } of relations.flowsTo.get(system) ?? []) add('dataFlows', id);
  }
  return [...column.values()];
}

/** The touchpoint whose column a record is looked at in: the one one came from, else the nearest it hangs on. */
function anchorOf(journey: Journey, { record, anchor }: FocusPlace): string | null {
  if (anchor !== null && journey.touchpoints.byId.has(anchor)) return anchor;
  const { relations } = journey;
  switch (record.kind) {
    case 'touchpoints':
      return record.id;
    case 'transitions':
      return journey.transitions.byId.get(record.id)?.from ?? null;
    case 'systems':
      return relations.usagesBySystem.get(record.id)?.[0]?.touchpoint ?? null;
    case 'dataFlows': {
      const flow = journey.dataFlows.byId.get(record.id);
      for (const end of [flow?.from, flow?.to]) {
        const touchpoint = end && relations.usagesBySystem.get(end)?.[0]?.touchpoint;
        if (touchpoint) return touchpoint;
      }
      return null;
    }
    case 'stages': {
      const stage = journey.stages.byId.get(record.id);
      return (
        journey.touchpoints.all.find(({ at }) => stage && stage.start <= at && at <= stage.end)?.id ?? null
      );
    }
    default:
      return null;
  }
}
