import type { AnyRecord, Kind } from '../kinds';
import type { Collection } from '../resolve';
import type { Tables } from '../tables';
import { orderOf } from './kindOrder';
import { cut, hasParents, withoutTheirParent } from './parentLoops';
import { relationRules, type Draft, type TwinRules } from './relationRules';

/** The first by id of those that say the same. */
export function firstOfTwins(
  records: Iterable<AnyRecord>,
  { meaning }: TwinRules<AnyRecord>,
): ReadonlySet<AnyRecord> {
  const first = new Map<string, AnyRecord>();
  for (const record of records) {
    const means = meaning(record);
    const known = first.get(means);
    if (!known || record.id < known.id) first.set(means, record);
  }
  return new Set(first.values());
}

/** Makes what is shown of a kind from its stored records, all of them. */
export function collectKind(kind: Kind, tables: Tables, draft: Draft): Collection<AnyRecord> {
  const stored = tables[kind] as ReadonlyMap<string, AnyRecord>;
  const alive: AnyRecord[] = [];
  for (const record of stored.values()) if (record.deletedAt === null) alive.push(record);
  alive.sort(orderOf(kind));
  const rules = relationRules(kind);
  if (!rules) return collection(hasParents(kind) ? withoutLoops(alive, stored) : alive);
  const whole: AnyRecord[] = [];
  const dangling: AnyRecord[] = [];
  for (const record of alive) (rules.isWhole(record, draft) ? whole : dangling).push(record);
  if (!rules.twins) return collection(whole, dangling);
  const first = firstOfTwins(whole, rules.twins);
  return collection(
    whole.filter((record) => first.has(record)),
    dangling,
    whole.filter((record) => !first.has(record)),
  );
}

function withoutLoops(
  alive: readonly AnyRecord[],
  stored: ReadonlyMap<string, AnyRecord>,
): readonly AnyRecord[] {
  const lost = withoutTheirParent(stored);
  return alive.map((record) => (lost.has(record.id) ? cut(record) : record));
}

function collection(
  all: readonly AnyRecord[],
  dangling: readonly AnyRecord[] = [],
  doubles: readonly AnyRecord[] = [],
): Collection<AnyRecord> {
  return { all, byId: new Map(all.map((record) => [record.id, record])), dangling, doubles };
}
