import { emptyBundle, type Bundle, type PlainRecord } from '../../model/bundle';
import { newRecordId, type Entropy } from '../../model/ids';
import { kinds, type AnyRecord, type Kind, type RecordRef } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import { withIds } from '../references';
import { byName, contradict, nameKey, namedKinds, type NamedKind } from '../sameRecords';
import type { Clip } from './clip';

/** A place on the canvas, as touchpoints have one. */
export interface Place {
  readonly at: number;
  readonly offset: number;
}

/** What a paste adds to a map, under ids of its own, and what of it is to be selected. */
export interface Pasted {
  readonly bundle: Bundle;
  readonly selected: readonly RecordRef[];
}

/**
 * Fits a clip into a map: everything is made anew under new ids and moved so that its beginning lies at a place, except
 * what the map has already (CLIP-2).
 *
 * @param map the map that is pasted into
 */
export function pasteClip(clip: Clip, journey: Journey, map: string, place: Place, entropy: Entropy): Pasted {
  const selected = new Set(clip.selected);
  const ids = new Map<string, string>();
  const known = new Set<string>();
  for (const kind of kinds) {
    for (const record of clip.bundle[kind]) {
      const isAsked = selected.has(record.id);
      const same = isAsked && clip.map === map ? null : counterpart(kind, record, journey, isAsked);
      if (same !== null) known.add(record.id);
      ids.set(record.id, same ?? newRecordId(entropy));
    }
  }
  const fresh = emptyBundle();
  for (const kind of kinds) {
    const records = (clip.bundle[kind] as readonly PlainRecord<Kind>[]).filter(({ id }) => !known.has(id));
    Object.assign(fresh, { [kind]: records.map(withoutHistory) });
  }
  const bundle = withoutKnownJoins(movedTo(withIds(fresh, ids), place), journey);
  const refs = kinds.flatMap((kind) =>
    clip.bundle[kind].flatMap(({ id }) => (selected.has(id) ? { kind, id: ids.get(id) ?? id } : [])),
  );
  return { bundle, selected: refs };
}

/** The record of the map that a record of a clip stands for: the very one it came along from, else the one of its name. */
function counterpart(
  kind: Kind,
  record: PlainRecord<Kind>,
  journey: Journey,
  isAsked: boolean,
): string | null {
  if (!isNamed(kind)) return null;
  if (!isAsked && journey[kind].byId.has(record.id)) return record.id;
  const name = nameKey(kind, (record as { readonly name?: string }).name ?? '');
  const rivals =
    byName(kind, journey[kind].all as readonly (AnyRecord & { readonly name: string })[]).get(name) ?? [];
  return rivals.find((rival) => !contradict(kind, rival, record))?.id ?? null;
}

function isNamed(kind: Kind): kind is NamedKind {
  return (namedKinds as readonly Kind[]).includes(kind);
}

/** When and by whom it was made, and where it was imported from, is not so of a copy. */
function withoutHistory(record: PlainRecord<Kind>): PlainRecord<Kind> {
  const {
    createdAt: _at,
    createdBy: _by,
    deletedAt: _gone,
    deletedBy: _who,
    source: _from,
    ...rest
  } = record;
  return rest;
}

/** The bundle moved along the timeline and across the rows so that its earliest card (else note, else stage) is there. */
function movedTo(bundle: Bundle, place: Place): Bundle {
  const { touchpoints, notes, stages } = bundle;
  const cards = touchpoints.length > 0 ? touchpoints : notes;
  const ats = cards.length > 0 ? cards.map(({ at = 0 }) => at) : stages.map(({ start = 0 }) => start);
  if (ats.length === 0) return bundle;
  const by = place.at - Math.min(...ats);
  const down = cards.length > 0 ? place.offset - Math.min(...cards.map(({ offset = 0 }) => offset)) : 0;
  const moved = <T extends { readonly at?: number; readonly offset?: number }>(one: T): T => ({
    ...one,
    at: (one.at ?? 0) + by,
    offset: (one.offset ?? 0) + down,
  });
  return {
    ...bundle,
    touchpoints: touchpoints.map(moved),
    notes: notes.map(moved),
    stages: stages.map((one) => ({ ...one, start: (one.start ?? 0) + by, end: (one.end ?? 0) + by })),
  };
}

/** Without the joins of two records that the map has both: they are joined there as the map says. */
function withoutKnownJoins(bundle: Bundle, journey: Journey): Bundle {
  const isFresh = (id: string | null | undefined): boolean =>
    id !== null && id !== undefined && !namedKinds.some((kind) => journey[kind].byId.has(id));
  return {
    ...bundle,
    usages: bundle.usages.filter(({ touchpoint, system }) => isFresh(touchpoint) || isFresh(system)),
    dataFlows: bundle.dataFlows.filter(({ from, to }) => isFresh(from) || isFresh(to)),
    assignments: bundle.assignments.filter(({ party, subject }) => isFresh(party) || isFresh(subject)),
  };
}
