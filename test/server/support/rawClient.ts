import { onTestFinished } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import * as Y from 'yjs';
import * as decoding from 'lib0/decoding';
import { messageType, syncType } from '../../../src/doc/wire';
import { readAwareness, syncFrame, type AwarenessEntry } from '../../../server/sync/frames';
import { syncUrl, until } from './testServer';

/** A socket that says exactly what a test wants and keeps what it hears. */
export class RawClient {
  readonly socket: WebSocket;
  readonly doc = new Y.Doc();
  /** Presence as the server told it: client id → state as JSON. */
  readonly presence = new Map<number, string>();
  readonly acknowledgements: number[] = [];
  /** What the server said it may do, in order. */
  readonly roles: string[] = [];
  /** How often the map was put back from a backup, as told. */
  readonly epochs: number[] = [];
  /** Answers to commands, by their number. */
  readonly commandResults = new Map<number, unknown>();
  updatesHeard = 0;
  emptyPresenceFrames = 0;
  hasState = false;
  closedWith: number | null = null;
  /** Why, in the server's words. */
  closedSaying = '';

  constructor(
    server: { readonly url: string },
    mapId: string,
    protocols: string[] = [],
    options: ClientOptions = {},
  ) {
    this.socket = new WebSocket(`${syncUrl(server)}/${mapId}`, protocols, options);
    this.socket.on('message', (data) => this.#hear(new Uint8Array(data as Buffer)));
    this.socket.on('close', (code, reason) => {
      this.closedWith = code;
      this.closedSaying = reason.toString();
    });
    this.socket.on('error', () => undefined);
    endWithTest(this.socket);
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  sendUpdate(update: Uint8Array): void {
    this.send(syncFrame('update', update));
  }

  sendStep1(): void {
    this.send(syncFrame('step1', Y.encodeStateVector(this.doc)));
  }

  async opened(): Promise<this> {
    await until('the socket opens', () => this.socket.readyState === WebSocket.OPEN);
    return this;
  }

  /** Asks for the state and waits for it, as an honest client does. */
  async synced(deadlineMs?: number): Promise<this> {
    await this.opened();
    this.sendStep1();
    await until('the state arrives', () => this.hasState, deadlineMs);
    return this;
  }

  async closed(deadlineMs?: number): Promise<number> {
    await until('the socket closes', () => this.closedWith !== null, deadlineMs);
    return this.closedWith as number;
  }

  #hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === messageType.acknowledge) this.acknowledgements.push(decoding.readVarUint(decoder));
    else if (type === messageType.role) this.roles.push(decoding.readVarString(decoder));
    else if (type === messageType.epoch) this.epochs.push(decoding.readVarUint(decoder));
    else if (type === messageType.commandResult)
      this.commandResults.set(decoding.readVarUint(decoder), JSON.parse(decoding.readVarString(decoder)));
    else if (type === messageType.awareness) this.#hearPresence(decoding.readVarUint8Array(decoder));
    else if (type === messageType.sync)
      this.#hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
  }

  #hearPresence(update: Uint8Array): void {
    const entries = readAwareness(update, 1_000) as readonly AwarenessEntry[];
    if (entries.length === 0) this.emptyPresenceFrames += 1;
    for (const { clientId, json } of entries) {
      if (json === 'null') this.presence.delete(clientId);
      else this.presence.set(clientId, json);
    }
  }

  #hearSync(type: number, payload: Uint8Array): void {
    if (type === syncType.step1) return;
    if (type === syncType.step2) this.hasState = true;
    else this.updatesHeard += 1;
    Y.applyUpdate(this.doc, payload);
  }
}

/**
 * Ends a socket with the test, and holds it no longer than it is open: a test that kills 200 servers has 600 clients, each with
 * the whole map. Asked for out of the client's sight, because the test runner keeps the stack of whoever asks.
 */
function endWithTest(socket: WebSocket): void {
  const open = new Set([socket]);
  socket.on('close', () => open.clear());
  queueMicrotask(() => onTestFinished(() => open.forEach((one) => one.terminate())));
}

/** The update of one change to a fresh or given document. */
export function updateOf(change: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

/** An update that sets the map's title. */
export function titleUpdate(title: string, doc = new Y.Doc()): Uint8Array {
  return updateOf((target) => target.getMap('map').set('title', title), doc);
}

/** An update that makes a touchpoint of somebody's, known by the id stamped on it. */
export function recordUpdate(createdBy: string): Uint8Array {
  return updateOf((doc) => {
    const record = new Y.Map<unknown>();
    doc.getMap('touchpoints').set('t1', record);
    record.set('createdBy', createdBy);
  });
}
