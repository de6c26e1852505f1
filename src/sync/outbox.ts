/**
 * Counts which changes the server has acknowledged. A frame carries every change up to the moment it was sent, because on
 * each connection the first one (sync step 2) hands in all that the server lacks.
 */
export class Outbox {
  #changes: number;
  #confirmed = 0;
  #hasConfirmed = false;
  /** Number of the last change each unacknowledged frame of this connection covers. */
  #frames: { readonly upTo: number; readonly isNews: boolean }[] = [];
  #acknowledgedFrames = 0;

  /** @param inherited changes that were unacknowledged when the map was opened */
  constructor(inherited = 0) {
    this.#changes = inherited;
  }

  /** Changes that are not acknowledged. */
  get waiting(): number {
    return this.#changes - this.#confirmed;
  }

  /** Number of the last change so far. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether the server has acknowledged anything at all: then also what waited when the map was opened. */
  get hasConfirmed(): boolean {
    return this.#hasConfirmed;
  }

  /** Whether frames of this connection that bring the server something new are unacknowledged. */
  get isInFlight(): boolean {
    return this.#frames.some(({ isNews }) => isNews);
  }

  /** A change was made on this device (or `count` of them). */
  noteChange(count = 1): void {
    this.#changes += count;
  }

  /**
   * A frame left that carries everything up to now.
   *
   * @param isNews false when the server is known to have all of it: the greeting of a connection with nothing unsent
   */
  noteSent(isNews = true): void {
    this.#frames.push({ upTo: this.#changes, isNews });
  }

  /** A connection began or ended: its frames will never be acknowledged; what they carried still waits. */
  reset(): void {
    this.#frames = [];
    this.#acknowledgedFrames = 0;
  }

  /**
   * The server has committed this many frames of the connection.
   *
   * @returns whether anything is newly confirmed
   */
  acknowledge(total: number): boolean {
    const fresh = Math.min(total - this.#acknowledgedFrames, this.#frames.length);
    if (!(fresh > 0)) return false;
    const covered = this.#frames.splice(0, fresh);
    this.#acknowledgedFrames += fresh;
    this.#hasConfirmed = true;
    this.#confirmed = Math.max(this.#confirmed, covered.at(-1)?.upTo ?? 0);
    return true;
  }
}
