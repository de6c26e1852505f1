import * as Y from 'yjs';
import type { Clock } from '../clock';
import { largeBytes } from '../offThread/documentTasks';
import type { DocumentThread } from '../offThread/documentThread';
import { emptyDocument } from '../storage/compactLog';
import type { StoredLog } from '../storage/logStore';
import { RoomDocument } from './roomDocument';

/** Builds a room's document from its log; a large one part by part, so that other rooms go on. Throws when it does not add up. */
export async function loadRoomDocument(
  log: StoredLog,
  { thread, clock }: { readonly thread: DocumentThread; readonly clock: Clock },
): Promise<RoomDocument> {
  const updates = log.snapshot ? [log.snapshot, ...log.updates] : log.updates;
  if (updates.reduce((sum, update) => sum + update.length, 0) < largeBytes)
    return new RoomDocument(log, clock);
  // Whatever keeps the other thread from it: a map that is stored is to open.
  const parts = await thread.run('cut', updates).catch(() => null);
  if (!parts) return new RoomDocument(log, clock);
  const doc = emptyDocument();
  for (const part of parts) {
    Y.applyUpdate(doc, part);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new Error('the stored updates leave a gap');
  return new RoomDocument(log, clock, doc);
}
