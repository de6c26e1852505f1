import { isClosedDatabase, StorageFailure, storageProblemOf } from './storageProblem';
import type { StorageProblem, StoreResult } from './storageProblem';
import { createStoreDatabase, storeVersion, type IndexedDbParts, type StoreDatabase } from './storeDatabase';

/**
 * The one way to the database. Names every failure, opens again once when the browser closed the database, and steps
 * aside when another tab brings newer code.
 */
export class StoreAccess {
  readonly #database: StoreDatabase;
  readonly #listeners = new Set<(problem: StorageProblem | null) => void>();
  #problem: StorageProblem | null = null;
  #superseded = false;
  #opening: Promise<void> | null = null;
  #onBlocked: () => void = () => undefined;

  constructor(name: string, parts?: IndexedDbParts) {
    this.#database = createStoreDatabase(name, parts);
    this.#database.on('versionchange', (event) => {
      // Newer code waits for us to let go. A deleted database (null) is simply made again by the next write.
      this.#superseded = event.newVersion !== null && event.newVersion > 0;
      this.#database.close({ disableAutoOpen: this.#superseded });
      this.#opening = null;
      if (this.#superseded) this.#setProblem('storage-newer');
      return false;
    });
    this.#database.on('blocked', () => {
      this.#onBlocked();
      return false;
    });
    this.#database.on('close', () => {
      this.#opening = null;
    });
  }

  /** What is wrong with the storage as a whole right now, or null. */
  get problem(): StorageProblem | null {
    return this.#problem;
  }

  /** Calls back whenever `problem` changes. Returns the way to stop. */
  observeProblem(listener: (problem: StorageProblem | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The browser's own handle, for what cannot wait; null while the database is not open. */
  get open(): IDBDatabase | null {
    return this.#database.isOpen() ? this.#database.backendDB() : null;
  }

  /** Does some work with the open database. Whatever goes wrong comes back as a named problem. */
  async run<T>(work: (database: StoreDatabase) => Promise<T>): Promise<StoreResult<T>> {
    try {
      return this.#done(await this.#attempt(work));
    } catch (error) {
      if (this.#superseded || !isClosedDatabase(error)) return this.#failed(error);
    }
    try {
      this.#database.close({ disableAutoOpen: false });
      this.#opening = null;
      return this.#done(await this.#attempt(work));
    } catch (error) {
      return this.#failed(error);
    }
  }

  close(): void {
    this.#listeners.clear();
    this.#database.close();
  }

  async #attempt<T>(work: (database: StoreDatabase) => Promise<T>): Promise<T> {
    if (this.#superseded) throw new StorageFailure('storage-newer');
    this.#opening ??= this.#open();
    try {
      await this.#opening;
    } catch (error) {
      this.#opening = null;
      // Private windows of some browsers fail to open with no better name than “invalid state”.
      throw isClosedDatabase(error) ? new StorageFailure('storage-unavailable') : error;
    }
    return await work(this.#database);
  }

  /** Opening waits for ever while another tab holds an older version; that is told instead. */
  async #open(): Promise<void> {
    const blocked = new Promise<never>((_, reject) => {
      this.#onBlocked = () => reject(new StorageFailure('storage-blocked'));
    });
    await Promise.race([this.#database.open(), blocked]);
    // Dexie (which counts in tens) opens what a newer program made; its rows may mean what this one would take for damage.
    if (this.#database.backendDB().version > storeVersion * 10) {
      this.#database.close();
      throw new StorageFailure('storage-newer');
    }
  }

  #done<T>(value: T): StoreResult<T> {
    this.#setProblem(null);
    return { ok: true, value };
  }

  #failed(error: unknown): { readonly ok: false; readonly reason: StorageProblem } {
    const reason = this.#superseded ? 'storage-newer' : storageProblemOf(error);
    this.#setProblem(reason);
    return { ok: false, reason };
  }

  #setProblem(problem: StorageProblem | null): void {
    if (this.#problem === problem) return;
    this.#problem = problem;
    for (const listener of this.#listeners) listener(problem);
  }
}
