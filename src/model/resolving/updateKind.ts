import type { AnyRecord, Kind } from '../kinds';
import { changedKeys } from '../patchedMap';
import type { Collection, Journey } from '../resolve';
import type { Tables } from '../tables';
import { doublesAmong } from './collectKind';
import { changesParents, cut, hasParents, shownWithoutParent, withoutTheirParent } from './parentLoops';
import {
  patchCollection,
  type KindUpdate,
  type Place,
  type RecordChange,
  type StoredRecords,
} from './patchCollection';
import { relationRules, type Draft, type RelationRules, type TwinRules } from './relationRules';

/**
 * Takes what is shown of a kind over from the journey before and looks again only at records that changed and at those
 * whose ends came or went. The same collection when nothing shown of it changed.
 *
 * @param changed what changed in the kinds before it in `resolveOrder`
 */
export function updateKind(
  kind: Kind,
  tables: Tables,
  draft: Draft,
  previous: Journey,
  changed: ReadonlyMap<Kind, readonly RecordChange[]>,
): KindUpdate {
  const collection = previous[kind] as Collection<AnyRecord>;
  const stored = { before: previous.tables[kind], after: tables[kind] } as unknown as StoredRecords;
  const touched = new Set(changedKeys(stored.before, stored.after));
  const rules = relationRules(kind);
  if (rules) {
    for (const id of hangingOnChanged(rules, collection, previous, changed)) touched.add(id);
    if (rules.twins)
      for (const id of twinsOf(touched, rules.twins, collection, previous, stored)) touched.add(id);
    const placeOf = relationPlaces(touched, rules, draft, stored.after);
    return patchCollection(kind, collection, stored, touched, placeOf);
  }
  const lost = hasParents(kind) ? lostParents(touched, collection, stored) : nobody;
  for (const id of lost.turned) touched.add(id);
  return patchCollection(kind, collection, stored, touched, recordPlaces(lost.ids, collection, stored));
}

/** Relations to look at again because an end came or went: those shown there, and all hidden ones. */
function hangingOnChanged(
  rules: RelationRules<AnyRecord>,
  collection: Collection<AnyRecord>,
  previous: Journey,
  changed: ReadonlyMap<Kind, readonly RecordChange[]>,
): readonly string[] {
  const cameOrWent = new Set<string>();
  for (const end of rules.ends) {
    for (const { before, after } of changed.get(end) ?? []) {
      if (before === undefined || after === undefined) cameOrWent.add((before ?? after)?.id ?? '');
    }
  }
  if (cameOrWent.size === 0) return [];
  const { dangling, doubles } = collection;
  return [...rules.shownAt(previous, cameOrWent), ...dangling, ...doubles].map(({ id }) => id);
}

/** Relations that say what a touched one says or said: another of them may stand for all now. */
function twinsOf(
  touched: ReadonlySet<string>,
  { meaning, shownNear }: TwinRules<AnyRecord>,
  { doubles }: Collection<AnyRecord>,
  previous: Journey,
  stored: StoredRecords,
): readonly string[] {
  const meanings = new Set<string>();
  const twins: AnyRecord[] = [];
  for (const id of touched) {
    for (const record of [stored.before.get(id), stored.after.get(id)]) {
      if (!record || meanings.has(meaning(record))) continue;
      meanings.add(meaning(record));
      for (const near of shownNear(previous, record)) if (meaning(near) === meaning(record)) twins.push(near);
    }
  }
  for (const double of doubles) if (meanings.has(meaning(double))) twins.push(double);
  return twins.map(({ id }) => id);
}

function relationPlaces(
  touched: ReadonlySet<string>,
  rules: RelationRules<AnyRecord>,
  draft: Draft,
  stored: ReadonlyMap<string, AnyRecord>,
): (id: string) => Place {
  const whole = new Set<AnyRecord>();
  for (const id of touched) {
    const record = stored.get(id);
    if (record?.deletedAt === null && rules.isWhole(record, draft)) whole.add(record);
  }
  const doubles = rules.twins ? doublesAmong(whole, rules.twins) : null;
  return (id) => {
    const record = stored.get(id);
    if (record?.deletedAt !== null) return null;
    return { list: !whole.has(record) ? 'dangling' : doubles?.has(record) ? 'doubles' : 'all', record };
  };
}

/** As `relationPlaces`, for kinds that stand on their own. */
function recordPlaces(
  lost: ReadonlySet<string>,
  { byId }: Collection<AnyRecord>,
  { before, after }: StoredRecords,
): (id: string) => Place {
  return (id) => {
    const record = after.get(id);
    if (record?.deletedAt !== null) return null;
    if (!lost.has(id)) return { list: 'all', record };
    const was = before.get(id) === record ? byId.get(id) : undefined;
    return { list: 'all', record: was !== undefined && was !== record ? was : cut(record) };
  };
}

/** Records that are shown without the parent they state, and those of which this is true only before or only after. */
interface LostParents {
  readonly ids: ReadonlySet<string>;
  readonly turned: readonly string[];
}

const nobody: LostParents = { ids: new Set(), turned: [] };

function lostParents(
  touched: ReadonlySet<string>,
  { byId }: Collection<AnyRecord>,
  { before, after }: StoredRecords,
): LostParents {
  const ids = [...touched];
  if (!ids.some((id) => changesParents(before.get(id), after.get(id)))) {
    const stored = ids.map((id) => before.get(id));
    return { ids: shownWithoutParent(stored, byId), turned: [] };
  }
  const was = shownWithoutParent(before.values(), byId);
  const is = withoutTheirParent(after);
  return { ids: is, turned: [...was, ...is].filter((id) => !was.has(id) || !is.has(id)) };
}
