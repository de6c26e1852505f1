import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WriterBinding } from '../storage/logStore';
import type { AwarenessEntry } from '../sync/frames';

/** An update that has been committed, with its place in the log and the checksum it is stored with. */
export interface RelayedUpdate {
  readonly position: number;
  readonly data: Uint8Array;
  readonly sha256: Uint8Array;
  /** Client ids that belong to their writers from this update on. */
  readonly writers: readonly WriterBinding[];
}

/** A participant as another server shows it. */
export interface RelayedPresence extends AwarenessEntry {
  /** Who is behind it, not to be recognised but to be compared. */
  readonly principal: string;
}

/** What servers tell each other about one map. */
export type RelayMessage =
  | { readonly kind: 'update'; readonly from: string; readonly update: RelayedUpdate }
  | { readonly kind: 'presence'; readonly from: string; readonly entries: readonly RelayedPresence[] }
  | { readonly kind: 'whoIsThere'; readonly from: string };

const type = { update: 1, presence: 2, whoIsThere: 3 } as const;

export function encodeRelayMessage(message: RelayMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type[message.kind]);
    encoding.writeVarString(encoder, message.from);
    if (message.kind === 'update') writeUpdate(encoder, message.update);
    if (message.kind === 'presence') writePresence(encoder, message.entries);
  });
}

/** Null for what is none of ours, such as a message of another version. */
export function decodeRelayMessage(bytes: Uint8Array): RelayMessage | null {
  const decoder = decoding.createDecoder(bytes);
  try {
    const kind = decoding.readVarUint(decoder);
    const from = decoding.readVarString(decoder);
    if (kind === type.update) return { kind: 'update', from, update: readUpdate(decoder) };
    if (kind === type.presence) return { kind: 'presence', from, entries: readPresence(decoder) };
    return kind === type.whoIsThere ? { kind: 'whoIsThere', from } : null;
  } catch {
    return null;
  }
}

function writeUpdate(encoder: encoding.Encoder, { position, data, sha256, writers }: RelayedUpdate): void {
  encoding.writeVarUint(encoder, position);
  encoding.writeVarUint8Array(encoder, data);
  encoding.writeVarUint8Array(encoder, sha256);
  encoding.writeVarUint(encoder, writers.length);
  for (const { clientId, principal } of writers) {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarString(encoder, principal);
  }
}

function readUpdate(decoder: decoding.Decoder): RelayedUpdate {
  return {
    position: decoding.readVarUint(decoder),
    data: decoding.readVarUint8Array(decoder),
    sha256: decoding.readVarUint8Array(decoder),
    writers: readAll(decoder, () => ({
      clientId: decoding.readVarUint(decoder),
      principal: decoding.readVarString(decoder),
    })),
  };
}

function writePresence(encoder: encoding.Encoder, entries: readonly RelayedPresence[]): void {
  encoding.writeVarUint(encoder, entries.length);
  for (const { clientId, clock, json, principal } of entries) {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
    encoding.writeVarString(encoder, principal);
  }
}

function readPresence(decoder: decoding.Decoder): readonly RelayedPresence[] {
  return readAll(decoder, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    json: decoding.readVarString(decoder),
    principal: decoding.readVarString(decoder),
  }));
}

/** Reads as many items as are announced; throws when the message ends before. */
function readAll<T>(decoder: decoding.Decoder, readOne: () => T): readonly T[] {
  const items: T[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) items.push(readOne());
  return items;
}
