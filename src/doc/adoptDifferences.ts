import * as Y from 'yjs';
import { applyTextDiff } from './textDiff';
import { rootNames } from './wire';

/**
 * Writes into a document, as its own, whatever another state of the same document has differently. The other state must
 * know everything the target knows (merge the target into it first): then what it lacks was deleted there. Content keeps
 * its place but not its writer: a server lets nobody hand in what was written under somebody else's id.
 */
export function adoptDifferences(target: Y.Doc, source: Y.Doc, origin?: unknown): void {
  target.transact(() => {
    for (const root of rootNames) adoptMap(target.getMap(root), source.getMap(root));
  }, origin);
}

function adoptMap(target: Y.Map<unknown>, source: Y.Map<unknown>): void {
  for (const [key, wanted] of source.entries()) {
    const current = target.get(key);
    if (wanted instanceof Y.Map && current instanceof Y.Map) adoptMap(current, wanted);
    else if (wanted instanceof Y.Text && current instanceof Y.Text) applyTextDiff(current, wanted.toString());
    else if (!isSame(current, wanted)) target.set(key, copyOf(wanted));
  }
  for (const key of target.keys()) if (!source.has(key)) target.delete(key);
}

function copyOf(value: unknown): unknown {
  if (value instanceof Y.Text) return new Y.Text(value.toString());
  if (value instanceof Y.Map)
    return new Y.Map([...value.entries()].map(([key, inner]) => [key, copyOf(inner)]));
  return value;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Y.AbstractType || b instanceof Y.AbstractType) return false;
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
