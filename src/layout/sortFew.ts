/** Up to here an insertion is as quick as anything. */
const few = 24;

/**
 * Sorts in place, as `Array.sort` does. Meant for very many short lists: `Array.sort` makes more than a kilobyte of
 * garbage for two members.
 */
export function sortFew<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > few) return list.sort(compare);
  for (let next = 1; next < list.length; next++) {
    const member = list[next] as T;
    let place = next;
    while (place > 0 && compare(list[place - 1] as T, member) > 0) {
      list[place] = list[place - 1] as T;
      place--;
    }
    list[place] = member;
  }
  return list;
}
