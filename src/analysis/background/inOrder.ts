interface Identified {
  readonly id: string;
}

/**
 * A map that is walked in the order of records, wherever its entries are stored: a patch cannot say where a new one belongs,
 * and putting all in order for its sake would take longer than everything else. Who only looks entries up pays nothing.
 */
class InOrder<V> implements ReadonlyMap<string, V> {
  readonly stored: ReadonlyMap<string, V>;
  readonly records: readonly Identified[];

  constructor(stored: ReadonlyMap<string, V>, records: readonly Identified[]) {
    this.stored = stored;
    this.records = records;
  }

  get size(): number {
    return this.stored.size;
  }

  get(key: string): V | undefined {
    return this.stored.get(key);
  }

  has(key: string): boolean {
    return this.stored.has(key);
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  *entries(): MapIterator<[string, V]> {
    for (const { id } of this.records) {
      const value = this.stored.get(id);
      if (value !== undefined) yield [id, value];
    }
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}

/** The same entries in the order of these records; every key is the id of one of them. */
export function inOrder<V>(
  stored: ReadonlyMap<string, V>,
  records: readonly Identified[],
): ReadonlyMap<string, V> {
  return new InOrder(stored, records);
}

/** What a map made by `inOrder` stores, to be patched and put in order again; any other map as it is. */
export function storedIn<V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  return map instanceof InOrder ? (map as InOrder<V>).stored : map;
}
