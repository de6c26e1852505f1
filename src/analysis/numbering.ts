/**
 * Ids as numbers, from 0 up without gaps: what is known of a record then lies in a list under its number, where it is found
 * several times sooner than behind its id. An id has the same number for as long as the numbering lives, also when its record
 * goes and comes back.
 */
export interface Numbering {
  /** An id's number. One that was never asked for gets the next. */
  of(id: string): number;
  /** The id that has a number; empty where none has it. */
  idOf(number: number): string;
}

/** No id at all, among numbers of ids. */
export const nobody = -1;

/** A numbering in which no id has a number yet. */
export function numbering(): Numbering {
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  return {
    of(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, ids.length);
      return ids.push(id) - 1;
    },
    idOf: (number) => ids[number] ?? '',
  };
}
