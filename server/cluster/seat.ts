import type { Log } from '../log';
import type { LogStore, LogView, WriterBinding } from '../storage/logStore';
import { channelOf, LogFollower } from './logFollower';
import type { Relay } from './relay';
import {
  decodeRelayMessage,
  encodeRelayMessage,
  type RelayedPresence,
  type RelayMessage,
} from './relayMessages';

/** What a room takes from its counterparts on other servers. */
export interface ClusterListener {
  /** Updates that others have committed, in order. False when they contradict what waits to be committed here. */
  apply(updates: readonly Uint8Array[], writers: readonly WriterBinding[]): boolean;
  /** The room is no longer what the log says, and must be thrown away. */
  lost(): void;
  /** Participants of another server have come, changed or (state `null`) gone. */
  hearPresence(server: string, entries: readonly RelayedPresence[]): void;
  /** Everybody of that server is gone. */
  forgetServer(server: string): void;
  /** Those who are here themselves. */
  presence(): readonly RelayedPresence[];
}

export interface SeatOptions {
  readonly mapId: string;
  readonly listener: ClusterListener;
  readonly store: LogStore;
  readonly relay: Relay;
  readonly log: Log;
  readonly installation: string;
  /** Name of this process among the servers. */
  readonly server: string;
  readonly onClose: () => void;
}

/** A room's line to its counterparts on other servers. */
export class Seat {
  readonly #options: SeatOptions;
  readonly #channel: string;
  readonly #follower: LogFollower;
  readonly #stopListening: () => void;

  constructor(options: SeatOptions) {
    const { mapId, store, log, listener, relay, installation } = options;
    this.#options = options;
    this.#channel = channelOf(installation, mapId);
    this.#follower = new LogFollower({
      mapId,
      store,
      log,
      apply: (updates, writers) => listener.apply(updates, writers),
      lost: () => listener.lost(),
      committed: (update) => this.#say({ kind: 'update', from: options.server, update }),
    });
    this.#stopListening = relay.listen(
      this.#channel,
      (bytes) => this.#hear(decodeRelayMessage(bytes)),
      () => this.#greet(),
    );
  }

  /** What the room's updates are appended with. */
  get view(): LogView {
    return this.#follower;
  }

  get listener(): ClusterListener {
    return this.#options.listener;
  }

  /** The room has been read from the log up to a number. */
  start(head: number): void {
    this.#follower.start(head);
  }

  /** Learns from the database how far the log goes. */
  noteHead(head: number): void {
    this.#follower.noteHead(head);
  }

  tellPresence(entries: readonly RelayedPresence[]): void {
    if (entries.length > 0) this.#say({ kind: 'presence', from: this.#options.server, entries });
  }

  close(): void {
    this.#stopListening();
    this.#follower.close();
    this.#options.onClose();
  }

  #greet(): void {
    this.tellPresence(this.listener.presence());
    this.#say({ kind: 'whoIsThere', from: this.#options.server });
  }

  #hear(message: RelayMessage | null): void {
    if (!message || message.from === this.#options.server) return;
    if (message.kind === 'update') this.#follower.hear(message.update);
    else if (message.kind === 'presence') this.listener.hearPresence(message.from, message.entries);
    else this.tellPresence(this.listener.presence());
  }

  #say(message: RelayMessage): void {
    this.#options.relay.say(this.#channel, encodeRelayMessage(message));
  }
}
