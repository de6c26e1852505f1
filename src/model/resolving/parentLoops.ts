import type { AnyRecord, Kind } from '../kinds';

/** A record that may be part of another of its kind. */
interface Part {
  readonly id: string;
  readonly parent: string | null;
}

/** Kinds whose records may be part of one another. */
export function hasParents(kind: Kind): boolean {
  return kind === 'systems' || kind === 'parties';
}

/** All records of a kind as stored, deleted ones included. */
type Stored = ReadonlyMap<string, AnyRecord>;

/** What an alive record is part of, as it states; undefined when there is no such record. */
function parentOf(record: AnyRecord | undefined): string | null | undefined {
  return record?.deletedAt === null ? (record as unknown as Part).parent : undefined;
}

/** Whether this is the record where a loop of parents is cut: the one with the smallest id of those on it. */
function cutsLoop(id: string, stored: Stored): boolean {
  const seen = new Set([id]);
  for (let up = parentOf(stored.get(id)) ?? null; up !== null; up = parentOf(stored.get(up)) ?? null) {
    if (up === id) return true;
    if (seen.has(up) || up < id) return false;
    seen.add(up);
  }
  return false;
}

/**
 * Records that are shown without the parent they state, because it is gone or because the parents form a loop: it is cut
 * at the smallest id.
 */
export function withoutTheirParent(stored: Stored): ReadonlySet<string> {
  const without = new Set<string>();
  for (const record of stored.values()) {
    const parent = parentOf(record);
    if (parent === undefined || parent === null) continue;
    if (parentOf(stored.get(parent)) === undefined || cutsLoop(record.id, stored)) without.add(record.id);
  }
  return without;
}

/** Those among some stored records that are shown without the parent they state. */
export function shownWithoutParent(
  records: Iterable<AnyRecord | undefined>,
  shown: ReadonlyMap<string, AnyRecord>,
): ReadonlySet<string> {
  const without = new Set<string>();
  for (const record of records) {
    if (record && typeof parentOf(record) === 'string' && shown.get(record.id) !== record)
      without.add(record.id);
  }
  return without;
}

/** Whether a change of one record can change whose parent counts. */
export function changesParents(before: AnyRecord | undefined, after: AnyRecord | undefined): boolean {
  return parentOf(before) !== parentOf(after);
}

/** The record as it is shown when its parent does not count. */
export function cut(record: AnyRecord): AnyRecord {
  return { ...record, parent: null } as AnyRecord;
}
