import * as Y from 'yjs';
import { isSameContent } from './sameContent';
import { UpdateIndex } from './updateIndex';

/**
 * Whether an update from the log says something else than a document under the same ids. The log is right then: the
 * document holds what was taken in from a connection and has not been committed yet.
 */
export function contradictsStored(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs } = Y.decodeUpdate(update);
  const index = new UpdateIndex(doc, structs);
  return structs.some((struct) => !index.stored(struct).every((stored) => isSameContent(struct, stored)));
}
