import type { Clock } from '../../../server/clock';

/** A clock that stands still until it is turned; timers run in order of their time. */
export class ManualClock implements Clock {
  #now = 1_000_000;
  #next = 0;
  #setBackBy = 0;
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();

  now(): number {
    return this.#now - this.#setBackBy;
  }

  /** Sets the time of day back. Timers take no notice, as with the machine's. */
  setBack(ms: number): void {
    this.#setBackBy += ms;
  }

  after(delayMs: number, run: () => void): () => void {
    const id = this.#next++;
    this.#timers.set(id, { at: this.#now + delayMs, run });
    return () => this.#timers.delete(id);
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      const [id, { at, run }] = due;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, at);
      run();
    }
    this.#now = end;
  }
}
