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

/** Digits that appending counts in: 238,000 steps before a key has to grow. */
const appendDigits = 3;
const appendRoom = base ** appendDigits;

function toDigits(value: number): string {
  let text = '';
  for (let rest = value, i = 0; i < appendDigits; i++, rest = Math.floor(rest / base)) {
    text = digits.charAt(rest % base) + text;
  }
  return text;
}

/** A last digit by chance, never zero: what keeps keys apart that two people make in the same place at once. */
function lastDigit(entropy: Entropy): string {
  return digits.charAt(1 + (entropy.random32() % (base - 1)));
}

/** A key behind `low` with nothing after it: counts up in steps, so that a list filled from top to bottom keeps short keys. */
function keyAfter(low: string, entropy: Entropy): string {
  for (let depth = 0; ; depth += appendDigits) {
    let value = 0;
    for (let i = 0; i < appendDigits; i++) value = value * base + digitAt(low, depth + i, 0);
    const next = value + 1 + (entropy.random32() % 4);
    if (next < appendRoom) return low.slice(0, depth) + toDigits(next) + lastDigit(entropy);
  }
}

/**
 * A key that sorts strictly after `before` and strictly before `after`; null means the open end.
 * When the two are equal or the wrong way round, as merges can leave them, the key sorts just after `before`.
 */
export function orderKeyBetween(before: string | null, after: string | null, entropy: Entropy): string {
  const low = before ?? '';
  const high = after !== null && after > low ? after : null;
  if (high === null)
    return before === null ? toDigits(appendRoom / 2) + lastDigit(entropy) : keyAfter(low, entropy);
  let prefix = '';
  for (let i = 0; ; i++) {
    const a = digitAt(low, i, 0);
    const b = high.startsWith(prefix) ? digitAt(high, i, 0) : base;
    // A digit strictly between the two leaves room on both sides.
    if (b - a > 1) return prefix + digits.charAt(a + Math.floor((b - a) / 2)) + lastDigit(entropy);
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
