import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Entropy } from '../../../src/model/ids';
import { createSessionStore, type Identity, type SessionStore } from '../../../src/store/session';
import type { OpenChannel } from '../../../src/sync/channel';
import type { NoteStorage } from '../../../src/sync/lastNotes';
import { LocalStore, type Author } from '../../../src/sync/localStore';
import { openSession, type OpenedSession, type OpenSessionResult } from '../../../src/sync/openSession';
import type { PageEvent, PageLife } from '../../../src/sync/pageLife';
import type { ServerAddress } from '../../../src/sync/rooms';
import { StoredPictures } from '../../../src/sync/storedPictures';
import type { Scheduler } from '../../../src/sync/scheduler';

export const author: Author = { actor: 'actor0000001', name: 'Mira' };
export const mira: Identity = { name: 'Mira', function: 'marketing' };

/** Random numbers that repeat with their seed, and a clock that the test moves. */
export function seededEntropy(seed = 1): Entropy & { time: number } {
  let state = seed >>> 0;
  return {
    time: 1_800_000_000_000,
    now() {
      return this.time;
    },
    random32() {
      state = (state + 0x9e3779b9) >>> 0;
      let value = state;
      value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
      value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
      return (value ^ (value >>> 16)) >>> 0;
    },
  };
}

/** Timers that run when the test says so. */
export class ManualScheduler implements Scheduler {
  now = 0;
  #timers = new Set<{ at: number; run: () => void }>();
  readonly #idle = new Set<() => void>();

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  whenIdle(run: () => void): () => void {
    this.#idle.add(run);
    return () => this.#idle.delete(run);
  }

  /** Lets time pass; everything due runs in order. */
  advance(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.now = Math.max(this.now, due.at);
      due.run();
    }
    this.now = end;
  }

  runIdle(): void {
    for (const run of this.#idle) {
      this.#idle.delete(run);
      run();
    }
  }
}

/** A page whose events the test makes. */
export class TestPage implements PageLife {
  hidden = false;
  online = true;
  readonly #listeners = new Set<(event: PageEvent) => void>();
  readonly isHidden = (): boolean => this.hidden;
  readonly isOnline = (): boolean => this.online;

  observe(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: PageEvent): void {
    if (event === 'hide' || event === 'show') this.hidden = event === 'hide';
    else this.online = event === 'online';
    for (const listener of this.#listeners) listener(event);
  }
}

/** Lines between tabs that deliver when the test says so. */
export class TestLines {
  readonly #tabs = new Map<string, Set<(message: unknown) => void>>();
  #queue: (() => void)[] = [];

  readonly open: OpenChannel = (name, receive) => {
    const tabs = this.#tabs.get(name) ?? new Set();
    this.#tabs.set(name, tabs.add(receive));
    return {
      post: (message) => {
        const copy: unknown = structuredClone(message);
        for (const other of tabs)
          if (other !== receive) this.#queue.push(() => tabs.has(other) && other(copy));
      },
      close: () => tabs.delete(receive),
    };
  };

  /** Delivers everything said so far and what is answered to it. */
  deliver(): void {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) next();
  }

  /** What was said and not heard is lost, as when a tab is frozen. */
  lose(): void {
    this.#queue = [];
  }
}

/** A browser's localStorage. */
export class TestNotes implements NoteStorage {
  readonly entries = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('no', 'QuotaExceededError');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

/** One browser: its storage outlives stores and sessions, as it outlives reloads. */
export class Device {
  readonly lines = new TestLines();
  readonly entropy = seededEntropy();
  readonly indexedDB = new IDBFactory();
  readonly notes = new TestNotes();
  persistenceAsked = 0;
  readonly #stores: LocalStore[] = [];

  store(indexedDB: IDBFactory = this.indexedDB): LocalStore {
    const store = new LocalStore({
      entropy: this.entropy,
      openChannel: this.lines.open,
      tryLock: async (_name, work) => void (await work()),
      askPersistence: async () => {
        this.persistenceAsked++;
        return true;
      },
      noteStorage: this.notes,
      pictures: new StoredPictures(indexedDB),
      indexedDb: { indexedDB, IDBKeyRange },
    });
    this.#stores.push(store);
    return store;
  }

  /** Opens a tab on a map. */
  async tab<S extends Scheduler = ManualScheduler>(
    mapId: string,
    given: Partial<TabParts<S>> = {},
  ): Promise<Tab<S>> {
    const parts: TabParts<S> = {
      store: given.store ?? this.store(),
      session: given.session ?? createSessionStore(mira),
      scheduler: given.scheduler ?? (new ManualScheduler() as unknown as S),
      page: given.page ?? new TestPage(),
      server: given.server ?? null,
    };
    const result = await openSession({ ...parts, mapId, entropy: this.entropy, actor: author.actor });
    return { ...parts, result };
  }

  close(): void {
    for (const store of this.#stores) store.close();
  }
}

export interface TabParts<S extends Scheduler = Scheduler> {
  readonly store: LocalStore;
  readonly session: SessionStore;
  readonly scheduler: S;
  readonly page: TestPage;
  readonly server: ServerAddress | null;
}

export interface Tab<S extends Scheduler = Scheduler> extends TabParts<S> {
  readonly result: OpenSessionResult;
}

/** The open map of a tab; fails the test when it could not be opened. */
export function mapOf(tab: Tab): OpenedSession {
  if (!tab.result.ok) throw new Error(`the map could not be opened: ${tab.result.reason}`);
  return tab.result;
}

/** The value of a result; fails the test when there is none. */
export function valueOf<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.value;
}

/** Makes a touchpoint and returns its id. */
export function addTouchpoint(map: OpenedSession, title: string): string {
  const made = map.document.change('make', (writer) => writer.create('touchpoints', { title }));
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

/** Titles of all touchpoints, sorted. */
export function titles(map: OpenedSession): readonly string[] {
  return [...map.document.readTables().touchpoints.values()].map(({ title }) => title).sort();
}
