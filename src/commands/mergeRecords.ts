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
  const twinOf = findTwins(journey, ids);
  for (const ref of usersOf(journey, [...ids.keys()])) {
    if (ids.has(ref.id) || ref.id === keep) continue;
    const record = journey[ref.kind].byId.get(ref.id) as unknown as Values;
    const next = withReferences(ref.kind, record, ids);
    if (isLoop(ref.kind, next) || twinOf(ref.kind, ref.id, next) !== null) dropped.push(ref);
    else repointed.push({ ...ref, patch: changedFields(record, next) });
  }
  repointed.push(...widened(journey, dropped, ids, twinOf));
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

/** A relation that joins two things, and whether it already did before the merge. */
interface Join {
  readonly id: string;
  readonly wasThere: boolean;
}

/** Finds the relation that says the same as one of `kind` with these values, once all are re-pointed; null when none does. */
type TwinOf = (kind: Kind, id: string, values: Values) => string | null;

const joinEnds: { readonly [K in Kind]?: readonly string[] } = {
  usages: ['touchpoint', 'system'],
  assignments: ['party', 'subject', 'role'],
};

/** Looks all joins over once: what is merged may be used by thousands. Of doubles, one that was there or an earlier one counts. */
function findTwins(journey: Journey, ids: ReadonlyMap<string, string>): TwinOf {
  const keyOf = (kind: Kind, values: Values): string =>
    JSON.stringify([kind, ...(joinEnds[kind] ?? []).map((end) => values[end])]);
  const joins = new Map<string, Join[]>();
  for (const kind of ['usages', 'assignments'] as const) {
    for (const record of journey[kind].all as readonly AnyRecord[]) {
      const before = record as unknown as Values;
      const key = keyOf(kind, withReferences(kind, before, ids));
      const join = { id: record.id, wasThere: key === keyOf(kind, before) };
      const known = joins.get(key);
      if (known) known.push(join);
      else joins.set(key, [join]);
    }
  }
  return (kind, id, values) => {
    if (!joinEnds[kind]) return null;
    const same = joins.get(keyOf(kind, values)) ?? [];
    return same.find((other) => other.id !== id && (other.wasThere || other.id < id))?.id ?? null;
  };
}

/** Usages that stand for a dropped one as well: what both read and write together. */
function widened(
  journey: Journey,
  dropped: readonly RecordRef[],
  ids: ReadonlyMap<string, string>,
  twinOf: TwinOf,
) {
  const patches = new Map<string, { kind: Kind; id: string; patch: Values }>();
  for (const ref of dropped) {
    const usage = ref.kind === 'usages' ? journey.usages.byId.get(ref.id) : undefined;
    if (!usage) continue;
    const twinId = twinOf('usages', ref.id, withReferences('usages', usage as unknown as Values, ids));
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
