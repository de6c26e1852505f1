import type { LogEntry, LogStore, StoredLog } from '../../../server/storage/logStore';

/** A store that can be held up, made to fail, and asked what it did. Everything else is the real one's. */
export class WatchedStore implements LogStore {
  readonly #inner: LogStore;
  /** Entries on disk so far. */
  appended = 0;
  appendsBegun = 0;
  reads = 0;
  failAppends = false;
  failReads = false;
  #gate: Promise<void> | null = null;
  #openGate: () => void = () => undefined;

  constructor(inner: LogStore) {
    this.#inner = inner;
  }

  /** Makes every append and read wait until `release`. */
  hold(): void {
    this.#gate = new Promise((resolve) => (this.#openGate = resolve));
  }

  release(): void {
    this.#gate = null;
    this.#openGate();
  }

  async append(entries: readonly LogEntry[]): Promise<void> {
    this.appendsBegun += 1;
    await this.#gate;
    if (this.failAppends) throw new Error('disk full');
    await this.#inner.append(entries);
    this.appended += entries.length;
  }

  async read(mapId: string, after?: number): Promise<StoredLog> {
    this.reads += 1;
    await this.#gate;
    if (this.failReads) throw new Error('disk gone');
    return this.#inner.read(mapId, after);
  }

  create(mapId: string): Promise<'created' | 'found'> {
    return this.#inner.create(mapId);
  }

  has(mapId: string): Promise<boolean> {
    return this.#inner.has(mapId);
  }

  list(): Promise<readonly string[]> {
    return this.#inner.list();
  }

  scrub(): Promise<void> {
    return this.#inner.scrub();
  }

  heads(mapIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#inner.heads(mapIds);
  }

  alone(mapId: string, work: () => Promise<void>): Promise<boolean> {
    return this.#inner.alone(mapId, work);
  }

  writeSnapshot(mapId: string, upto: number, data: Uint8Array): Promise<void> {
    return this.#inner.writeSnapshot(mapId, upto, data);
  }

  readSnapshot(mapId: string, upto: number): Promise<Uint8Array> {
    return this.#inner.readSnapshot(mapId, upto);
  }

  adoptSnapshot(mapId: string, upto: number): Promise<void> {
    return this.#inner.adoptSnapshot(mapId, upto);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}

/** Options for a server whose store a test watches, and the store once the server runs. */
export function watchStore(): {
  readonly wrapStore: (store: LogStore) => LogStore;
  readonly store: () => WatchedStore;
} {
  let watched: WatchedStore | null = null;
  return {
    wrapStore: (store) => (watched = new WatchedStore(store)),
    store: () => {
      if (!watched) throw new Error('the server has not been started');
      return watched;
    },
  };
}
