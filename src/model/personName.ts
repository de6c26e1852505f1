/** Longest name that is shown, in code points. */
const longestName = 80;

/**
 * A name as it may be shown to others; empty when there is nothing in it. Control, direction and invisible characters could
 * make a name look like somebody else's, or like nothing.
 */
export function cleanPersonName(name: string): string {
  const visible = name
    .slice(0, 50 * longestName)
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu, '')
    // Letters with more marks than any script needs reach far above and below their line.
    .replaceAll(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  const [...letters] = visible;
  // Some letters and the joiners show nothing.
  const hasLetter = /[^\s\p{Cf}\u2800\u3164\u115F\u1160]/u.test(visible);
  return hasLetter ? letters.slice(0, longestName).join('').trim() : '';
}
