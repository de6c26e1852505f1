import type { LocalStore } from './localStore';
import type { Outbox } from './outbox';
import type { Scheduler } from './scheduler';
import type { UnsentRow } from './storeDatabase';

const settleAfterMs = 250;

export interface UnsentRecordOptions {
  readonly store: LocalStore;
  readonly scheduler: Scheduler;
  readonly outbox: Outbox;
  readonly mapId: string;
  /** Names this opening of the map in this tab. */
  readonly tab: string;
  /** Entries that lay there when the map was opened: tabs that ended, or are still at work. */
  readonly inherited: readonly UnsentRow[];
}

/**
 * Keeps on this device what the server has not acknowledged, so that a start without a network can tell. Each opening of a
 * map writes its own entry; the entries of others go once the server has confirmed what they held.
 */
export class UnsentRecord {
  readonly #options: UnsentRecordOptions;
  #inherited: readonly UnsentRow[];
  #settled: string;
  #stop: (() => void) | null = null;

  constructor(options: UnsentRecordOptions) {
    this.#options = options;
    this.#inherited = options.inherited;
    this.#settled = this.#key;
  }

  /** The entry as it is to be written now. */
  get row(): UnsentRow {
    const { mapId, tab, outbox } = this.#options;
    return { map: mapId, tab, count: outbox.waiting, upTo: outbox.changes };
  }

  /** Writes soon what has changed, if anything has. */
  settleSoon(): void {
    if (this.#key === this.#settled) return;
    this.#stop ??= this.#options.scheduler.after(settleAfterMs, () => void this.settle());
  }

  async settle(): Promise<void> {
    this.cancel();
    const key = this.#key;
    if (key === this.#settled) return;
    // What lay there was handed in with the first frame that anything was acknowledged of.
    const confirmed = this.#options.outbox.hasConfirmed ? this.#inherited : [];
    const settled = await this.#options.store.settleUnsent(this.row, confirmed);
    if (!settled.ok) return;
    this.#settled = key;
    if (confirmed.length > 0) this.#inherited = [];
  }

  cancel(): void {
    this.#stop?.();
    this.#stop = null;
  }

  get #key(): string {
    return `${this.#options.outbox.waiting} of ${this.#options.outbox.changes}`;
  }
}
