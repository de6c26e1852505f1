const binaryMessage = 0x82;
/** Lengths up to the first fit into a header's second byte, up to the second into two bytes more, all others into eight. */
const shortest = 125;
const short = 0xffff;

const framed = new WeakMap<Uint8Array, Buffer>();

/**
 * A payload as a WebSocket message of a server: binary, in one piece, not masked. It is the same bytes for everybody, so it is
 * made once for all who are sent the same payload, which must not change afterwards.
 */
export function socketFrame(payload: Uint8Array): Buffer {
  const known = framed.get(payload);
  if (known) return known;
  const frame = Buffer.concat([header(payload.length), payload]);
  framed.set(payload, frame);
  return frame;
}

function header(length: number): Buffer {
  if (length <= shortest) return Buffer.of(binaryMessage, length);
  if (length <= short) {
    const bytes = Buffer.of(binaryMessage, shortest + 1, 0, 0);
    bytes.writeUInt16BE(length, 2);
    return bytes;
  }
  const bytes = Buffer.of(binaryMessage, shortest + 2, 0, 0, 0, 0, 0, 0, 0, 0);
  bytes.writeUIntBE(length, 4, 6);
  return bytes;
}
