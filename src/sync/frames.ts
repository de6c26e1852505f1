import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { messageType, syncType } from '../doc/wire';

/** A frame that carries document content. */
export function contentFrame(type: 'step2' | 'update', update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, messageType.sync);
  writeVarUint(encoder, syncType[type]);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}

/** A frame that carries presence. */
export function awarenessFrame(update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, messageType.awareness);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}

/** Presence of nobody: says nothing but keeps the line alive. */
export const keepAliveFrame: Uint8Array = awarenessFrame(Uint8Array.of(0));
