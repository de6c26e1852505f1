import type { Field } from '../model/field';
import { recordDefinitions, type AnyRecord, type Kind, type RecordRef } from '../model/kinds';
import { normalisedName } from '../model/names';
import { withReferences } from '../model/references';
import type { Journey } from '../model/resolve';
import { whereUsed } from '../model/whereUsed';
import { defineCommand, refused } from './command';

/** Kinds of which two records may turn out to be one thing. */
const mergeableKinds = ['systems', 'parties', 'dataObjects', 'personas'] as const satisfies readonly Kind[];
export type MergeableKind = (typeof mergeableKinds)[number];

/** The kind of several records that may be one, null when they are of different kinds or of none that can be merged. */
export function mergeableKind(records: readonly RecordRef[]): MergeableKind | null {
  const kind = mergeableKinds.find((one) => records.every((record) => record.kind === one));
  return records.length > 1 ? (kind ?? null) : null;
}

/** Which records are one, and which of them stays. */
export interface Merge {
  readonly kind: MergeableKind;
  readonly keep: string;
  readonly others: readonly string[];
}

/** What a merge would do. */
export interface MergePlan {
  /** Records that name one of the others and will name the one that stays. */
  readonly repointed: readonly { readonly kind: Kind; readonly id: string; readonly patch: Values }[];
  /** Relations that are not needed any more: doubles, and flows between the merged. */
  readonly dropped: readonly RecordRef[];
  /** What the one that stays takes over: empty fields, other names, labels, links. */
  readonly filled: Values;
}

type Values = Readonly<Record<string, unknown>>;

/** Says what a merge would do, without doing it; null when it makes no sense or something of it is gone (BULK-2). */
export function planMerge(journey: Journey, { kind, keep, others }: Merge): MergePlan | null {
  const kept = journey[kind].byId.get(keep);
  const gone = others.flatMap((id) => (id === keep ? [] : (journey[kind].byId.get(id) ?? [])));
  if (!kept || gone.length === 0 || gone.length !== new Set(others).size) return null;
  const ids = new Map(gone.map(({ id }) => [id, keep]));
  const repointed: { kind: Kind; id: string; patch: Values }[] = [];
  const dropped: RecordRef[] = [];
  for (const ref of usersOf(journey, [...ids.keys()])) {
    if (ids.has(ref.id) || ref.id === keep) continue;
    const record = journey[ref.kind].byId.get(ref.id) as unknown as Values;
    const next = withReferences(ref.kind, record, ids);
    if (isLoop(ref.kind, next) || doubleOf(journey, ref, next, ids)) dropped.push(ref);
    else repointed.push({ ...ref, patch: changedFields(record, next) });
  }
  repointed.push(...widened(journey, dropped, ids));
  return { repointed, dropped, filled: filledFields(kind, kept, gone, ids) };
}

/** Takes several records for one, as one step: whatever named the others names the one that stays. */
export const mergeRecords = defineCommand({
  id: 'record.merge',
  run({ document, journey }, merge: Merge) {
    const now = journey();
    const plan = planMerge(now, merge);
    if (!plan) return refused('not-found');
    const gone = merge.others.filter((id) => id !== merge.keep);
    return document.change('record.merge', (writer) => {
      for (const { kind, id, patch } of plan.repointed) writer.update(kind, id, patch as never);
      for (const { kind, id } of plan.dropped) writer.remove(kind, id);
      writer.update(merge.kind, merge.keep, plan.filled as never);
      const owner = now.map.experienceOwner;
      if (owner !== null && gone.includes(owner)) writer.updateMap({ experienceOwner: merge.keep });
      for (const id of gone) writer.remove(merge.kind, id);
      return merge.keep;
    });
  },
});

function usersOf(journey: Journey, ids: readonly string[]): readonly RecordRef[] {
  const users = new Map<string, RecordRef>();
  for (const id of ids) for (const ref of whereUsed(journey, id)) users.set(ref.id, ref);
  return [...users.values()];
}

