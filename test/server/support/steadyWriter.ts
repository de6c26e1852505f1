import * as Y from 'yjs';
import { subprotocol } from '../../../src/doc/wire';
import { syncFrame } from '../../../server/sync/frames';
import { RawClient, updateOf } from './rawClient';
import { until } from './testServer';

/** A person who keeps writing, keeps what they wrote, and comes back when their server has died. */
export class SteadyWriter {
  readonly doc = new Y.Doc();
  /** Keys the server said it has on disk. */
  readonly acknowledged = new Set<string>();
  readonly #name: string;
  readonly #mapId: string;
  #client: RawClient | null = null;
  /** Keys that each content frame of this connection brought. */
  #sent: string[][] = [];
  #edits = 0;

  /** @param name at most 22 letters: their browser is known by it */
  constructor(name: string, mapId: string) {
    this.#name = name;
    this.#mapId = mapId;
  }

  /** Takes in the state and hands in everything of its own; gives up when the connection ends before that. */
  async connect(server: { readonly url: string }): Promise<void> {
    const client = new RawClient(server, this.#mapId, [subprotocol], {
      headers: { cookie: `throughline-device=${this.#name.padEnd(22, 'x')}` },
    });
    this.#client = client;
    this.#sent = [];
    client.doc.on('update', (update: Uint8Array) => Y.applyUpdate(this.doc, update, 'server'));
    await until('the socket opens or fails', () => client.socket.readyState !== client.socket.CONNECTING);
    if (!this.isConnected) return;
    client.sendStep1();
    // A busy machine may take long to open a large map.
    await until('the state arrives or the line ends', () => client.hasState || !this.isConnected, 60_000);
    if (!this.isConnected) return;
    this.#sent = [[...this.doc.getMap('map').keys()]];
    client.send(syncFrame('step2', Y.encodeStateAsUpdate(this.doc)));
  }

  get isConnected(): boolean {
    return this.#client?.socket.readyState === this.#client?.socket.OPEN;
  }

  /** Content frames sent on this connection. */
  get framesSent(): number {
    return this.#sent.length;
  }

  /** The code with which the connection ended; null while it lasts. */
  get closedWith(): number | null {
    return this.#client?.closedWith ?? null;
  }

  /** Writes something under a key of its own; with `filling` also so many bytes that others replace. */
  write(filling = 0): void {
    const key = `${this.#name} ${(this.#edits += 1)}`;
    const update = updateOf((doc) => {
      const map = doc.getMap('map');
      map.set(key, key);
      for (let part = 0; part * 60_000 < filling; part++) map.set(`filling ${part}`, 'x'.repeat(60_000));
    }, this.doc);
    if (!this.isConnected) return;
    this.#client?.sendUpdate(update);
    this.#sent.push([key]);
    this.note();
  }

  /** Takes note of what has been acknowledged. */
  note(): void {
    const count = this.#client?.acknowledgements.at(-1) ?? 0;
    for (const keys of this.#sent.slice(0, count)) for (const key of keys) this.acknowledged.add(key);
  }
}
