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
 * Sends what has been committed to everybody, one frame each. Nobody gets back what they sent themselves.
 * Frames are what a busy room costs, not Yjs: merging them is cheaper than sending them.
 */
export function broadcast(frames: readonly CommittedFrame[], listeners: Iterable<Member>): void {
  const senders = new Set(frames.filter(({ change }) => change).map(({ from }) => from));
  if (senders.size === 0) return; // Nothing but repetitions.
  let forAll: Uint8Array | null = null;
  for (const member of listeners) {
    if (senders.has(member)) {
      if (senders.size > 1) member.send(frameOf(frames.filter(({ from }) => from !== member)));
    } else {
      forAll ??= frameOf(frames);
      member.send(forAll);
    }
  }
}

function frameOf(frames: readonly CommittedFrame[]): Uint8Array {
  const changes = frames.map(({ change }) => change).filter((change) => change !== null);
  return syncFrame('update', changes.length === 1 ? (changes[0] as Uint8Array) : Y.mergeUpdates(changes));
}
