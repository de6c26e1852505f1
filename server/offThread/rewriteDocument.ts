import * as Y from 'yjs';
import { rootNames } from '../../src/doc/wire';
import { documentFromLog } from '../storage/compactLog';

/** What putting one text in place of another came to. */
export interface Rewritten {
  /** How many places were changed. */
  readonly places: number;
  /** The change; null when there was none. */
  readonly change: Uint8Array | null;
}

/**
 * Puts another text in place of one wherever it stands in a stored document: titles, notes, long texts, values and keys of
 * values. Throws when the updates do not add up.
 */
export function rewriteDocument(
  updates: readonly Uint8Array[],
  text: string,
  replacement: string,
): Rewritten {
  const doc = documentFromLog({ snapshot: null, updates });
  const before = Y.encodeStateVector(doc);
  let places = 0;
  doc.transact(() => {
    for (const name of rootNames) places += rewriteType(doc.getMap(name), text, replacement);
  });
  const change = places > 0 ? Y.encodeStateAsUpdate(doc, before) : null;
  doc.destroy();
  return { places, change };
}

function rewriteType(map: Y.Map<unknown>, text: string, replacement: string): number {
  let places = 0;
  const entries = Array.from(map.entries());
  for (const [key, value] of entries) {
    if (value instanceof Y.Map) places += rewriteType(value as Y.Map<unknown>, text, replacement);
    else if (value instanceof Y.Text) places += rewriteText(value, text, replacement);
    else {
      const written = JSON.stringify([key, value]);
      const rewritten = rewriteValue([key, value], text, replacement) as [string, unknown];
      if (JSON.stringify(rewritten) === written) continue;
      if (rewritten[0] !== key) map.delete(key);
      map.set(rewritten[0], rewritten[1]);
      places += 1;
    }
  }
  return places;
}

function rewriteText(shared: Y.Text, text: string, replacement: string): number {
  let places = 0;
  for (let at = shared.toString().lastIndexOf(text); at >= 0; places += 1) {
    shared.delete(at, text.length);
    shared.insert(at, replacement);
    at = at === 0 ? -1 : shared.toString().lastIndexOf(text, at - 1);
  }
  return places;
}

function rewriteValue(value: unknown, text: string, replacement: string): unknown {
  if (typeof value === 'string') return value.replaceAll(text, () => replacement);
  if (Array.isArray(value)) return value.map((item) => rewriteValue(item, text, replacement));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replaceAll(text, () => replacement),
      rewriteValue(item, text, replacement),
    ]),
  );
}
