import { bundleSize, emptyBundle, type Bundle, type PlainRecord } from '../model/bundle';
import type { ImportSource } from '../model/defineRecord';
import { kinds, recordDefinitions, type AnyRecord, type Kind } from '../model/kinds';
import type { Journey } from '../model/resolve';
import { backstageFormat } from './backstage/catalog';
import type { ImportReport, ReportEntry } from './importResult';
import { lastPlace, placeAfter } from './placeAfter';
import { withIds } from './references';
import { byName, contradict, isAlive, nameKey, namedKinds } from './sameRecords';
import { updateOf, type Recognised } from './updateOf';
import type { JoiningWords } from './words/en/joiningWords';

interface Merged {
  readonly bundle: Bundle;
  readonly notes: readonly MergeNote[];
}

/** Something that was recognised, told apart or left out while an import was fitted into a map. */
type MergeNote =
  | {
      readonly what: 'recognised';
      readonly kind: Kind;
      readonly record: AnyRecord;
      readonly by: Recognised['by'];
    }
  | { readonly what: 'kept-apart'; readonly kind: Kind; readonly record: object }
  | { readonly what: 'left-out-deleted'; readonly count: number };

/**
 * Fits an imported bundle into an open map: records that the map has already get its ids, so that taking the bundle
 * updates them instead of doubling them; what is new is laid after the last thing on the timeline. What is deleted in
 * the import is not taken.
 *
 * A record is the same when it has the same id, else when it came from the same place of the same file, else when it
 * goes by the same name (rulers, parties, systems, personas, data objects) and is not said to be something else, else
 * when it joins the same ends in the same way.
 */
export function mergeBundle(imported: Bundle, journey: Journey): Merged {
  const recognised = new Map<string, Recognised>();
  const ids = new Map<string, string>();
  const notes: MergeNote[] = [];
  const taken = new Set<string>();
  const recognise: Recognise = (kind, from, to, by) => {
    taken.add(to.id);
    ids.set(from, to.id);
    recognised.set(to.id, { record: to, by });
    notes.push({ what: 'recognised', kind, record: to, by });
  };
  const bundle = withoutDeleted(imported, notes);
  for (const kind of kinds) recogniseById(kind, bundle, journey, recognise);
  const isKnown = (id: string): boolean => ids.has(id);
  for (const kind of kinds) recogniseBySource(kind, bundle, journey, { isKnown, taken, recognise });
  for (const kind of namedKinds) {
    const byTheirNames = byName<RecordWithName>(kind, journey[kind].all);
    for (const record of bundle[kind]) {
      const rivals = byTheirNames.get(nameKey(kind, record.name ?? '')) ?? [];
      if (ids.has(record.id) || rivals.length === 0) continue;
      const same = rivals.find((rival) => !taken.has(rival.id) && !contradict(kind, rival, record));
      if (same) recognise(kind, record.id, same, 'name');
      else notes.push({ what: 'kept-apart', kind, record });
    }
  }
  const renamed = withIds(bundle, ids);
  const joins = new Map<string, string>();
  for (const kind of ['transitions', 'usages', 'assignments'] as const) {
    const known = new Map(journey[kind].all.map((record) => [endsOf(kind, record), record] as const));
    for (const record of renamed[kind]) {
      const same = recognised.has(record.id) ? undefined : known.get(endsOf(kind, record));
      if (!same || taken.has(same.id)) continue;
      recognise(kind, record.id, same, 'ends');
      joins.set(record.id, same.id);
    }
  }
  const placed = placeAfter(withIds(renamed, joins), lastPlaceOf(journey), (id) => !recognised.has(id));
  return { bundle: withUpdates(placed, recognised), notes };
}

/** What was recognised, told apart or left out, as lines of a report. */
export function mergeReport(notes: readonly MergeNote[], words: JoiningWords): ImportReport {
  return notes.map((note): ReportEntry => {
    switch (note.what) {
      case 'recognised': {
        const message = words.recognised[note.by](note);
        return { level: 'merged', message, pointer: `${note.kind}.${note.record.id}` };
      }
      case 'kept-apart':
        return { level: 'guessed', message: words.keptApart(note), pointer: note.kind };
      case 'left-out-deleted':
        return { level: 'ignored', message: words.leftOutDeleted(note) };
    }
  });
}

type Recognise = (kind: Kind, from: string, to: AnyRecord, by: Recognised['by']) => void;

type RecordWithName = AnyRecord & { readonly name: string };

function lastPlaceOf(journey: Journey): number | null {
  return lastPlace({ touchpoints: journey.touchpoints.all, stages: journey.stages.all });
}

function withoutDeleted(bundle: Bundle, notes: MergeNote[]): Bundle {
  const result = emptyBundle();
  result.map = bundle.map;
  for (const kind of kinds) Object.assign(result, { [kind]: bundle[kind].filter(isAlive) });
  const count = bundleSize(bundle) - bundleSize(result);
  if (count > 0) notes.push({ what: 'left-out-deleted', count });
  return result;
}

function recogniseById(kind: Kind, bundle: Bundle, journey: Journey, recognise: Recognise): void {
  for (const { id } of bundle[kind]) {
    const same = journey[kind].byId.get(id);
    if (same) recognise(kind, id, same, 'id');
  }
}

interface Recognising {
  readonly isKnown: (id: string) => boolean;
  readonly taken: ReadonlySet<string>;
  readonly recognise: Recognise;
}

function recogniseBySource(
  kind: Kind,
  bundle: Bundle,
  journey: Journey,
  { isKnown, taken, recognise }: Recognising,
): void {
  const known = new Map<string, AnyRecord>();
  for (const record of journey[kind].all) {
    const key = keyOfSource(record.source);
    if (key !== null && !known.has(key)) known.set(key, record);
  }
  for (const record of bundle[kind] as readonly PlainRecord<Kind>[]) {
    const key = keyOfSource(record.source ?? null);
    const same = key === null || isKnown(record.id) ? undefined : known.get(key);
    if (same && !taken.has(same.id)) recognise(kind, record.id, same, 'source');
  }
}

/** What a place of origin is compared by. A catalogue's entity keeps its name wherever its file lies. */
function keyOfSource(source: ImportSource | null): string | null {
  if (source === null) return null;
  const file = source.format === backstageFormat ? '' : source.file;
  return JSON.stringify([source.format, file, source.pointer]);
}

/** What a relation is compared by: its ends, and in which way it joins them. */
function endsOf(kind: 'transitions' | 'usages' | 'assignments', record: object): string {
  const values = record as Readonly<Record<string, unknown>>;
  const names = {
    transitions: ['from', 'to', 'kind'],
    usages: ['touchpoint', 'system'],
    assignments: ['party', 'subject', 'role'],
  }[kind];
  const fields = recordDefinitions[kind].fields as Readonly<Record<string, { readonly empty: unknown }>>;
  return JSON.stringify(names.map((name) => values[name] ?? fields[name]?.empty));
}

function withUpdates(bundle: Bundle, recognised: ReadonlyMap<string, Recognised>): Bundle {
  const result = emptyBundle();
  result.map = bundle.map;
  for (const kind of kinds) {
    const records = (bundle[kind] as readonly PlainRecord<Kind>[]).map((record) => {
      const known = recognised.get(record.id);
      return known ? updateOf(kind, record, known) : record;
    });
    Object.assign(result, { [kind]: records });
  }
  return result;
}
