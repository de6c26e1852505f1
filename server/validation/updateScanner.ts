import * as decoding from 'lib0/decoding';

/** Bits of a piece's first byte, as Yjs writes it. */
const bit = { key: 32, rightOrigin: 64, origin: 128, kind: 31 } as const;
const kind = { collected: 0, deleted: 1, text: 4, type: 7, values: 8, hole: 10 } as const;
const typeRef = { map: 1, text: 2 } as const;

/**
 * Walks over the bytes of an update (V1) and says how many pieces and values it holds, without building any of them.
 * Decoding makes an object of 80 bytes and more from a piece of two: 20 MB of them would fill the memory.
 * Returns null when the bytes do not add up, hold a kind of content that is not used here, or exceed `limit`.
 */
export function countPieces(update: Uint8Array, limit: number): number | null {
  const decoder = decoding.createDecoder(update);
  let count = 0;
  try {
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const pieces = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder); // client
      decoding.readVarUint(decoder); // clock
      for (let i = 0; i < pieces; i++) {
        count += 1 + skipPiece(decoder, limit - count);
        if (count > limit) return null;
      }
    }
    return count;
  } catch {
    return null;
  }
}

/** Moves past a piece; returns how many plain values it holds. */
function skipPiece(decoder: decoding.Decoder, limit: number): number {
  const info = decoding.readUint8(decoder);
  const content = info & bit.kind;
  if (content === kind.collected || content === kind.hole) {
    decoding.readVarUint(decoder);
    return 0;
  }
  if (info & bit.origin) skipId(decoder);
  if (info & bit.rightOrigin) skipId(decoder);
  if (!(info & (bit.origin | bit.rightOrigin))) {
    if (decoding.readVarUint(decoder) === 1) skipBytes(decoder);
    else skipId(decoder);
    if (info & bit.key) skipBytes(decoder);
  }
  return skipContent(decoder, content, limit);
}

function skipContent(decoder: decoding.Decoder, content: number, limit: number): number {
  switch (content) {
    case kind.deleted:
      decoding.readVarUint(decoder);
      return 0;
    case kind.text:
      skipBytes(decoder);
      return 0;
    case kind.type: {
      const ref = decoding.readVarUint(decoder);
      if (ref !== typeRef.map && ref !== typeRef.text) throw new Error('type that is not used here');
      return 0;
    }
    case kind.values:
      return skipValues(decoder, decoding.readVarUint(decoder), limit);
    default:
      throw new Error('content that is not used here');
  }
}

/** Moves past plain values, nested ones too, with a counter instead of recursion: their depth is the sender's choice. */
function skipValues(decoder: decoding.Decoder, values: number, limit: number): number {
  // Values left on each level; those of objects have a key before them.
  const left: { count: number; hasKeys: boolean }[] = [{ count: values, hasKeys: false }];
  let skipped = 0;
  for (let level = left.at(-1); level; level = left.at(-1)) {
    if (level.count === 0) {
      left.pop();
      continue;
    }
    level.count -= 1;
    skipped += 1;
    if (skipped > limit) throw new Error('too many values');
    if (level.hasKeys) skipBytes(decoder);
    const nested = skipValue(decoder);
    if (nested) left.push(nested);
  }
  return skipped;
}

/** Moves past one value; returns what is nested in it. Numbers are lib0's tags. */
function skipValue(decoder: decoding.Decoder): { count: number; hasKeys: boolean } | null {
  switch (decoding.readUint8(decoder)) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return null;
    case 125:
      decoding.readVarInt(decoder);
      return null;
    case 124:
      decoder.pos += 4;
      return null;
    case 123:
      decoder.pos += 8;
      return null;
    case 119:
      skipBytes(decoder);
      return null;
    case 118:
      return { count: decoding.readVarUint(decoder), hasKeys: true };
    case 117:
      return { count: decoding.readVarUint(decoder), hasKeys: false };
    default:
      throw new Error('value of a kind that files cannot hold');
  }
}

function skipId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

function skipBytes(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new Error('ends too early');
  decoder.pos += length;
}
