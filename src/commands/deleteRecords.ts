import type { RecordRef } from '../model/kinds';
import { defineCommand, refused } from './command';

/**
 * Deletes records: marks them, so that they can be restored with all that hangs on them. Relations to them are not
 * touched; they are hidden while an end is gone. Returns how many were deleted.
 */
export const deleteRecords = defineCommand({
  id: 'record.delete',
  run({ document, journey }, { records, gesture }: { records: readonly RecordRef[]; gesture?: string }) {
    const found = records.filter(({ kind, id }) => journey()[kind].byId.has(id));
    if (found.length === 0) return refused('not-found');
    return document.change(
      'record.delete',
      (writer) => found.filter(({ kind, id }) => writer.remove(kind, id)).length,
      gesture,
    );
  },
});
