import { once } from 'node:events';
import { WebSocket } from 'ws';
import { syncFrame } from '../../../server/sync/frames';
import { messageType, subprotocol, syncType } from '../../../src/doc/wire';

/** Begins every edit's value, so that it is found in a frame without decoding it, merged with others or not. */
const marker = Buffer.from('edit-');
const numberLength = 6;

/** The value of an edit's field: what a client looks for in the frames it gets. */
export function editValue(number: number): string {
  return `${marker.toString()}${number.toString().padStart(numberLength, '0')}`;
}

export interface LightClientOptions {
  readonly url: string;
  /** An edit of somebody's arrived. */
  readonly onEdit: (edit: number) => void;
  /** So many of this client's content frames are stored (our server only). */
  readonly onAcknowledged: (frames: number) => void;
}

/**
 * A client without a document: it sends prepared frames and looks for the edits' values in the bytes it gets. Twenty full
 * clients in one process would measure themselves.
 */
export class LightClient {
  readonly #socket: WebSocket;
  #onState: () => void = () => undefined;

  constructor(options: LightClientOptions) {
    this.#socket = new WebSocket(options.url, [subprotocol], { perMessageDeflate: false });
    this.#socket.on('message', (data: Buffer) => {
      if (data[0] === messageType.acknowledge) options.onAcknowledged(readVarUint(data, 1));
      else if (data[0] !== messageType.sync) return;
      else if (data[1] === syncType.update) reportEdits(data, options.onEdit);
      else if (data[1] === syncType.step2) this.#onState();
    });
  }

  /** Says what the client has and settles when the server has answered with the rest: from then on it hears every edit. */
  async join(stateVector: Uint8Array): Promise<void> {
    await once(this.#socket, 'open');
    const joined = new Promise<void>((resolve) => {
      this.#onState = resolve;
    });
    this.#socket.send(syncFrame('step1', stateVector));
    await joined;
  }

  /** Sends an update as it would come from an edit. */
  send(update: Uint8Array): void {
    this.#socket.send(syncFrame('update', update));
  }

  async close(): Promise<void> {
    const closed = once(this.#socket, 'close');
    this.#socket.terminate();
    await closed;
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
