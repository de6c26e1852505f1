import * as Y from 'yjs';
import { origins } from '../doc/origins';
import { isMessage, type Channel, type OpenChannel } from './channel';

/** Name of the line between the tabs that have a map open. */
export function tabsChannelName(mapId: string): string {
  return `throughline.map.${mapId}`;
}

/** What tabs say to each other. */
export const tabMessage = {
  /** Something was changed in the sending tab. */
  update: (bytes: Uint8Array) => ({ kind: 'update', bytes }) as const,
  /** The sending tab has just opened, or has slept: this is what it knows. */
  hello: (vector: Uint8Array, from: number) => ({ kind: 'hello', vector, from }) as const,
  /** Answer to hello: what the other did not know, and what the answering tab knows. */
  welcome: (bytes: Uint8Array, vector: Uint8Array, to: unknown, from: number) =>
    ({ kind: 'welcome', bytes, vector, to, from }) as const,
  /** The map has a room on the server now. */
  shared: () => ({ kind: 'shared' }) as const,
} as const;

/** What a tab wants to know of the others. */
export interface TabEvents {
  /** Another tab has shared the map. */
  readonly onShared: () => void;
  /** Another tab of this browser has the map open, under this presence id. Nobody outside the browser can say so. */
  readonly onTab: (presenceId: number) => void;
}

/** Keeps the tabs of one browser equal without a network. Only what was made in this tab is passed on. */
export class Tabs {
  readonly #ydoc: Y.Doc;
  readonly #channel: Channel;
  readonly #events: TabEvents;
  /** The id this tab has in presence; the document's own may change later. */
  readonly #id: number;

  constructor(mapId: string, ydoc: Y.Doc, openChannel: OpenChannel, events: TabEvents) {
    this.#ydoc = ydoc;
    this.#id = ydoc.clientID;
    this.#events = events;
    this.#channel = openChannel(tabsChannelName(mapId), (message) => this.#receive(message));
    this.greet();
  }

  /** Tells the other tabs a change made here. */
  send(update: Uint8Array): void {
    this.#channel.post(tabMessage.update(update));
  }

  /** Exchanges what either side lacks: on opening, and after the page was frozen and may have missed messages. */
  greet(): void {
    this.#channel.post(tabMessage.hello(Y.encodeStateVector(this.#ydoc), this.#id));
  }

  /** Tells the other tabs that the map has been shared. */
  tellShared(): void {
    this.#channel.post(tabMessage.shared());
  }

  close(): void {
    this.#channel.close();
  }

  #receive(message: unknown): void {
    if (isMessage(message, 'update')) this.#apply(message['bytes']);
    else if (isMessage(message, 'shared')) this.#events.onShared();
    else if (isMessage(message, 'hello') && message['vector'] instanceof Uint8Array) {
      const missing = Y.encodeStateAsUpdate(this.#ydoc, message['vector']);
      const vector = Y.encodeStateVector(this.#ydoc);
      this.#channel.post(tabMessage.welcome(missing, vector, message['from'], this.#id));
      this.#meet(message['from']);
    } else if (isMessage(message, 'welcome') && message['vector'] instanceof Uint8Array) {
      this.#meet(message['from']);
      if (message['to'] !== this.#id) return;
      this.#apply(message['bytes']);
      const missing = Y.encodeStateAsUpdate(this.#ydoc, message['vector']);
      // Deletions travel in every update and are not in the vector; two bytes say “nothing at all”.
      if (missing.length > 2) this.send(missing);
    }
  }

  #meet(from: unknown): void {
    if (typeof from === 'number') this.#events.onTab(from);
  }

  #apply(bytes: unknown): void {
    if (bytes instanceof Uint8Array) Y.applyUpdate(this.#ydoc, bytes, origins.tab);
  }
}
