import type { Entropy } from '../model/ids';
import { comeBackMs } from './backoff';
import type { Scheduler } from './scheduler';

export interface PurgedRoomParts {
  readonly entropy: Entropy;
  readonly scheduler: Scheduler;
  /** Forgets what undo in this tab would bring back. */
  readonly forgetHistory: () => void;
  readonly connect: () => void;
  /** Stores what waits and then leaves nothing on this device that the map does not say any more. */
  readonly tidyStorage: () => Promise<void>;
}

/**
 * What a tab does when something was taken out of its map for good (4409): it forgets what it could undo, comes back, all
 * tabs spread over some seconds, takes over what the map says now, and drops what it had stored of before.
 */
export class PurgedRoom {
  readonly #parts: PurgedRoomParts;
  #stopWaiting: (() => void) | null = null;
  #mustTidy = false;

  constructor(parts: PurgedRoomParts) {
    this.#parts = parts;
  }

  /** The server let everybody go because the past of the map has changed. */
  notePurged(): void {
    const { entropy, scheduler, forgetHistory, connect } = this.#parts;
    if (this.#stopWaiting) return;
    this.#mustTidy = true;
    forgetHistory();
    this.#stopWaiting = scheduler.after(comeBackMs(entropy), () => {
      this.#stopWaiting = null;
      connect();
    });
  }

  /** What the map says now is here. */
  noteConnected(): void {
    if (!this.#mustTidy) return;
    this.#mustTidy = false;
    void this.#parts.tidyStorage();
  }

  close(): void {
    this.#stopWaiting?.();
  }
}
