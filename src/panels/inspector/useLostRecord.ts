import { useState } from 'react';
import type { RecordRef } from '../../model/kinds';
import { useJourney, useOpenMap } from '../../store/openMap';

/** A record that was open here until somebody else deleted it, and the way to let it go. */
export interface LostRecordState {
  readonly record: RecordRef | null;
  readonly leave: () => void;
}

/**
 * Follows the record that is open. What is deleted leaves the selection by itself; when a colleague did it, the panel
 * must not silently turn to something else under the hands of whoever was reading.
 */
export function useLostRecord(selection: readonly RecordRef[]): LostRecordState {
  const { document: journeyDocument } = useOpenMap();
  const [last, setLast] = useState<RecordRef | null>(null);
  const open = selection.length === 1 ? (selection[0] ?? null) : null;
  const isLost = useJourney(({ tables }) => {
    const stored = last ? tables[last.kind].get(last.id) : undefined;
    return stored !== undefined && stored.deletedAt !== null && stored.deletedBy !== journeyDocument.actor;
  });
  if (open && open.id !== last?.id) setLast(open);
  if (!open && last && !isLost) setLast(null);
  return { record: isLost && selection.length === 0 ? last : null, leave: () => setLast(null) };
}
