import type { AnyRecord, Kind } from '../kinds';
import { patchedMap } from '../patchedMap';
import type { Collection } from '../resolve';
import { orderOf } from './kindOrder';
import { holds, patchedList, type Compare, type ListChange } from './sortedList';

/** A record that is shown differently than before; one side is undefined when it came or went. */
export type RecordChange = ListChange<AnyRecord>;

/** What became of a kind. */
export interface KindUpdate {
  readonly collection: Collection<AnyRecord>;
  readonly changes: readonly RecordChange[];
}

type ListName = 'all' | 'dangling' | 'doubles';

/** Which of a collection's lists a record is in, and as which object; null: in none. */
export type Place = { readonly list: ListName; readonly record: AnyRecord } | null;

/** The stored records of one kind before and after, deleted ones included. */
export interface StoredRecords {
  readonly before: ReadonlyMap<string, AnyRecord>;
  readonly after: ReadonlyMap<string, AnyRecord>;
}

/** Puts records where they belong now; lists that none of them leaves, enters or changes in stay as they are. */
export function patchCollection(
  kind: Kind,
  collection: Collection<AnyRecord>,
  stored: StoredRecords,
  touched: ReadonlySet<string>,
  placeAfter: (id: string) => Place,
): KindUpdate {
  const compare = orderOf(kind);
  const changes: Record<ListName, RecordChange[]> = { all: [], dangling: [], doubles: [] };
  const byId = new Map<string, AnyRecord | undefined>();
  for (const id of touched) {
    const was = placeBefore(collection, stored.before.get(id), compare);
    const is = placeAfter(id);
    if (was?.record === is?.record && was?.list === is?.list) continue;
    if (was && was.list === is?.list) changes[was.list].push({ before: was.record, after: is.record });
    else {
      if (was) changes[was.list].push({ before: was.record, after: undefined });
      if (is) changes[is.list].push({ before: undefined, after: is.record });
    }
    if (was?.list === 'all' || is?.list === 'all') byId.set(id, is?.list === 'all' ? is.record : undefined);
  }
  if (Object.values(changes).every((list) => list.length === 0)) return { collection, changes: [] };
  return {
    collection: {
      all: patchedList(collection.all, changes.all, compare),
      byId: patchedMap(collection.byId, byId),
      dangling: patchedList(collection.dangling, changes.dangling, compare),
      doubles: patchedList(collection.doubles, changes.doubles, compare),
    },
    changes: changes.all,
  };
}

function placeBefore(
  { byId, doubles }: Collection<AnyRecord>,
  stored: AnyRecord | undefined,
  compare: Compare<AnyRecord>,
): Place {
  if (stored?.deletedAt !== null) return null;
  const shown = byId.get(stored.id);
  if (shown) return { list: 'all', record: shown };
  return { list: holds(doubles, stored, compare) ? 'doubles' : 'dangling', record: stored };
}
