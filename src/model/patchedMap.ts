/** New values by key; undefined where a key goes. */
export type MapPatches<V> = ReadonlyMap<string, V | undefined>;

const gone = Symbol('gone');
type Patches<V> = ReadonlyMap<string, V | typeof gone>;

/**
 * Every change copies the patches of those before it, every `mostPatches` changes copy the whole map: with 30,000 entries
 * both together cost some hundredth of what a copy per change does.
 */
const mostPatches = 512;
/** Many changes at once are patches as well while they are less than such a part of the map: it is what comes after them that copies it. */
const largestPart = 1 / 8;
/** Small maps are copied: looking a key up in one place is quicker than in two. */
const smallest = 4 * mostPatches;

/** A map that shares what did not change with the map it was made from. Keys stay where they were, new ones come last. */
class PatchedMap<V> implements ReadonlyMap<string, V> {
  readonly base: ReadonlyMap<string, V>;
  readonly patches: Patches<V>;
  readonly size: number;

  constructor(base: ReadonlyMap<string, V>, patches: Patches<V>) {
    this.base = base;
    this.patches = patches;
    let size = base.size;
    for (const [key, value] of patches) size += Number(value !== gone) - Number(base.has(key));
    this.size = size;
  }

  get(key: string): V | undefined {
    const patched = this.patches.get(key);
    if (patched === undefined) return this.base.get(key);
    return patched === gone ? undefined : patched;
  }

  has(key: string): boolean {
    const patched = this.patches.get(key);
    return patched === undefined ? this.base.has(key) : patched !== gone;
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  *entries(): MapIterator<[string, V]> {
    for (const entry of this.base) {
      const patched = this.patches.get(entry[0]);
      if (patched === undefined) yield entry;
      else if (patched !== gone) yield [entry[0], patched];
    }
    for (const [key, value] of this.patches) if (value !== gone && !this.base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<string> {
    for (const key of this.base.keys()) if (this.patches.get(key) !== gone) yield key;
    for (const [key, value] of this.patches) if (value !== gone && !this.base.has(key)) yield key;
  }

  *values(): MapIterator<V> {
    for (const [key, value] of this.base) {
      const patched = this.patches.get(key);
      if (patched === undefined) yield value;
      else if (patched !== gone) yield patched;
    }
    for (const [key, value] of this.patches) if (value !== gone && !this.base.has(key)) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}

function layersOf<V>(map: ReadonlyMap<string, V>): {
  readonly base: ReadonlyMap<string, V>;
  readonly patches: Patches<V>;
} {
  return map instanceof PatchedMap ? (map as PatchedMap<V>) : { base: map, patches: new Map() };
}

/**
 * The map with these changes. Neither map is ever changed in place, and what a few changes cost does not depend on the
 * map's size. Without changes it is the same map.
 */
export function patchedMap<V>(map: ReadonlyMap<string, V>, changes: MapPatches<V>): ReadonlyMap<string, V> {
  if (changes.size === 0) return map;
  const { base, patches } = layersOf(map);
  const most = Math.max(mostPatches, patches.size < mostPatches ? map.size * largestPart : 0);
  if (map.size < smallest || patches.size + changes.size > most) return patchedCopy(map, changes);
  const all = new Map(patches);
  for (const [key, value] of changes) all.set(key, value === undefined ? gone : value);
  return new PatchedMap(base, all);
}

function patchedCopy<V>(map: ReadonlyMap<string, V>, changes: MapPatches<V>): ReadonlyMap<string, V> {
  const { base, patches } = layersOf(map);
  const copy = new Map(base);
  for (const [key, value] of [...patches, ...changes]) {
    if (value === undefined || value === gone) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

/**
 * Keys whose values are not the same object in both maps, or that only one of them has. Maps that were patched from the
 * same one are compared by their patches, others entry by entry.
 */
export function changedKeys<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
): ReadonlySet<string> {
  if (before === after) return new Set();
  const [old, young] = [layersOf(before), layersOf(after)];
  if (old.base !== young.base) return changedEntries(before, after);
  const patched = [...old.patches.keys(), ...young.patches.keys()];
  return new Set(patched.filter((key) => before.get(key) !== after.get(key)));
}

function changedEntries<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
): ReadonlySet<string> {
  const changed = new Set<string>();
  let kept = 0;
  for (const [key, value] of before) {
    const now = after.get(key);
    if (now !== undefined) kept++;
    if (now !== value) changed.add(key);
  }
  if (kept < after.size) for (const key of after.keys()) if (!before.has(key)) changed.add(key);
  return changed;
}
