/** Whether two plain values are equal all the way down: numbers, texts, null, arrays and plain objects of these. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSameValue(item, b[index]));
  }
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  for (const key in left) if (!isSameValue(left[key], right[key])) return false;
  return true;
}

/** The previous value when it equals the next one, so that whoever compares by reference sees no change. */
export function keepValue<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && isSameValue(previous, next) ? previous : next;
}

/** Like `keepValue`, member by member by id; the previous list itself when no member changed, came, went or moved. */
export function keepList<T extends { readonly id: string | null }>(
  previous: readonly T[] | undefined,
  next: readonly T[],
): readonly T[] {
  if (!previous) return next;
  let byId: Map<string | null, T> | null = null;
  let changed = previous.length !== next.length;
  const kept = next.map((item, index) => {
    let before = previous[index];
    if (before?.id !== item.id) {
      changed = true;
      byId ??= new Map(previous.map((member) => [member.id, member]));
      before = byId.get(item.id);
    }
    if (before !== undefined && isSameValue(before, item)) return before;
    changed = true;
    return item;
  });
  return changed ? kept : previous;
}
