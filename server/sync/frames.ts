import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageType, syncType } from '../../src/doc/wire';
import type { MapRole } from '../../src/model/access';
import type { CommentResult } from '../../src/model/commentCommand';

/** What a client may say. Anything else is `unknown` (a type we do not speak) or `malformed` (bytes that do not add up). */
export type ClientFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'content'; readonly via: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'command'; readonly number: number; readonly json: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'malformed' };

/**
 * Takes a frame apart without looking into its payload. Never `readSyncMessage`: it applies what it reads, swallows the
 * error when that goes wrong half-way, and leaves the document changed.
 */
export function readFrame(bytes: Uint8Array): ClientFrame {
  const decoder = decoding.createDecoder(bytes);
  try {
    const frame = readKnownFrame(decoder);
    return frame.kind !== 'unknown' && decoding.hasContent(decoder) ? { kind: 'malformed' } : frame;
  } catch {
    return { kind: 'malformed' };
  }
}

function readKnownFrame(decoder: decoding.Decoder): ClientFrame {
  switch (decoding.readVarUint(decoder)) {
    case messageType.sync:
      return readSyncFrame(decoder);
    case messageType.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case messageType.queryAwareness:
      return { kind: 'queryAwareness' };
    case messageType.command:
      return {
        kind: 'command',
        number: decoding.readVarUint(decoder),
        json: decoding.readVarString(decoder),
      };
    default:
      return { kind: 'unknown' };
  }
}

function readSyncFrame(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  switch (type) {
    case syncType.step1:
      return { kind: 'step1', stateVector: payload };
    case syncType.step2:
      return { kind: 'content', via: 'step2', update: payload };
    case syncType.update:
      return { kind: 'content', via: 'update', update: payload };
    default:
      return { kind: 'malformed' };
  }
}

/** A sync frame: step 1 with a state vector, step 2 or update with an update. */
export function syncFrame(type: keyof typeof syncType, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, syncType[type]);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** One participant's entry in an awareness update. `json` is the state as its owner wrote it, or `null` for gone. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string;
}

/** The entries of an awareness update, states left unparsed; null when the bytes do not add up. */
export function readAwareness(update: Uint8Array, maxEntries: number): readonly AwarenessEntry[] | null {
  const decoder = decoding.createDecoder(update);
  try {
    const count = decoding.readVarUint(decoder);
    if (count > maxEntries) return null;
    const entries: AwarenessEntry[] = [];
    for (let i = 0; i < count; i++) {
      entries.push({
        clientId: decoding.readVarUint(decoder),
        clock: decoding.readVarUint(decoder),
        json: decoding.readVarString(decoder),
      });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch {
    return null;
  }
}

/** An awareness frame. Without entries it says nothing, which is what keeps y-websocket's 30 s watchdog quiet. */
export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    const inner = encoding.encode((update) => {
      encoding.writeVarUint(update, entries.length);
      for (const entry of entries) {
        encoding.writeVarUint(update, entry.clientId);
        encoding.writeVarUint(update, entry.clock);
        encoding.writeVarString(update, entry.json);
      }
    });
    encoding.writeVarUint8Array(encoder, inner);
  });
}

/** How many of a connection's content frames are committed, counted from its start. */
export function acknowledgeFrame(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.acknowledge);
    encoding.writeVarUint(encoder, count);
  });
}

/** What the client may do from now on. */
export function roleFrame(role: MapRole): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.role);
    encoding.writeVarString(encoder, role);
  });
}

/** How often an older copy was put in the map's place. */
export function epochFrame(epoch: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.epoch);
    encoding.writeVarUint(encoder, epoch);
  });
}

/** What came of a command. */
export function commandResultFrame(number: number, result: CommentResult): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.commandResult);
    encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, JSON.stringify(result));
  });
}

/** Whether an update brings nothing at all: what an honest reader answers when asked for its state. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
