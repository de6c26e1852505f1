import type { Scheduler } from './scheduler';
import { isCrowded, type Crowd } from './updateRows';

/** Asks for a map's rows to be made one when there is something to gain: looking for it reads every row. */
export class Compaction {
  readonly #scheduler: Scheduler;
  readonly #compact: () => void;
  /** Rows stored, as far as this tab knows. */
  #crowd: Crowd;
  #stop: (() => void) | null = null;
  #isClosed = false;

  constructor(scheduler: Scheduler, crowd: Crowd, compact: () => void) {
    this.#scheduler = scheduler;
    this.#crowd = crowd;
    this.#compact = compact;
  }

  /** A row of so many bytes was stored. */
  noteStored(bytes: number): void {
    this.#crowd = { rows: this.#crowd.rows + 1, bytes: this.#crowd.bytes + bytes };
    if (this.#isClosed || !isCrowded(this.#crowd)) return;
    this.#stop ??= this.#scheduler.whenIdle(() => {
      this.#stop = null;
      this.#crowd = { rows: 1, bytes: 0 };
      this.#compact();
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#stop?.();
  }
}
