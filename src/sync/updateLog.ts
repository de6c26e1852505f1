import * as Y from 'yjs';
import type { Scheduler } from './scheduler';
import type { StorageProblem, StoreResult } from './storageProblem';

/** How long changes may wait to be written together, ms. */
export const flushAfterMs = {
  /** Made on this device. */
  own: 100,
  /** From the server, where they are safe already; in the tab that is looked at. */
  remote: 250,
  /** From the server, in a tab nobody looks at: the visible one stores them soon. */
  remoteHidden: 5_000,
} as const;

const retryAfterMs = { first: 1_000, longest: 30_000 } as const;

export interface UpdateLogOptions {
  readonly scheduler: Scheduler;
  readonly isHidden: () => boolean;
  /** Writes one batch; `whole` when it is the whole state. Says whether what was stored before has vanished. */
  readonly write: (bytes: Uint8Array, whole: boolean) => Promise<StoreResult<{ readonly wasGone: boolean }>>;
  /** Writes one batch in the moment the page may end: what does not happen now may never happen. */
  readonly writeNow: (bytes: Uint8Array) => void;
  /** The whole document right now. */
  readonly fullState: () => Uint8Array;
  /** Called whenever `isStored` or `problem` may have changed. */
  readonly onChange: () => void;
}

/**
 * Writes a document's updates in batches. A failed write is never repeated alone: what it held might build on something
 * that was lost with it, so the whole state is written instead.
 */
export class UpdateLog {
  readonly #options: UpdateLogOptions;
  #buffer: Uint8Array[] = [];
  /** What is being written right now. */
  #underWay: Uint8Array | null = null;
  #leftAt = 0;
  #added = 0;
  #stored = 0;
  #problem: StorageProblem | null = null;
  #needsWhole = false;
  #failures = 0;
  #running: Promise<void> | null = null;
  #stopFast: (() => void) | null = null;
  #stopSlow: (() => void) | null = null;

  constructor(options: UpdateLogOptions) {
    this.#options = options;
  }

  /** Whether everything made on this device is stored on it. What came from the server is safe there and does not count. */
  get isStored(): boolean {
    return this.#stored === this.#added;
  }

  /** Why the last write failed; null when it did not. */
  get problem(): StorageProblem | null {
    return this.#problem;
  }

  /** Takes a change. `own` ones were made on this device, in this tab or another. */
  add(update: Uint8Array, own: boolean): void {
    this.#buffer.push(update);
    if (own) this.#added++;
    // While writing fails, only the retry writes: each attempt costs the whole state.
    if (!this.#needsWhole) this.#schedule(own);
    if (own) this.#options.onChange();
  }

  /** Asks for the whole state to be written with the next batch. */
  addWholeState(): void {
    this.#needsWhole = true;
    this.#added++;
    void this.flush();
    this.#options.onChange();
  }

  /** Writes what waits, now. Settles when it is written or has failed; never rejects. */
  flush(): Promise<void> {
    const next = this.#running ? this.#running.then(() => this.#writeOnce()) : this.#writeOnce();
    const running = next.finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }

  /**
   * Writes what is not stored yet because the page may end at once. The ordinary way takes several turns of the event
   * loop, which an ending page no longer gets; a page that lives on takes it too, and has some rows twice.
   */
  leave(): void {
    const isNew = this.#added !== this.#leftAt && !this.isStored;
    this.#leftAt = this.#added;
    if (isNew) {
      const unstored = [...(this.#underWay ? [this.#underWay] : []), ...this.#buffer];
      this.#options.writeNow(
        this.#needsWhole || unstored.length === 0 ? this.#options.fullState() : Y.mergeUpdates(unstored),
      );
    }
    void this.flush();
  }

  /** Writes what waits and stops all timers. */
  async close(): Promise<void> {
    this.#cancelTimers();
    await this.flush();
    this.#cancelTimers();
  }

  /** Forgets what waits and writes nothing more. */
  discard(): void {
    this.#cancelTimers();
    this.#buffer = [];
    this.#needsWhole = false;
  }

  #schedule(own: boolean): void {
    const { scheduler, isHidden } = this.#options;
    if (own) this.#stopFast ??= scheduler.after(flushAfterMs.own, () => void this.flush());
    else if (!this.#stopFast) {
      const wait = isHidden() ? flushAfterMs.remoteHidden : flushAfterMs.remote;
      this.#stopSlow ??= scheduler.after(wait, () => void this.flush());
    }
  }

  #cancelTimers(): void {
    this.#stopFast?.();
    this.#stopSlow?.();
    this.#stopFast = this.#stopSlow = null;
  }

  async #writeOnce(): Promise<void> {
    this.#cancelTimers();
    if (this.#buffer.length === 0 && !this.#needsWhole) return;
    const upTo = this.#added;
    const whole = this.#needsWhole;
    const bytes = whole ? this.#options.fullState() : Y.mergeUpdates(this.#buffer);
    this.#buffer = [];
    this.#underWay = bytes;
    const written = await this.#options.write(bytes, whole);
    this.#underWay = null;
    if (!written.ok) this.#fail(written.reason);
    else if (written.value.wasGone && !whole) {
      // The browser cleared what was stored: this batch alone is not the map.
      this.#needsWhole = true;
      await this.#writeOnce();
    } else {
      this.#needsWhole = false;
      this.#failures = 0;
      this.#problem = null;
      this.#stored = upTo;
      // What came during a retry found no timer running.
      if (this.#buffer.length > 0) this.#schedule(true);
      this.#options.onChange();
    }
  }

  #fail(reason: StorageProblem): void {
    this.#needsWhole = true;
    this.#problem = reason;
    const wait = Math.min(retryAfterMs.longest, retryAfterMs.first * 2 ** this.#failures++);
    this.#cancelTimers();
    this.#stopFast = this.#options.scheduler.after(wait, () => void this.flush());
    this.#options.onChange();
  }
}
