import * as Y from 'yjs';
import { syncFrame } from '../sync/frames';
import type { Member } from './member';

/** A content frame of one member whose change, if it brought one, belongs to one commit. */
export interface CommittedFrame {
  /** Null for what the server itself wrote, and for what came from another server. */
  readonly from: Member | null;
  readonly change: Uint8Array | null;
  /** Whether all that the member sent is in: a large frame comes in as several, of which the last is acknowledged. */
  readonly isWhole: boolean;
}

/**
 * Sends what has been committed to everybody. Nobody gets back what they sent themselves: who has sent nothing gets all of it
 * merged into one frame, which is cheaper than several, and who has sent some of it the frames of the others as they are,
 * which is cheaper than merging for each of them.
 */
export function broadcast(frames: readonly CommittedFrame[], listeners: Iterable<Member>): void {
  const changes = frames.flatMap(({ from, change }) => (change ? [{ from, change }] : []));
  if (changes.length === 0) return; // Nothing but repetitions.
  const senders = new Set(changes.map(({ from }) => from));
  const single = once(() =>
    changes.map(({ from, change }) => ({ from, frame: syncFrame('update', change) })),
  );
  const merged = once(() => syncFrame('update', Y.mergeUpdates(changes.map(({ change }) => change))));
  for (const member of listeners) {
    if (changes.length > 1 && !senders.has(member)) member.send(merged());
    else for (const { from, frame } of single()) if (from !== member) member.send(frame);
  }
}

/** Makes something when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
