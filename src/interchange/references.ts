import { emptyBundle, type Bundle, type PlainRecord } from '../model/bundle';
import { kinds, type Kind } from '../model/kinds';
import { single, withReferences } from '../model/references';

type Values = Readonly<Record<string, unknown>>;

/** Relations without which a record means nothing, by kind: when one of these ends goes, so does the record. */
const needed: { readonly [K in Kind]?: readonly string[] } = {
  transitions: ['from'],
  usages: ['touchpoint', 'system'],
  dataFlows: ['from', 'to'],
  assignments: ['party', 'subject'],
  votes: ['ballot'],
  comments: ['thread'],
  commentThreads: ['subject'],
};

/** The bundle with other ids: records in the table get the new one, and so does whatever refers to them. */
export function withIds(bundle: Bundle, ids: ReadonlyMap<string, string>): Bundle {
  if (ids.size === 0) return bundle;
  const result = emptyBundle();
  for (const kind of kinds) {
    const records = bundle[kind] as readonly PlainRecord<Kind>[];
    const renamed = records.map((record) => ({
      ...withReferences(kind, record, ids),
      id: ids.get(record.id) ?? record.id,
    }));
    Object.assign(result, { [kind]: renamed });
  }
  const { experienceOwner } = bundle.map;
  result.map = {
    ...bundle.map,
    ...(experienceOwner && { experienceOwner: ids.get(experienceOwner) ?? experienceOwner }),
  };
  return result;
}

/** The bundle without these records, and without the relations that end at one of them; parents become none. */
export function withoutRecords(bundle: Bundle, gone: ReadonlySet<string>): Bundle {
  if (gone.size === 0) return bundle;
  const result = emptyBundle();
  result.map = bundle.map;
  for (const kind of kinds) {
    const kept = (bundle[kind] as readonly PlainRecord<Kind>[]).filter((record) => {
      const values = record as Values;
      return (
        !gone.has(record.id) && !(needed[kind] ?? []).some((name) => gone.has(String(values[name] ?? '')))
      );
    });
    const cleared = kept.map((record) => {
      const values: Values = record;
      const dead = (single[kind] ?? []).filter((name) => gone.has(String(values[name] ?? '')));
      return dead.length === 0
        ? record
        : { ...record, ...Object.fromEntries(dead.map((name) => [name, null])) };
    });
    Object.assign(result, { [kind]: cleared });
  }
  return result;
}
