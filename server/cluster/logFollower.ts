import { createHash } from 'node:crypto';
import { messageOf, shortMapId, type Log } from '../log';
import { checksum } from '../storage/checksum';
import type { LogEntry, LogStore, LogView, StoredLog, WriterBinding } from '../storage/logStore';
import type { RelayedUpdate } from './relayMessages';

export interface FollowerOptions {
  readonly mapId: string;
  readonly store: LogStore;
  readonly log: Log;
  /** Takes updates that others have committed, in order. False when they contradict what waits to be committed. */
  readonly apply: (updates: readonly Uint8Array[], writers: readonly WriterBinding[]) => boolean;
  /** The room is no longer what the log says, and must be thrown away. */
  readonly lost: () => void;
  /** An update of this process has been committed. */
  readonly committed: (update: RelayedUpdate) => void;
}

/**
 * Keeps a room level with the log that other servers append to as well. It takes updates in the order of their numbers; a
 * number that does not follow on, heard from the relay or seen in the database, makes it read what is missing.
 */
export class LogFollower implements LogView {
  readonly #options: FollowerOptions;
  #position = 0;
  /** Highest number anybody has spoken of. */
  #heard = 0;
  #isFetching = false;
  /** Whether there is a document to keep level. */
  #isStarted = false;
  #isClosed = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  get position(): number {
    return this.#position;
  }

  /** Begins where a document that has just been read ends. */
  start(head: number): void {
    this.#isStarted = true;
    this.#position = head;
    this.noteHead(head);
  }

  close(): void {
    this.#isClosed = true;
  }

  catchUp(missed: StoredLog): boolean {
    if (this.#isClosed) return false;
    // Numbers only grow, except where an older copy of the database was put in place.
    if (missed.head < this.#position) return this.refuse();
    return this.#take(missed);
  }

  appended(position: number, { data, writers = [] }: Pick<LogEntry, 'data' | 'writers'>): void {
    this.#position = Math.max(this.#position, position);
    const sha256 = checksum(this.#options.mapId, position, data);
    this.#options.committed({ position, data, sha256, writers });
  }

  /** Hears of an update from another server. */
  hear({ position, data, sha256, writers }: RelayedUpdate): void {
    if (this.#isClosed || position <= this.#position) return;
    const isIntact = Buffer.compare(checksum(this.#options.mapId, position, data), sha256) === 0;
    if (isIntact && this.#mayTake(position)) {
      this.#position = position;
      if (!this.#options.apply([data], writers)) this.refuse();
    } else this.noteHead(position);
  }

  /** Learns how far the log goes; reads what is missing. */
  noteHead(head: number): void {
    this.#heard = Math.max(this.#heard, head);
    if (this.#isFetching || this.#isClosed || !this.#isStarted) return;
    if (this.#heard > this.#position) void this.#fetch();
  }

  #mayTake(position: number): boolean {
    return position === this.#position + 1 && this.#isStarted && !this.#isFetching;
  }

  async #fetch(): Promise<void> {
    const { mapId, store, log } = this.#options;
    this.#isFetching = true;
    try {
      while (!this.#isClosed && this.#heard > this.#position) {
        const target = this.#heard;
        this.#take(await store.read(mapId, this.#position));
        // Somebody spoke of numbers the log does not have.
        if (this.#position < target) this.#heard = this.#position;
      }
    } catch (error) {
      log(`map ${shortMapId(mapId)} cannot be followed, trying again: ${messageOf(error)}`);
    } finally {
      this.#isFetching = false;
    }
  }

  /** Takes what has been read; all or part of it may have come another way since. */
  #take({ snapshot, updates, head, writers }: StoredLog): boolean {
    if (this.#isClosed) return false;
    if (head <= this.#position) return true;
    const covered = head - updates.length;
    const news = updates.slice(Math.max(0, this.#position - covered));
    const missed = snapshot && covered > this.#position ? [snapshot, ...news] : news;
    this.#position = head;
    return this.#options.apply(missed, writers) || this.refuse();
  }

  refuse(): false {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#options.lost();
    }
    return false;
  }
}

/** Channel of a map: whoever watches the relay must not learn an address that opens the map. */
export function channelOf(installation: string, mapId: string): string {
  return `throughline:${createHash('sha256').update(`${installation}\n${mapId}`).digest('base64url')}`;
}
