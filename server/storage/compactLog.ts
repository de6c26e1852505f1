import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { rootNames } from '../../src/doc/wire';
import { shortMapId } from '../log';
import type { LogStore, StoredLog } from './logStore';

/** A document with nothing in it, in which everything at the top is known for the map it is. */
export function emptyDocument(): Y.Doc {
  const doc = new Y.Doc();
  for (const name of rootNames) doc.getMap(name);
  return doc;
}

/** Builds a document from a stored log. Throws when the log does not add up to a whole document. */
export function documentFromLog(log: Pick<StoredLog, 'snapshot' | 'updates'>): Y.Doc {
  const doc = emptyDocument();
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

/** Makes the snapshot that stands for all these updates. Throws when it does not hold the same as they do. */
export function snapshotOf(updates: readonly Uint8Array[]): Uint8Array {
  const replayed = documentFromLog({ snapshot: null, updates });
  const snapshot = Y.encodeStateAsUpdate(replayed);
  const copy = documentFromLog({ snapshot, updates: [] });
  const isSame = isSameDocument(replayed, copy);
  replayed.destroy();
  copy.destroy();
  if (!isSame) throw new Error('a snapshot does not equal its log; the log is kept');
  return snapshot;
}

/**
 * Replaces the log of a map by one snapshot, unless another process is just doing so. The snapshot is made from the log
 * alone, loaded and compared, written beside the log and read back; only then are the rows it covers removed. Safe to stop
 * at any point, to repeat, and to be done twice at once: a snapshot that is in use is never written over.
 *
 * @param makeSnapshot does what `snapshotOf` does, perhaps on another thread
 */
export async function compactLog(
  store: LogStore,
  mapId: string,
  makeSnapshot: (updates: readonly Uint8Array[]) => Uint8Array | Promise<Uint8Array> = snapshotOf,
): Promise<void> {
  await store.alone(mapId, async () => {
    const { snapshot, updates, head } = await store.read(mapId);
    if (updates.length === 0) return;
    const made = await makeSnapshot(snapshot ? [snapshot, ...updates] : updates);
    await store.writeSnapshot(mapId, head, made);
    if (Buffer.compare(made, await store.readSnapshot(mapId, head)) !== 0)
      throw new Error(`a snapshot of map ${shortMapId(mapId)} does not equal its log; the log is kept`);
    await store.adoptSnapshot(mapId, head);
  });
}

/** Whether two documents hold the same: equal state vectors alone do not prove it. */
function isSameDocument(a: Y.Doc, b: Y.Doc): boolean {
  if (!Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))) return false;
  return [...rootNames].every((name) => isDeepStrictEqual(a.getMap(name).toJSON(), b.getMap(name).toJSON()));
}
