import * as fc from 'fast-check';
import type { AnyRecord, Kind } from '../../src/model/kinds';
import { resolve, type Journey } from '../../src/model/resolve';
import type { Tables } from '../../src/model/tables';

/** The kinds of records on which findings depend. */
export const editedKinds = [
  'touchpoints',
  'systems',
  'usages',
  'dataFlows',
  'transitions',
  'dataObjects',
  'parties',
  'assignments',
] as const satisfies readonly Kind[];

/** Changes of records of these kinds. */
export const editOf = (kinds: readonly (typeof editedKinds)[number][]) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    which: fc.nat({ max: 20 }),
    /** Takes the fields of another map’s record of this number; deletes it when there is none. */
    like: fc.nat({ max: 24 }),
  });
export type Edit = ReturnType<typeof editOf> extends fc.Arbitrary<infer T> ? T : never;

/** As the mirror does it: one table is new, everything else keeps its identity. */
export function edited(journey: Journey, other: Journey, { kind, which, like }: Edit): Journey {
  const records = [...(journey.tables[kind].values() as Iterable<AnyRecord>)];
  const record = records[which % Math.max(1, records.length)];
  if (!record) return journey;
  const model = ([...other.tables[kind].values()] as AnyRecord[])[like];
  const changed = model ? { ...model, id: record.id } : { ...record, deletedAt: record.deletedAt ? null : 1 };
  const table = new Map<string, unknown>(journey.tables[kind]);
  table.set(record.id, changed);
  return resolve({ ...journey.tables, [kind]: table } as Tables, journey);
}

/** Some changes of any kind, none perhaps. */
export const arbitraryEdits = fc.array(editOf(editedKinds), { maxLength: 3 });
