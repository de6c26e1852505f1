/** What a computation read and what came of it. */
interface Slot {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
}

/** Results of one analysis that the next one may take over, by name. */
export type Slots = ReadonlyMap<string, Slot>;

/** Takes results over from the analysis before. */
export interface Keeper {
  /** What was kept here, as long as every input is the same object as before; else what `make` makes of it. */
  keep<T>(name: string, inputs: readonly unknown[], make: (before: T | undefined) => T): T;
  /**
   * Something that stays the same object while the records are the same in number and order and no two differ in what
   * `isSame` compares: an input for `keep`. It is no list to read from, its records may be outdated in other fields.
   */
  facet<T extends object>(name: string, records: readonly T[], isSame: (a: T, b: T) => boolean): object;
  /** The same for records whose order means nothing: one that took another place is no change. */
  members<T extends Identified>(name: string, records: readonly T[], isSame: (a: T, b: T) => boolean): object;
  readonly slots: Slots;
}

interface Identified {
  readonly id: string;
}

/** Makes a keeper for one analysis; each name is to be used once. */
export function keeper(previous: Slots | undefined): Keeper {
  const slots = new Map<string, Slot>();
  const token = <T>(
    name: string,
    records: readonly T[],
    areAlike: (before: readonly T[]) => boolean,
  ): object => {
    const before = previous?.get(name);
    const value = before && areAlike(before.inputs as readonly T[]) ? before.value : {};
    slots.set(name, { inputs: records, value });
    return value as object;
  };
  return {
    slots,
    keep<T>(name: string, inputs: readonly unknown[], make: (before: T | undefined) => T): T {
      const before = previous?.get(name);
      if (before && inputs.every((input, index) => input === before.inputs[index])) {
        slots.set(name, before);
        return before.value as T;
      }
      const value = make(before?.value as T | undefined);
      slots.set(name, { inputs, value });
      return value;
    },
    facet<T extends object>(name: string, records: readonly T[], isSame: (a: T, b: T) => boolean): object {
      return token(name, records, (before) => areSame(before, records, isSame));
    },
    members<T extends Identified>(
      name: string,
      records: readonly T[],
      isSame: (a: T, b: T) => boolean,
    ): object {
      return token(name, records, (before) => areSameMembers(before, records, isSame));
    },
  };
}

function areSame<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && !isSame(a[i] as T, b[i] as T)) return false;
  return true;
}

function areSameMembers<T extends Identified>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T, b: T) => boolean,
): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  const alike = (one: T | undefined, other: T): boolean =>
    one === other || (one?.id === other.id && isSame(one, other));
  let front = 0;
  while (front < b.length && alike(a[front], b[front] as T)) front++;
  let end = b.length;
  while (end > front && alike(a[end - 1], b[end - 1] as T)) end--;
  const between = new Map(a.slice(front, end).map((one) => [one.id, one]));
  for (let i = front; i < end; i++) {
    const other = b[i] as T;
    if (!alike(between.get(other.id), other)) return false;
  }
  return true;
}

/** What was made of each record of a list. */
export interface KeptMap<T, V> {
  readonly records: readonly T[];
  readonly values: readonly V[];
}

/**
 * Makes a value of each record, and takes over those of records that are the same objects and not `isDirty`. The list of
 * values keeps its identity while none of them changed. `make` is given what was made of the record before (or of the one
 * in its place), to hand it back if it is still right.
 */
export function mapKept<T, V>(
  before: KeptMap<T, V> | undefined,
  records: readonly T[],
  make: (record: T, before: V | undefined) => V,
  isDirty?: (record: T) => boolean,
): KeptMap<T, V> {
  if (!before) return { records, values: records.map((record) => make(record, undefined)) };
  if (records === before.records && !isDirty) return before;
  const shift = before.records.length - records.length;
  const valueOf = valuesByRecord(before, records);
  let isSame = shift === 0;
  const values = records.map((record, index) => {
    const was =
      record === before.records[index]
        ? before.values[index]
        : record === before.records[index + shift]
          ? before.values[index + shift]
          : valueOf(record);
    const isKept = was !== undefined && !(isDirty?.(record) ?? false);
    const value = isKept ? was : make(record, was ?? (shift === 0 ? before.values[index] : undefined));
    if (value !== before.values[index]) isSame = false;
    return value;
  });
  return isSame ? { records, values: before.values } : { records, values };
}

/** Finds what was made of a record that moved; only what lies between the unchanged ends is looked through, and once. */
function valuesByRecord<T, V>(before: KeptMap<T, V>, records: readonly T[]): (record: T) => V | undefined {
  let known: Map<T, V> | undefined;
  return (record) => {
    if (!known) {
      known = new Map();
      const { front, back } = unchangedEnds(before.records, records);
      for (let i = front; i < before.records.length - back; i++)
        known.set(before.records[i] as T, before.values[i] as V);
    }
    return known.get(record);
  };
}

/** Records that are in one of two lists and not, as the same object, in the other, up to those between moved ones. */
export function changedRecords<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return [];
  const { front, back } = unchangedEnds(before, after);
  return [...before.slice(front, before.length - back), ...after.slice(front, after.length - back)];
}

function unchangedEnds<T>(before: readonly T[], after: readonly T[]): { front: number; back: number } {
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front++;
  let back = 0;
  while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back])
    back++;
  return { front, back };
}
