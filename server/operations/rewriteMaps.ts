import * as Y from 'yjs';
import { rootNames } from '../../src/doc/wire';
import { compactLog, documentFromLog } from '../storage/compactLog';
import type { LogStore } from '../storage/logStore';

/**
 * Puts another text in place of one wherever it stands, in all maps: titles, notes, long texts, values and keys. Each map
 * is then made anew from what it says now, and the database is freed of what it said before.
 *
 * @returns how many places in how many maps were changed
 */
export async function rewriteMaps(
  store: LogStore,
  text: string,
  replacement: string,
): Promise<{ readonly places: number; readonly maps: number }> {
  let [places, maps] = [0, 0];
  for (const mapId of await store.list()) {
    const found = await rewriteMap(store, mapId, text, replacement);
    places += found;
    if (found > 0) maps += 1;
    // Also where it stands no more: what was said before is in the log until it is compacted.
    await compactLog(store, mapId);
  }
  await store.scrub();
  return { places, maps };
}

async function rewriteMap(
  store: LogStore,
  mapId: string,
  text: string,
  replacement: string,
): Promise<number> {
  const doc = documentFromLog(await store.read(mapId));
  const before = Y.encodeStateVector(doc);
  let places = 0;
  doc.transact(() => {
    for (const name of rootNames) places += rewriteType(doc.getMap(name), text, replacement);
  });
  if (places > 0) await store.append([{ mapId, data: Y.encodeStateAsUpdate(doc, before) }]);
  doc.destroy();
  return places;
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
