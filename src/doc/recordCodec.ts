import * as Y from 'yjs';
import { readRecord, type RecordDefinition, type RecordOf } from '../model/defineRecord';
import { compareByOrder } from '../model/orderKeys';

/**
 * How a record lies in the document: one `Y.Map` with
 * - one key per field that is edited on its own,
 * - one key per group of fields that only make sense together (`definition.packed`): an array in that order,
 * - `field/member` → true for every member of a set,
 * - `field/itemId` → { order, … } for every item of a list,
 * - a `Y.Text` for long texts, made together with the record.
 * Keys this program does not know are left alone and travel along.
 */
export type RecordMap = Y.Map<unknown>;

/** Plain values of a record: known fields by name, and whatever else is stored, under its own key. */
export type PlainValues = Record<string, unknown>;

const separator = '/';

/** The document key of a member of a set or an item of a list. */
export function memberKey(field: string, member: string): string {
  return `${field}${separator}${member}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType)
  );
}

function plain(value: unknown): unknown {
  return value instanceof Y.AbstractType
    ? value instanceof Y.Text
      ? value.toString()
      : value.toJSON()
    : value;
}

/** Takes the plain values out of a record's map. Nothing is judged here: wrong values come out as they are. */
export function unpackValues(definition: RecordDefinition, map: RecordMap): PlainValues {
  const values: PlainValues = {};
  // Most records have neither: nothing is made for them.
  let sets: Map<string, string[]> | undefined;
  let lists: Map<string, { id: string; order: string }[]> | undefined;
  // Twice as fast as iterating: opening a map and moving all of it read every record.
  map.forEach((stored, key) => {
    const cut = key.indexOf(separator);
    const field = cut > 0 ? key.slice(0, cut) : '';
    const storage =
      cut > 0 && Object.hasOwn(definition.fields, field) ? definition.fields[field]?.storage : undefined;
    if (storage === 'set') {
      if (stored === true) push((sets ??= new Map()), field, key.slice(cut + 1));
    } else if (storage === 'list') {
      if (isObject(stored)) {
        const order = typeof stored['order'] === 'string' ? stored['order'] : '';
        push((lists ??= new Map()), field, { ...stored, id: key.slice(cut + 1), order });
      }
    } else if (Object.hasOwn(definition.packed, key)) {
      const names = definition.packed[key] ?? [];
      if (Array.isArray(stored)) names.forEach((name, index) => (values[name] = stored[index] ?? undefined));
    } else {
      values[key] = plain(stored);
    }
  });
  for (const [field, members] of sets ?? []) values[field] = members.sort();
  for (const [field, items] of lists ?? []) {
    // One bad item must not hide the good ones beside it.
    const shape = definition.fields[field]?.item;
    values[field] = items.filter((item) => !shape || shape.safeParse(item).success).sort(compareByOrder);
  }
  return values;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Reads a record leniently from its map in the document. */
export function readRecordMap<D extends RecordDefinition>(
  definition: D,
  id: string,
  map: RecordMap,
): RecordOf<D> {
  return readRecord(definition, id, unpackValues(definition, map));
}

const groupKeys = new WeakMap<RecordDefinition, ReadonlyMap<string, string>>();

/** The document key under which a plain field lies: its own name, or that of the group it is stored with. */
export function keyOfField(definition: RecordDefinition, field: string): string {
  let keys = groupKeys.get(definition);
  if (!keys) {
    const groups = Object.entries(definition.packed);
    keys = new Map(groups.flatMap(([key, names]) => names.map((name) => [name, key] as const)));
    groupKeys.set(definition, keys);
  }
  return keys.get(field) ?? field;
}