function changedFields(before: Values, after: Values): Values {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name]));
}

/** A flow from a thing to itself carries nothing anywhere. */
function isLoop(kind: Kind, { from, to }: Values): boolean {
  return kind === 'dataFlows' && from === to;
}

/** Whether the relation, once re-pointed, says what another one says: one that was there, or an earlier one of the others. */
function doubleOf(journey: Journey, ref: RecordRef, next: Values, ids: ReadonlyMap<string, string>): boolean {
  return sameJoin(journey, ref, next, ids) !== null;
}

function sameJoin(
  journey: Journey,
  { kind, id }: RecordRef,
  next: Values,
  ids: ReadonlyMap<string, string>,
): string | null {
  if (kind !== 'usages' && kind !== 'assignments') return null;
  const ends = kind === 'usages' ? ['touchpoint', 'system'] : ['party', 'subject', 'role'];
  const twin = (journey[kind].all as readonly AnyRecord[]).find((other) => {
    if (other.id === id) return false;
    const values = withReferences(kind, other as unknown as Values, ids);
    const wasThere = ends.every((end) => (other as unknown as Values)[end] === values[end]);
    return ends.every((end) => values[end] === next[end]) && (wasThere || other.id < id);
  });
  return twin?.id ?? null;
}

/** Usages that stand for a dropped one as well: what both read and write together. */
function widened(journey: Journey, dropped: readonly RecordRef[], ids: ReadonlyMap<string, string>) {
  const patches = new Map<string, { kind: Kind; id: string; patch: Values }>();
  for (const ref of dropped) {
    const usage = ref.kind === 'usages' ? journey.usages.byId.get(ref.id) : undefined;
    if (!usage) continue;
    const twinId = sameJoin(journey, ref, withReferences('usages', usage as unknown as Values, ids), ids);
    const twin = twinId === null ? undefined : journey.usages.byId.get(twinId);
    if (!twin || twin.access === null || twin.access === usage.access) continue;
    patches.set(twin.id, { kind: 'usages', id: twin.id, patch: { access: 'both' } });
  }
  return patches.values();
}

const notTaken: ReadonlySet<string> = new Set([
  'name',
  'order',
  'createdAt',
  'createdBy',
  'deletedAt',
  'deletedBy',
  'source',
  'ext',
]);

/** Empty fields take the first value stated among the others; sets and lists take all; names become other names. */
function filledFields(
  kind: MergeableKind,
  kept: AnyRecord,
  others: readonly AnyRecord[],
  ids: ReadonlyMap<string, string>,
): Values {
  const fields = recordDefinitions[kind].fields as Readonly<Record<string, Field<unknown>>>;
  const all = [kept, ...others].map((record) => withReferences(kind, record as unknown as Values, ids));
  const own = all[0] ?? {};
  const filled: Record<string, unknown> = {};
  for (const [name, { storage, empty }] of Object.entries(fields)) {
    if (notTaken.has(name)) continue;
    const values = all.map((record) => record[name]);
    if (storage === 'set') filled[name] = [...new Set((values as string[][]).flat())].sort();
    else if (storage === 'list') filled[name] = values.flat();
    else filled[name] = values.find((value) => value !== empty && value !== kept.id) ?? empty;
  }
  if ('aliases' in fields) filled['aliases'] = aliasesOf(all);
  return changedFields(own, filled);
}

/** Every other name that any of them had, and the names of those that go; the name that stays is none. */
function aliasesOf(all: readonly Values[]): readonly string[] {
  const names = new Map<string, string>();
  const own = normalisedName(String(all[0]?.['name'] ?? ''));
  const said = all.flatMap((record) => [...(record['aliases'] as readonly string[]), String(record['name'])]);
  for (const name of said) {
    const key = normalisedName(name);
    if (key !== '' && key !== own && !names.has(key)) names.set(key, name.trim());
  }
  return [...names.values()].sort();
}
