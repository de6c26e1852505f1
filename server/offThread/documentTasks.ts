import * as Y from 'yjs';
import { snapshotOf } from '../storage/compactLog';
import { rewriteDocument, type Rewritten } from './rewriteDocument';
import { takeApart, type TakenApart } from './takeApart';
import { updateParts } from './updateParts';

const utf8 = new TextDecoder();

/**
 * Work on whole documents that takes long enough to be noticed by everybody else. Each is a function of bytes alone, so
 * that it can be done on any thread.
 */
export const documentTasks = {
  /** Checks an update somebody sent and cuts it into parts. */
  takeApart: ([update]: readonly Uint8Array[]): TakenApart => takeApart(update ?? Uint8Array.of(0, 0)),
  /** Cuts a stored document, given as its updates, into parts. Throws when they do not add up. */
  cut: (updates: readonly Uint8Array[]): readonly Uint8Array[] => {
    const parts = updateParts(Y.decodeUpdate(Y.mergeUpdates([...updates])));
    if (!parts) throw new Error('the stored updates build on each other');
    return parts;
  },
  /** Makes one update of many. */
  merge: (updates: readonly Uint8Array[]): Uint8Array => Y.mergeUpdates([...updates]),
  /** Makes a snapshot of a stored document, loads it, and compares. Throws when it is not the same. */
  snapshot: (updates: readonly Uint8Array[]): Uint8Array => snapshotOf(updates),
  /** Puts the second text in place of the first (both UTF-8) in a stored document, given as its updates after them. */
  rewrite: ([text, replacement, ...updates]: readonly Uint8Array[]): Rewritten =>
    rewriteDocument(updates, utf8.decode(text), utf8.decode(replacement)),
} as const;

export type DocumentTasks = typeof documentTasks;
export type TaskName = keyof DocumentTasks;

/** From how many bytes on a document is worked on elsewhere: below, it takes no longer than a commit. */
export const largeBytes = 131_072;
