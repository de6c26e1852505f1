import { emptyBundle, type Bundle, type PlainRecord } from '../model/bundle';
import { kinds, type Kind } from '../model/kinds';
import { normalisedName } from '../model/names';
import type { ReportEntry } from './importResult';
import { lastPlace, placeAfter } from './placeAfter';
import { withIds } from './references';
import { byName, isStated, namedKinds } from './sameRecords';

interface Joined {
  readonly bundle: Bundle;
  readonly report: readonly ReportEntry[];
  /** Ids of records that were joined with another, and that other's id. */
  readonly mergedIds: ReadonlyMap<string, string>;
}

/**
 * Joins bundles that were read from different files into one: parties, systems, personas and data objects of the same
 * name become one record, journeys are laid one after the other along the timeline. The first title stays.
 */
export function joinBundles(bundles: readonly Bundle[]): Joined {
  const report: ReportEntry[] = [];
  const mergedIds = new Map<string, string>();
  let joined: Bundle = bundles[0] ?? emptyBundle();
  for (const next of bundles.slice(1)) {
    const ids = sameNames(joined, next, report);
    for (const [from, to] of ids) mergedIds.set(from, to);
    const renamed = withIds(next, ids);
    const known = new Set(kinds.flatMap((kind) => joined[kind].map(({ id }) => id)));
    const placed = placeAfter(renamed, lastPlace(joined), (id) => !known.has(id));
    joined = addTo(joined, placed);
    reportTitle(joined, next, report);
  }
  return { bundle: joined, report, mergedIds };
}

function sameNames(joined: Bundle, next: Bundle, report: ReportEntry[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const kind of namedKinds) {
    const known = byName<PlainRecord<typeof kind>>(joined[kind]);
    for (const record of next[kind]) {
      const same = known.get(normalisedName(record.name ?? ''));
      if (!same || same.id === record.id) continue;
      ids.set(record.id, same.id);
      const message = `“${record.name ?? ''}” is in more than one of the files; it became one record.`;
      report.push({ level: 'merged', message, pointer: `${kind}.${same.id}` });
    }
  }
  return ids;
}

/** Both bundles in one; of two records with one id the first stays and is filled in from the second. */
function addTo(first: Bundle, second: Bundle): Bundle {
  const result = emptyBundle();
  for (const kind of kinds) {
    const records = new Map<string, PlainRecord<Kind>>();
    for (const record of first[kind] as readonly PlainRecord<Kind>[]) records.set(record.id, record);
    for (const record of second[kind] as readonly PlainRecord<Kind>[]) {
      const known = records.get(record.id);
      records.set(record.id, known ? filledIn(known, record) : record);
    }
    Object.assign(result, { [kind]: [...records.values()] });
  }
  result.map = { ...second.map, ...statedOf(first.map) };
  return result;
}

function filledIn(record: PlainRecord<Kind>, from: PlainRecord<Kind>): PlainRecord<Kind> {
  return { ...from, ...statedOf(record), id: record.id };
}

function statedOf<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isStated(value))) as Partial<T>;
}

function reportTitle(joined: Bundle, next: Bundle, report: ReportEntry[]): void {
  const { title } = next.map;
  if (!isStated(title) || title === joined.map.title) return;
  const message = `“${title ?? ''}” follows “${joined.map.title ?? ''}” on one timeline; the map has the first title.`;
  report.push({ level: 'merged', message });
}
