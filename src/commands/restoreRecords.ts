import type { RecordRef } from '../model/kinds';
import { defineCommand, refused } from './command';

/** Brings deleted records back as they were, what others wrote in them meanwhile included. Returns how many came back. */
export const restoreRecords = defineCommand({
  id: 'record.restore',
  run({ document, journey }, { records }: { records: readonly RecordRef[] }) {
    const { tables } = journey();
    const found = records.filter(({ kind, id }) => (tables[kind].get(id)?.deletedAt ?? null) !== null);
    if (found.length === 0) return refused('not-found');
    return document.change(
      'record.restore',
      (writer) => found.filter(({ kind, id }) => writer.restore(kind, id)).length,
    );
  },
});
