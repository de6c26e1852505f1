import { messageOf, type Log } from '../log';
import type { DocumentThread } from '../offThread/documentThread';
import { compactLog } from '../storage/compactLog';
import type { LogStore } from '../storage/logStore';

/** Rows and bytes after the newest snapshot from which on a log is compacted. */
const compactAfter = { rows: 2_000, bytes: 1_048_576, rowsOnClosing: 50 } as const;

export interface CompactorOptions {
  readonly mapId: string;
  readonly store: LogStore;
  readonly thread: DocumentThread;
  readonly log: Log;
}

/** Knows how long the log of one map has become, and replaces it by a snapshot in time. */
export class Compactor {
  readonly #options: CompactorOptions;
  #rows = 0;
  #bytes = 0;
  #running: Promise<void> | null = null;

  constructor(options: CompactorOptions) {
    this.#options = options;
  }

  /** Begins with a log as it has been read. */
  start(updates: readonly Uint8Array[]): void {
    this.#rows = updates.length;
    this.#bytes = updates.reduce((sum, update) => sum + update.length, 0);
  }

  /** Notes that an update is on its way into the log. */
  note(bytes: number): void {
    this.#rows += 1;
    this.#bytes += bytes;
  }

  /** Compacts a log that has become long. */
  compactLong(): void {
    if (this.#rows >= compactAfter.rows || this.#bytes >= compactAfter.bytes) this.#compact();
  }

  /** Compacts, unless there is little to be gained, before the map is closed. */
  compactOnClosing(): void {
    if (this.#rows >= compactAfter.rowsOnClosing) this.#compact();
  }

  /** Resolves when nothing is being compacted. */
  async settled(): Promise<void> {
    await this.#running;
  }

  #compact(): void {
    if (this.#running) return;
    this.#rows = 0;
    this.#bytes = 0;
    const { store, mapId, thread, log } = this.#options;
    this.#running = compactLog(store, mapId, (updates) => thread.run('snapshot', updates))
      .catch((error: unknown) => log(`compacting failed: ${messageOf(error)}`))
      .finally(() => {
        this.#running = null;
      });
  }
}
