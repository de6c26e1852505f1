import { once } from 'node:events';
import { WebSocket } from 'ws';
import { awarenessFrame, syncFrame } from '../../../server/sync/frames';
import { messageType, syncType } from '../../../src/doc/wire';
import type { Dialect } from './serverKind';

/** Begins every edit's value, so that it is found in a frame without decoding it, merged with others or not. */
const marker = Buffer.from('edit-');
const numberLength = 6;
/** Types that Hocuspocus alone knows: a state that asks for no answer, and the word that an update was taken. */
const hocuspocusType = { syncReply: 4, taken: 8 } as const;

/** The value of an edit's field: what a client looks for in the frames it gets. */
export function editValue(number: number): string {
  return `${marker.toString()}${number.toString().padStart(numberLength, '0')}`;
}

/**
 * A client without a document: it sends prepared frames and looks for the edits' values in the bytes it gets. A hundred
 * full clients in one process would measure themselves.
 */
export class LightClient {
  /** An edit of somebody's arrived. */
  onEdit: (edit: number) => void = () => undefined;
  /** So many of this client's content frames are stored (ours) or taken (Hocuspocus). */
  onAcknowledged: (frames: number) => void = () => undefined;
  /** The connection has ended, with this code. */
  onClosed: (code: number) => void = () => undefined;
  readonly #socket: WebSocket;
  readonly #dialect: Dialect;
  #acknowledged = 0;
  #contentFrames = 0;
  #cursorClock = 0;
  #onState: (bytes: number) => void = () => undefined;

  /** @param offers what it offers besides, such as a ticket */
  constructor(dialect: Dialect, ...offers: readonly string[]) {
    this.#dialect = dialect;
    this.#socket = new WebSocket(dialect.url, [...dialect.protocols, ...offers], {
      perMessageDeflate: false,
    });
    this.#socket.on('message', (data: Buffer) => this.#receive(data));
    this.#socket.on('close', (code) => this.onClosed(code));
    // What goes wrong on a socket also closes it.
    this.#socket.on('error', () => undefined);
  }

  /**
   * Says what the client has; settles with the size of the answer when the server has sent the rest: from then on it hears
   * every edit. Rejects when the server closes the connection first.
   */
  async join(stateVector: Uint8Array): Promise<number> {
    const ended = once(this.#socket, 'close').then(([code]) => {
      throw new Error(`The server closed the connection with ${String(code)}.`);
    });
    ended.catch(() => undefined);
    await Promise.race([once(this.#socket, 'open'), ended]);
    const joined = new Promise<number>((resolve) => {
      this.#onState = resolve;
    });
    if (this.#dialect.hello) this.#socket.send(this.#dialect.hello);
    this.#send(syncFrame('step1', stateVector));
    return Promise.race([joined, ended]);
  }

  /** Sends an update as it would come from an edit. */
  sendEdit(update: Uint8Array): void {
    this.#contentFrames += 1;
    this.#send(syncFrame('update', update));
  }

  /** Hands a whole state in, and settles when the server has taken it, or at once where it does not tell. */
  async handIn(state: Uint8Array, tells: boolean): Promise<void> {
    const taken = new Promise<void>((resolve) => {
      this.onAcknowledged = () => resolve();
    });
    this.#contentFrames += 1;
    this.#send(syncFrame('step2', state));
    if (tells) await taken;
    this.onAcknowledged = () => undefined;
  }

  /** Frames with content that this client has sent so far: what acknowledgements count. */
  get contentFrames(): number {
    return this.#contentFrames;
  }

  /** Shows where somebody's cursor is. */
  sendCursor(clientId: number): void {
    const clock = ++this.#cursorClock;
    const json = `{"user":{"name":"Ada ${clientId}","color":"#3b82f6"},"cursor":{"x":${clock % 997},"y":${clock % 601}}}`;
    this.#send(awarenessFrame([{ clientId, clock, json }]));
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    this.#socket.terminate();
    await closed;
  }

  #send(frame: Uint8Array): void {
    const { prefix } = this.#dialect;
    this.#socket.send(prefix.length > 0 ? Buffer.concat([prefix, frame]) : frame);
  }

  #receive(data: Buffer): void {
    const at = this.#dialect.prefix.length;
    const type = data[at];
    if (type === messageType.sync || type === hocuspocusType.syncReply) {
      if (data[at + 1] === syncType.update) reportEdits(data, this.onEdit);
      else if (data[at + 1] === syncType.step2) this.#onState(data.length);
    } else if (type === messageType.acknowledge) this.onAcknowledged(readVarUint(data, at + 1));
    else if (type === hocuspocusType.taken && at > 0) this.onAcknowledged(++this.#acknowledged);
  }
}

function reportEdits(frame: Buffer, onEdit: (edit: number) => void): void {
  for (let at = frame.indexOf(marker); at >= 0; at = frame.indexOf(marker, at + 1)) {
    const start = at + marker.length;
    onEdit(Number(frame.toString('latin1', start, start + numberLength)));
  }
}

function readVarUint(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let i = from, factor = 1; ; i++, factor *= 128) {
    const byte = bytes[i] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
}
