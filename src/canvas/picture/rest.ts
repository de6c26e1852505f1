/**
 * Does something once nothing has happened for so long. Things happen with every frame of a drag or a pan: noting them sets
 * no timer anew but the first time.
 */
export class Rest {
  readonly #ms: number;
  readonly #work: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor(ms: number, work: () => void) {
    this.#ms = ms;
    this.#work = work;
  }

  /** Something happened: from now on it is waited. */
  note(): void {
    this.#last = performance.now();
    this.#timer ??= setTimeout(() => this.#look(), this.#ms);
  }

  /** Waits no more, until something happens again. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    this.#timer = undefined;
    const left = this.#last + this.#ms - performance.now();
    // Timers may come a little early.
    if (left < 1) this.#work();
    else this.#timer = setTimeout(() => this.#look(), left);
  }
}
