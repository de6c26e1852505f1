import type * as Y from 'yjs';
import { origins } from '../doc/origins';

export type UpdateListener = (update: Uint8Array, origin: unknown, transaction: Y.Transaction) => void;

/**
 * Calls every listener with each update of a document, in order. One that throws keeps none of the others from its work.
 * Returns the way to stop.
 */
export function onUpdates(ydoc: Y.Doc, listeners: readonly UpdateListener[]): () => void {
  const tell = (update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction): void => {
    for (const listener of listeners) {
      try {
        listener(update, origin, transaction);
      } catch (error) {
        // A bug: it surfaces all the same.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  };
  ydoc.on('update', tell);
  return () => ydoc.off('update', tell);
}

/** Whether a change was made in this very tab. */
export function isOwn(origin: unknown): boolean {
  return origin !== origins.remote && origin !== origins.tab && origin !== origins.stored;
}

/** The clients whose content a transaction brought. */
export function writersOf({ beforeState, afterState }: Y.Transaction): readonly number[] {
  return [...afterState].flatMap(([client, clock]) =>
    clock === (beforeState.get(client) ?? 0) ? [] : [client],
  );
}
