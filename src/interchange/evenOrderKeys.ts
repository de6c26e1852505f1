const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Order keys for many records at once, in order and equally short. Keys made one behind the other (`orderKeyBetween`)
 * grow by a letter every few dozen, and would not fit their field any more after some thousands.
 */
export function evenOrderKeys(count: number): readonly string[] {
  let width = 1;
  while (digits.length ** width < count) width++;
  return Array.from({ length: count }, (_, index) => {
    let key = '';
    for (let rest = index, place = 0; place < width; place++) {
      key = digits.charAt(rest % digits.length) + key;
      rest = Math.floor(rest / digits.length);
    }
    // A digit from the middle leaves room on both sides, and no key ends with a zero.
    return `${key}V`;
  });
}
