import type * as Y from 'yjs';

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/**
 * Turns a shared text into `wanted` by one deletion and one insertion around what stays the same at both ends, so that
 * a colleague's typing elsewhere in it survives. Never cuts a surrogate pair in two.
 */
export function applyTextDiff(text: Y.Text, wanted: string): void {
  const current = text.toString();
  if (current === wanted) return;
  const shorter = Math.min(current.length, wanted.length);
  let start = 0;
  while (start < shorter && current.charCodeAt(start) === wanted.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(current.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < shorter - start &&
    current.charCodeAt(current.length - 1 - end) === wanted.charCodeAt(wanted.length - 1 - end)
  )
    end++;
  if (end > 0 && isLowSurrogate(current.charCodeAt(current.length - end))) end--;
  const removed = current.length - end - start;
  if (removed > 0) text.delete(start, removed);
  const added = wanted.slice(start, wanted.length - end);
  if (added !== '') text.insert(start, added);
}
