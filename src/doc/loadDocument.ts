import { createDecoder } from 'lib0/decoding';
import * as Y from 'yjs';
import { placeStructs } from './placeStructs';
import { readStructs } from './readStructs';
import { ShortTextDecoder } from './shortTextDecoder';

/** How an update begins that holds nothing but deletions. */
const noStructs = Uint8Array.of(0);

/**
 * Makes a document of updates (V1): the same one as `Y.applyUpdate` makes of an empty one, in less time and memory. What
 * that does for every field of every record is meant for edits that meet others; in the largest update, which is what
 * there was of a map when its updates were made one, nearly all stand alone. To merge the others into it would take as
 * long as reading it.
 *
 * @throws what `Y.applyUpdate` throws of bytes that are no update
 */
export function loadDocument(updates: readonly Uint8Array[], origin: unknown): Y.Doc {
  const largest = updates.reduce<Uint8Array | null>(
    (most, update) => (most && most.length >= update.length ? most : update),
    null,
  );
  if (!largest) return new Y.Doc();
  const ydoc = loadWhole(largest, origin);
  const applyOthers = (): void => {
    for (const update of updates) if (update !== largest) Y.applyUpdate(ydoc, update, origin);
  };
  if (updates.length > 1) Y.transact(ydoc, applyOthers, origin, false);
  return ydoc;
}

function loadWhole(update: Uint8Array, origin: unknown): Y.Doc {
  try {
    return readWhole(update, origin);
  } catch {
    // Something unforeseen, or no update at all: Yjs has the last word on both.
    const ydoc = new Y.Doc();
    Y.applyUpdateV2(ydoc, update, origin, ShortTextDecoder);
    return ydoc;
  }
}

/**
 * Makes a document of an update that holds what documents of this program do, each field of it nearly always alone.
 *
 * @throws {UnforeseenUpdate} when it holds something else, or not all of a document; and whatever reading bytes throws
 *   that are no update
 */
export function readWhole(update: Uint8Array, origin: unknown): Y.Doc {
  const ydoc = new Y.Doc();
  const decoder = new ShortTextDecoder(createDecoder(update));
  const structs = readStructs(decoder, ydoc);
  const { arr, pos } = decoder.restDecoder;
  const deletions = new Uint8Array(noStructs.length + arr.length - pos);
  deletions.set(arr.subarray(pos), noStructs.length);
  const place = (transaction: Y.Transaction): void => {
    placeStructs(transaction, structs);
    Y.applyUpdate(ydoc, deletions, origin);
  };
  Y.transact(ydoc, place, origin, false);
  return ydoc;
}
