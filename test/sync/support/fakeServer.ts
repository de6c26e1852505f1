import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';
import { messageType, syncType } from '../../../src/doc/wire';
import type { ServerAddress } from '../../../src/sync/rooms';
import { syncFrame } from '../../../server/sync/frames';

/** A server in the same process that does one thing at a time, when the test says so. */
export class FakeServer implements ServerAddress {
  readonly socketUrl = 'ws://fake/sync';
  readonly httpUrl = 'http://fake';
  readonly fetch: typeof fetch = async () =>
    new Response('{"role":"owner","ticket":"t"}', { status: this.isUp ? 201 : 503 });
  readonly webSocket: typeof WebSocket;
  /** What is on the server's disk. */
  readonly committed = new Y.Doc();
  isUp = true;
  socket: FakeSocket | null = null;
  /** What each socket offered, in order. */
  readonly offers: (readonly string[])[] = [];
  #uncommitted: Uint8Array[] = [];
  #acknowledged = 0;

  constructor() {
    const accept = (socket: FakeSocket, protocols: readonly string[]): void => {
      this.offers.push(protocols);
      this.socket = socket;
    };
    this.webSocket = class extends FakeSocket {
      constructor(_url: string, protocols: readonly string[]) {
        super();
        accept(this, protocols);
      }
    } as unknown as typeof WebSocket;
  }

  /** Accepts or refuses the socket that is being opened. */
  answer(): void {
    const { socket } = this;
    if (socket?.readyState !== 0) return;
    if (!this.isUp) return this.drop(1006);
    this.#uncommitted = [];
    this.#acknowledged = 0;
    socket.readyState = 1;
    socket.onopen?.();
    socket.hear(syncFrame('step1', Y.encodeStateVector(this.committed)));
  }

  /** Reads the oldest frame that arrived. */
  read(): void {
    const frame = this.socket?.readyState === 1 ? this.socket.sent.shift() : undefined;
    if (!frame) return;
    const decoder = createDecoder(frame);
    if (readVarUint(decoder) !== messageType.sync) return;
    const type = readVarUint(decoder);
    const payload = readVarUint8Array(decoder);
    if (type === syncType.step1)
      this.socket?.hear(syncFrame('step2', Y.encodeStateAsUpdate(this.committed, payload)));
    else this.#uncommitted.push(payload);
  }

  /** Puts the oldest content on disk and acknowledges it. */
  commit(): void {
    const update = this.#uncommitted.shift();
    if (!update) return;
    Y.applyUpdate(this.committed, update);
    if (this.committed.store.pendingStructs)
      throw new Error('the server got an update before what it builds on');
    const encoder = createEncoder();
    writeVarUint(encoder, messageType.acknowledge);
    writeVarUint(encoder, ++this.#acknowledged);
    this.socket?.hear(toUint8Array(encoder));
  }

  /** Somebody else writes. */
  write(change: (ydoc: Y.Doc) => void): void {
    const before = Y.encodeStateVector(this.committed);
    this.committed.transact(() => change(this.committed));
    if (this.socket?.readyState === 1)
      this.socket.hear(syncFrame('update', Y.encodeStateAsUpdate(this.committed, before)));
  }

  /** Cuts the line; what is under way and not committed is lost. */
  drop(code = 1006): void {
    const { socket } = this;
    this.#uncommitted = [];
    if (!socket || socket.readyState === 3) return;
    socket.readyState = 3;
    socket.onclose?.({ code, reason: '' });
  }
}

class FakeSocket {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  binaryType = 'arraybuffer';
  readyState = 0;
  readonly sent: Uint8Array[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBufferLike }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: () => void): void {
    this[`on${type}`] = listener;
  }

  send(data: Uint8Array): void {
    this.sent.push(data.slice());
  }

  hear(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer });
  }

  close(): void {
    this.readyState = 3;
  }
}
