import { byId } from '../byId';
import type { AnyRecord, Kind } from '../kinds';
import type { Collection } from '../resolve';
import type { Tables } from '../tables';
import { orderOf } from './kindOrder';
import { cut, hasParents, withoutTheirParent } from './parentLoops';
import { relationRules, type Draft, type TwinRules } from './relationRules';

/** Those that say what another one says whose id comes first. */
export function doublesAmong(
  records: Iterable<AnyRecord>,
  { meaning }: TwinRules<AnyRecord>,
): ReadonlySet<AnyRecord> {
  const first = new Map<string, AnyRecord>();
  const doubles = new Set<AnyRecord>();
  for (const record of records) {
    const means = meaning(record);
    const known = first.get(means);
    if (known && known.id < record.id) {
      doubles.add(record);
      continue;
    }
    if (known) doubles.add(known);
    first.set(means, record);
  }
  return doubles;
}

/** Makes what is shown of a kind from its stored records, all of them. */
export function collectKind(kind: Kind, tables: Tables, draft: Draft): Collection<AnyRecord> {
  const stored = tables[kind] as ReadonlyMap<string, AnyRecord>;
  const alive = [...stored.values()].filter(({ deletedAt }) => deletedAt === null).sort(orderOf(kind));
  const rules = relationRules(kind);
  if (!rules) {
    const all = hasParents(kind) ? withoutLoops(alive, stored) : alive;
    return { all, byId: all === alive ? atHand(all, stored) : byId(all), dangling: [], doubles: [] };
  }
  const dangling = alive.filter((record) => !rules.isWhole(record, draft));
  const whole = without(alive, new Set(dangling));
  const hidden = rules.twins ? doublesAmong(whole, rules.twins) : nothing;
  const all = without(whole, hidden);
  const doubles = whole.filter((record) => hidden.has(record));
  return { all, byId: atHand(all, stored), dangling, doubles };
}

const nothing: ReadonlySet<AnyRecord> = new Set();

/** The list without some of its records; the list itself without none. */
function without(records: readonly AnyRecord[], some: ReadonlySet<AnyRecord>): readonly AnyRecord[] {
  return some.size === 0 ? records : records.filter((record) => !some.has(record));
}

/** Some of the stored records by id; what is stored itself where that is all of them, as of most kinds it is. */
function atHand(
  records: readonly AnyRecord[],
  stored: ReadonlyMap<string, AnyRecord>,
): ReadonlyMap<string, AnyRecord> {
  return records.length === stored.size ? stored : byId(records);
}

function withoutLoops(
  alive: readonly AnyRecord[],
  stored: ReadonlyMap<string, AnyRecord>,
): readonly AnyRecord[] {
  const lost = withoutTheirParent(stored);
  return lost.size === 0 ? alive : alive.map((record) => (lost.has(record.id) ? cut(record) : record));
}
