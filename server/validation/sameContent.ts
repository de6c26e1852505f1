import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import type { Struct } from './updateIndex';

/**
 * Whether a piece of an update and a stored piece say the same for the clocks they share. Yjs would silently keep the
 * stored one; if they differ, somebody writes under another's id or two programs share one, and replicas part for good.
 * Where either side has been deleted its content is gone and nothing can be compared.
 */
export function isSameContent(incoming: Struct, stored: Struct): boolean {
  if (!(incoming instanceof Y.Item) || !(stored instanceof Y.Item)) return true;
  if (isGone(incoming) || isGone(stored)) return true;
  const start = Math.max(incoming.id.clock, stored.id.clock);
  const end = Math.min(incoming.id.clock + incoming.length, stored.id.clock + stored.length);
  return (
    isSameId(originAt(incoming, start), originAt(stored, start)) &&
    isSameId(incoming.rightOrigin, stored.rightOrigin) &&
    isSamePayload(incoming, stored, start, end)
  );
}

function isGone(item: Y.Item): boolean {
  return item.deleted || item.content instanceof Y.ContentDeleted;
}

function originAt(item: Y.Item, clock: number): Y.ID | null {
  return clock === item.id.clock ? item.origin : Y.createID(item.id.client, clock - 1);
}

function isSameId(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === null || b === null ? a === b : Y.compareIDs(a, b);
}

function isSamePayload(a: Y.Item, b: Y.Item, start: number, end: number): boolean {
  const [first, second] = [a.content, b.content];
  if (first instanceof Y.ContentString && second instanceof Y.ContentString) {
    return slice(first.str, a, start, end) === slice(second.str, b, start, end);
  }
  if (first instanceof Y.ContentAny && second instanceof Y.ContentAny) {
    return isDeepStrictEqual(slice(first.arr, a, start, end), slice(second.arr, b, start, end));
  }
  if (first instanceof Y.ContentType && second instanceof Y.ContentType) {
    return first.type.constructor === second.type.constructor;
  }
  return false;
}

function slice<T extends string | readonly unknown[]>(
  content: T,
  item: Y.Item,
  start: number,
  end: number,
): T {
  return content.slice(start - item.id.clock, end - item.id.clock) as T;
}
