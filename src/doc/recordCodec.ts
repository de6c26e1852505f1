import * as Y from 'yjs';
import { blankRecord, readInto, type RecordDefinition, type RecordOf } from '../model/defineRecord';
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

/** Is told a field, or a key that is none, and its plain value. */
type Take = (name: string, value: unknown) => void;

/** Members of sets and items of lists, by field: they are told when all of them are known. */
class Gathered {
  readonly #sets = new Map<string, string[]>();
  readonly #lists = new Map<string, ListItem[]>();

  addMember(field: string, member: string): void {
    push(this.#sets, field, member);
  }

  addItem(field: string, item: ListItem): void {
    push(this.#lists, field, item);
  }

  tell(definition: RecordDefinition, take: Take): void {
    for (const [field, members] of this.#sets) take(field, members.sort());
    for (const [field, items] of this.#lists) {
      // One bad item must not hide the good ones beside it.
      const shape = definition.fields[field]?.item;
      take(field, items.filter((item) => !shape || shape.safeParse(item).success).sort(compareByOrder));
    }
  }
}

interface ListItem {
  readonly id: string;
  readonly order: string;
}

/** Tells the plain values in a record's map. Nothing is judged here: wrong values come out as they are. */
function tellValues(definition: RecordDefinition, map: RecordMap, take: Take): void {
  const { fields, packed } = definition;
  // Most records have neither sets nor lists: nothing is made for them.
  let gathered: Gathered | undefined;
  // Twice as fast as iterating: opening a map and moving all of it read every record.
  map.forEach((stored, key) => {
    const cut = key.indexOf(separator);
    const field = cut > 0 ? key.slice(0, cut) : '';
    const storage = cut > 0 && Object.hasOwn(fields, field) ? fields[field]?.storage : undefined;
    if (storage === 'set') {
      if (stored === true) (gathered ??= new Gathered()).addMember(field, key.slice(cut + 1));
    } else if (storage === 'list') {
      if (!isObject(stored)) return;
      const order = typeof stored['order'] === 'string' ? stored['order'] : '';
      (gathered ??= new Gathered()).addItem(field, { ...stored, id: key.slice(cut + 1), order });
    } else if (Object.hasOwn(packed, key)) {
      if (Array.isArray(stored))
        packed[key]?.forEach((name, index) => take(name, stored[index] ?? undefined));
    } else {
      take(key, plain(stored));
    }
  });
  gathered?.tell(definition, take);
}

/** Takes the plain values out of a record's map, as they are. */
export function unpackValues(definition: RecordDefinition, map: RecordMap): PlainValues {
  const values: PlainValues = {};
  tellValues(definition, map, (name, value) => (values[name] = value));
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
  const record = blankRecord(definition, id);
  tellValues(definition, map, (name, value) => readInto(record, definition, name, value));
  return record as RecordOf<D>;
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
