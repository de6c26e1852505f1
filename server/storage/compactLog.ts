import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { rootNames } from '../../src/doc/wire';
import { shortMapId } from '../log';
import type { LogStore, StoredLog } from './logStore';

/** Builds a document from a stored log. Throws when the log does not add up to a whole document. */
export function documentFromLog(log: Pick<StoredLog, 'snapshot' | 'updates'>): Y.Doc {
  const doc = new Y.Doc();
  for (const name of rootNames) doc.getMap(name);
  const parts = log.snapshot ? [log.snapshot, ...log.updates] : [...log.updates];
  try {
    if (parts.length > 0)
      Y.applyUpdate(doc, parts.length === 1 ? (parts[0] as Uint8Array) : Y.mergeUpdates(parts));
    if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new Error('the stored updates leave a gap');
    return doc;
  } catch (error) {
    doc.destroy();
    throw error;
  }
}

/**
 * Replaces the log of a map by one snapshot, unless another process is just doing so. The snapshot is made from the log
 * alone, written beside it, read back, loaded and compared; only then are the rows it covers removed. Safe to stop at any
 * point, to repeat, and to be done twice at once: a snapshot that is in use is never written over.
 */
export async function compactLog(store: LogStore, mapId: string): Promise<void> {
  await store.alone(mapId, () => compact(store, mapId));
}

async function compact(store: LogStore, mapId: string): Promise<void> {
  const log = await store.read(mapId);
  if (log.updates.length === 0) return;
  const replayed = documentFromLog(log);
  await store.writeSnapshot(mapId, log.head, Y.encodeStateAsUpdate(replayed));
  const copy = documentFromLog({ snapshot: await store.readSnapshot(mapId, log.head), updates: [] });
  const same = isSameDocument(replayed, copy);
  replayed.destroy();
  copy.destroy();
  if (!same)
    throw new Error(`a snapshot of map ${shortMapId(mapId)} does not equal its log; the log is kept`);
  await store.adoptSnapshot(mapId, log.head);
}

/** Whether two documents hold the same: equal state vectors alone do not prove it. */
function isSameDocument(a: Y.Doc, b: Y.Doc): boolean {
  if (!Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))) return false;
  return [...rootNames].every((name) => isDeepStrictEqual(a.getMap(name).toJSON(), b.getMap(name).toJSON()));
}
