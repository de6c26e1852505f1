import type { Clock } from '../clock';
import type { Metrics } from '../metrics';
import type { LogEntry, LogStore } from './logStore';

interface Batch {
  readonly begunAt: number;
  readonly entries: LogEntry[];
  readonly done: Promise<void>;
  readonly settle: (error?: unknown) => void;
}

/**
 * Commits the updates of all rooms together, at most once every few milliseconds: a sync to disk costs the same for one
 * update as for a hundred. At most one commit is under way, so updates reach the log in the order they were added.
 */
export class CommitQueue {
  readonly #store: Pick<LogStore, 'append'>;
  readonly #clock: Clock;
  readonly #windowMs: number;
  readonly #metrics: Pick<Metrics, 'noteCommit'> | null;
  #gathering: Batch | null = null;
  #committing: Batch | null = null;

  constructor(
    store: Pick<LogStore, 'append'>,
    clock: Clock,
    windowMs: number,
    metrics: Pick<Metrics, 'noteCommit'> | null = null,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#windowMs = windowMs;
    this.#metrics = metrics;
  }

  /**
   * Adds an update. Returns the promise of its batch (the same one for all its updates): fulfilled when it is on disk,
   * rejected when it is not and never will be.
   */
  add(mapId: string, entry: Omit<LogEntry, 'mapId'>): Promise<void> {
    if (!this.#gathering) {
      this.#gathering = newBatch(this.#clock.now());
      if (!this.#committing) this.#commitInTime(this.#gathering);
    }
    this.#gathering.entries.push({ mapId, ...entry });
    return this.#gathering.done;
  }

  /** Commits without waiting for the window; resolves when everything added so far is on disk or has failed. */
  async flush(): Promise<void> {
    while (this.#committing ?? this.#gathering) {
      if (this.#committing) await this.#committing.done.catch(() => undefined);
      else await this.#commit();
    }
  }

  /** What came while the last commit was under way has waited for a part of its window already. */
  #commitInTime({ begunAt }: Batch): void {
    // A clock set back must not make it wait for longer than that.
    const waited = Math.max(0, this.#clock.now() - begunAt);
    this.#clock.after(Math.max(0, this.#windowMs - waited), () => void this.#commit());
  }

  async #commit(): Promise<void> {
    const batch = this.#gathering;
    if (!batch || this.#committing) return;
    this.#gathering = null;
    this.#committing = batch;
    let failure: unknown = null;
    const begun = performance.now();
    try {
      await this.#store.append(batch.entries);
    } catch (error) {
      failure = error ?? new Error('append failed');
    }
    this.#committing = null;
    this.#metrics?.noteCommit(batch.entries.length, performance.now() - begun, failure === null);
    if (failure === null) {
      batch.settle();
      if (this.#gathering) this.#commitInTime(this.#gathering);
      return;
    }
    // What was added meanwhile may build on what has just failed: committing it would leave a hole in the log.
    const follower = this.#gathering as Batch | null;
    this.#gathering = null;
    batch.settle(failure);
    follower?.settle(failure);
  }
}

function newBatch(begunAt: number): Batch {
  let settle: Batch['settle'] = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = (error) => (error === undefined ? resolve() : reject(error as Error));
  });
  return { begunAt, entries: [], done, settle };
}
