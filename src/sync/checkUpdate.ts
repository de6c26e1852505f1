import * as Y from 'yjs';
import { metaRoot, rootNames, wireLimits } from '../doc/wire';
import { schemaVersion } from '../model/kinds';

/** Why bytes from outside are not taken into a map. */
export type UpdateProblem =
  /** Not a Yjs update, or not one of a journey map. */
  | 'invalid'
  /** Builds on content that is neither here nor in it. */
  | 'incomplete'
  /** Written by a newer program. */
  | 'newer'
  | 'too-big';

/**
 * Tries bytes on a copy of what is there before they touch anything: an update that fails half-way would leave the
 * document changed.
 *
 * @param base what the map holds already; null for a new map
 */
export function checkUpdate(base: Uint8Array | null, bytes: Uint8Array): UpdateProblem | null {
  if (bytes.length > wireLimits.map) return 'too-big';
  const ydoc = new Y.Doc();
  try {
    // Parses everything first: a forged length costs nothing here, but a lot while applying.
    Y.decodeUpdate(bytes);
    if (base) Y.applyUpdate(ydoc, base);
    const waitedBefore = isWaiting(ydoc);
    Y.applyUpdate(ydoc, bytes);
    for (const name of ydoc.share.keys()) if (!rootNames.has(name)) return 'invalid';
    if (!waitedBefore && isWaiting(ydoc)) return 'incomplete';
    const version = ydoc.getMap(metaRoot).get('schemaVersion');
    if (typeof version !== 'number') return 'invalid';
    return version > schemaVersion ? 'newer' : null;
  } catch {
    return 'invalid';
  } finally {
    ydoc.destroy();
  }
}

/** Whether parts of a document wait for others that have not arrived. */
function isWaiting(ydoc: Y.Doc): boolean {
  return ydoc.store.pendingStructs !== null || ydoc.store.pendingDs !== null;
}
