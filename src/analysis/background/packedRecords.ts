import { recordDefinitions, type AnyRecord, type Kind } from '../../model/kinds';

/**
 * Records of one kind by columns, for sending them to a worker: names of fields travel once, not with every record, and a
 * column in which nobody says anything travels as one value. It is a third of the work that whole records are.
 */
export interface PackedRecords {
  readonly kind: Kind;
  readonly ids: readonly string[];
  /** A field's values in the order of the ids, or its only one. */
  readonly columns: Readonly<Record<string, Column>>;
}

type Column = { readonly all: unknown } | { readonly each: readonly unknown[] };

/** Packs records of one kind. */
export function packRecords(kind: Kind, records: readonly AnyRecord[]): PackedRecords {
  const columns: Record<string, Column> = {};
  for (const field of Object.keys(recordDefinitions[kind].fields)) columns[field] = columnOf(records, field);
  return { kind, ids: records.map(({ id }) => id), columns };
}

/** The records again; lists and objects that were equal are shared. */
export function unpackRecords({ kind, ids, columns }: PackedRecords): readonly AnyRecord[] {
  const fields = Object.keys(recordDefinitions[kind].fields);
  return ids.map((id, index) => {
    const record: Record<string, unknown> = { id };
    for (const field of fields) {
      const column = columns[field];
      record[field] = column === undefined ? undefined : 'all' in column ? column.all : column.each[index];
    }
    return record as unknown as AnyRecord;
  });
}

function columnOf(records: readonly AnyRecord[], field: string): Column {
  const valueOf = (record: AnyRecord): unknown => (record as unknown as Record<string, unknown>)[field];
  const [first] = records;
  const all = first && valueOf(first);
  if (records.every((record) => isSameValue(valueOf(record), all))) return { all };
  return { each: records.map(valueOf) };
}

/** Whether both are the same plain value, or both empty lists. */
function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.length === 0 && b.length === 0);
}
