/**
 * Where a caret belongs after somebody else changed the text around it: it stays beside the same letters.
 *
 * @param caret place in the text before, in UTF-16 code units
 */
export function shiftCaret(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  if (caret <= start) return caret;
  const changedTo = before.length - end;
  if (caret >= changedTo) return caret + after.length - before.length;
  return Math.min(caret, after.length - end);
}
