import type { Entropy } from './ids';

/**
 * Order keys: texts that sort where a person put something, so that two people can insert in the same place without
 * either list breaking. Things are sorted by (key, id); equal keys are therefore harmless.
 *
 * A key is a fraction in base 62 without trailing zeros. The technique is known as fractional indexing
 * (D. Greenspan, "Implementing Fractional Indexing", 2020); a random last digit keeps concurrent inserts apart.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;

function digitAt(key: string, index: number, missing: number): number {
  return index < key.length ? Math.max(0, digits.indexOf(key.charAt(index))) : missing;
}

/**
 * A key that sorts strictly after `before` and strictly before `after`; null means the open end.
 * When the two are equal or the wrong way round, as merges can leave them, the key sorts just after `before`.
 */
export function orderKeyBetween(before: string | null, after: string | null, entropy: Entropy): string {
  const low = before ?? '';
  const high = after !== null && after > low ? after : null;
  let prefix = '';
  for (let i = 0; ; i++) {
    const a = digitAt(low, i, 0);
    const b = high !== null && high.startsWith(prefix) ? digitAt(high, i, 0) : base;
    if (b - a > 1) {
      // A digit strictly between the two: leave room on both sides, and let chance keep concurrent inserts apart.
      const room = b - a - 1;
      const step =
        before !== null && high === null
          ? 1 + (entropy.random32() % Math.min(4, room))
          : 1 + Math.floor((room - 1) / 2);
      const middle = digits.charAt(a + step);
      return `${prefix}${middle}${digits.charAt(1 + (entropy.random32() % (base - 1)))}`;
    }
    prefix += digits.charAt(a);
  }
}

/** `count` keys in order between two ends. */
export function orderKeysBetween(
  before: string | null,
  after: string | null,
  count: number,
  entropy: Entropy,
): readonly string[] {
  const keys: string[] = [];
  let last = before;
  for (let i = 0; i < count; i++) {
    last = orderKeyBetween(last, after, entropy);
    keys.push(last);
  }
  return keys;
}

/** Compares two things by order key, then id: the same order on every device. */
export function compareByOrder(
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number {
  if (a.order !== b.order) {
    if (a.order === '') return 1;
    if (b.order === '') return -1;
    return a.order < b.order ? -1 : 1;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
