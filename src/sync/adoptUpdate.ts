import * as Y from 'yjs';
import { adoptDifferences } from '../doc/adoptDifferences';

/**
 * What merging some Yjs bytes into a state changes, as an update under a fresh client id: for maps on a server, which
 * takes nothing new under the ids of others (RIGHT-14).
 */
export function adoptUpdate(state: Uint8Array, bytes: Uint8Array): Uint8Array {
  const target = new Y.Doc();
  const merged = new Y.Doc();
  Y.applyUpdate(target, state);
  Y.applyUpdate(merged, Y.mergeUpdates([state, bytes]));
  const before = Y.encodeStateVector(target);
  adoptDifferences(target, merged);
  const update = Y.encodeStateAsUpdate(target, before);
  target.destroy();
  merged.destroy();
  return update;
}
