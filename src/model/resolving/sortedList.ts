/** Negative when `a` comes first. Total: only a record and itself compare as 0. */
export type Compare<T> = (a: T, b: T) => number;

/** What a record was and is in a list; undefined where it was, or is, not in it. */
export interface ListChange<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** Beyond this it is cheaper to sort than to look for every place. */
const mostInsertions = 64;

function placeOf<T>(list: readonly T[], record: T, compare: Compare<T>): number {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (compare(list[middle] as T, record) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a sorted list holds this very record. */
export function holds<T>(list: readonly T[], record: T, compare: Compare<T>): boolean {
  return list[placeOf(list, record, compare)] === record;
}

/**
 * A sorted list after changes, sorted as well; the same list when nothing differs.
 * What was in it must be there as the same object.
 */
export function patchedList<T>(
  list: readonly T[],
  changes: readonly ListChange<T>[],
  compare: Compare<T>,
): readonly T[] {
  const real = changes.filter(({ before, after }) => before !== after);
  if (real.length === 0) return list;
  if (real.length > mostInsertions) return sortedAnew(list, real, compare);
  const next = [...list];
  const moved: T[] = [];
  for (const { before, after } of real) {
    if (before === undefined) {
      if (after !== undefined) moved.push(after);
      continue;
    }
    const place = placeOf(next, before, compare);
    if (next[place] !== before) throw new Error('a record is not in the list it was said to be in');
    if (after !== undefined && compare(before, after) === 0) next[place] = after;
    else {
      next.splice(place, 1);
      if (after !== undefined) moved.push(after);
    }
  }
  for (const record of moved) next.splice(placeOf(next, record, compare), 0, record);
  return next;
}

function sortedAnew<T>(
  list: readonly T[],
  changes: readonly ListChange<T>[],
  compare: Compare<T>,
): readonly T[] {
  const gone = new Set(changes.map(({ before }) => before));
  const came = changes.map(({ after }) => after).filter((after) => after !== undefined);
  return [...list.filter((record) => !gone.has(record)), ...came].sort(compare);
}
