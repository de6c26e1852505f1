import type { DocumentChange } from '../doc/journeyDocument';
import { kinds, type AnyRecord, type Kind, type RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';

/** What became of one record between two states of the map. */
export interface RecordNews {
  readonly what: 'added' | 'removed' | 'renamed' | 'moved' | 'changed';
  readonly record: RecordRef;
}

/** Ids of records that were touched, by kind. */
export type Touched = DocumentChange['records'];

/** Fields that say where on the map a record stands. */
const placeFields: ReadonlySet<string> = new Set(['at', 'offset', 'start', 'end', 'order']);
/** Fields that hold a record's name. */
const nameFields: ReadonlySet<string> = new Set(['title', 'name']);
/** What nobody is told of: votes are secret while they are cast. */
const silent: ReadonlySet<Kind> = new Set(['votes']);
const ranks: readonly RecordNews['what'][] = ['removed', 'added', 'renamed', 'changed', 'moved'];

/**
 * What happened to the touched records, the weightiest first, each told once however often it was written: compared are
 * the two ends. A relation that came or went along with one of its ends is not told of beside it.
 */
export function changeNews(before: Journey, after: Journey, touched: Touched): readonly RecordNews[] {
  const news: RecordNews[] = [];
  for (const kind of kinds) {
    if (silent.has(kind)) continue;
    for (const id of touched.get(kind) ?? []) {
      const what = whatBecameOf(before[kind].byId.get(id), after[kind].byId.get(id));
      if (what) news.push({ what, record: { kind, id } });
    }
  }
  const replaced = new Set(
    news.filter(({ what }) => what === 'added' || what === 'removed').map(({ record }) => record.id),
  );
  const told = news.filter(({ what, record }) => {
    if (what !== 'added' && what !== 'removed') return true;
    const here = (what === 'added' ? after : before)[record.kind].byId.get(record.id);
    return !endsOf(here).some((end) => replaced.has(end));
  });
  return told.sort((a, b) => ranks.indexOf(a.what) - ranks.indexOf(b.what));
}

function whatBecameOf(
  before: AnyRecord | undefined,
  after: AnyRecord | undefined,
): RecordNews['what'] | null {
  if (before === after) return null;
  if (!before) return 'added';
  if (!after) return 'removed';
  const fields = changedFields(before, after);
  if (fields.length === 0) return null;
  if (fields.some((field) => nameFields.has(field))) return 'renamed';
  return fields.every((field) => placeFields.has(field)) ? 'moved' : 'changed';
}

function changedFields(before: AnyRecord, after: AnyRecord): readonly string[] {
  const [old, now] = [before, after] as unknown as readonly [
    Readonly<Record<string, unknown>>,
    Readonly<Record<string, unknown>>,
  ];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) =>
      !Object.is(old[field], now[field]) && JSON.stringify(old[field]) !== JSON.stringify(now[field]),
  );
}

/** Ids of what a relation hangs on; none for anything else. */
function endsOf(record: AnyRecord | undefined): readonly string[] {
  const ends = (record ?? {}) as Partial<
    Record<'from' | 'to' | 'touchpoint' | 'system' | 'subject' | 'party' | 'thread', string | null>
  >;
  return [ends.from, ends.to, ends.touchpoint, ends.system, ends.subject, ends.party, ends.thread].filter(
    (end) => typeof end === 'string',
  );
}
