import { readVarUint } from 'lib0/decoding';
import * as Y from 'yjs';
import type { ShortTextDecoder } from './shortTextDecoder';

/** What an update holds of one client, by clock, without a gap. */
export type Structs = readonly (Y.Item | Y.GC)[];

/** An update holds what documents of this program do not: reading it is left to Yjs. */
export class UnforeseenUpdate extends Error {}

/** What the first five bits of a struct say about its content, in the format of Yjs updates (V1). */
const contentRef = { gc: 0, deleted: 1, text: 4, format: 6, type: 7, values: 8 } as const;
/** How the format numbers shared types. */
const typeRef = { map: 1, text: 2 } as const;
/** What the other bits say is told of a struct. */
const told = { key: 0x20, rightOrigin: 0x40, origin: 0x80 } as const;
const refBits = 0x1f;

/**
 * Reads the structs of an update (V1), by client; the deletions after them are left in the decoder. Nothing is put into
 * the document but the types at its top.
 *
 * @throws {UnforeseenUpdate} when the update holds other content than documents of this program do, or not all that a
 *   client wrote. Bytes that are no update throw something else.
 */
export function readStructs(decoder: ShortTextDecoder, ydoc: Y.Doc): ReadonlyMap<number, Structs> {
  const clients = new Map<number, Structs>();
  for (let left = readVarUint(decoder.restDecoder); left > 0; left--) {
    const count = readVarUint(decoder.restDecoder);
    const client = decoder.readClient();
    let clock = readVarUint(decoder.restDecoder);
    if (clock !== 0 || clients.has(client)) throw new UnforeseenUpdate();
    const structs: (Y.Item | Y.GC)[] = [];
    for (let i = 0; i < count; i++) {
      const struct = readStruct(decoder, ydoc, Y.createID(client, clock));
      structs.push(struct);
      clock += struct.length;
    }
    clients.set(client, structs);
  }
  return clients;
}

function readStruct(decoder: ShortTextDecoder, ydoc: Y.Doc, id: Y.ID): Y.Item | Y.GC {
  const info = decoder.readInfo();
  if ((info & refBits) === contentRef.gc) return new Y.GC(id, decoder.readLen());
  const origin = info & told.origin ? decoder.readLeftID() : null;
  const rightOrigin = info & told.rightOrigin ? decoder.readRightID() : null;
  // Beside something else, the parent is that one's.
  const hasParent = origin === null && rightOrigin === null;
  const parent = hasParent ? readParent(decoder, ydoc) : null;
  const key = hasParent && info & told.key ? decoder.readString() : null;
  return new Y.Item(id, null, origin, null, rightOrigin, parent, key, readContent(decoder, info & refBits));
}

function readParent(decoder: ShortTextDecoder, ydoc: Y.Doc): Y.AbstractType<unknown> | Y.ID {
  return decoder.readParentInfo() ? ydoc.get(decoder.readString()) : decoder.readLeftID();
}

function readContent(decoder: ShortTextDecoder, ref: number): Y.Item['content'] {
  switch (ref) {
    case contentRef.values:
      return new Y.ContentAny(readValues(decoder));
    case contentRef.type:
      return new Y.ContentType(readType(decoder));
    case contentRef.text:
      return new Y.ContentString(decoder.readString());
    case contentRef.deleted:
      return new Y.ContentDeleted(decoder.readLen());
    case contentRef.format:
      return new Y.ContentFormat(decoder.readKey(), decoder.readJSON());
    default:
      throw new UnforeseenUpdate();
  }
}

function readValues(decoder: ShortTextDecoder): unknown[] {
  const count = decoder.readLen();
  // A field has one value; an array that grows has room for sixteen more.
  if (count === 1) return [decoder.readAny()];
  const values: unknown[] = [];
  for (let i = 0; i < count; i++) values.push(decoder.readAny());
  return values;
}

function readType(decoder: ShortTextDecoder): Y.Map<unknown> | Y.Text {
  const ref = decoder.readTypeRef();
  if (ref === typeRef.map) return new Y.Map<unknown>();
  if (ref === typeRef.text) return new Y.Text();
  throw new UnforeseenUpdate();
}
