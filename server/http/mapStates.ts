import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Clock } from '../clock';
import type { DocumentThread } from '../offThread/documentThread';
import type { LogStore } from '../storage/logStore';

const compress = promisify(gzip);

/** How long a state is handed out as the newest, ms. What has been edited since comes over the socket. */
const freshMs = 30_000;
/** How long a state is kept for those who have begun to load it, ms, and how many bytes of all states are kept. */
const keptMs = 10 * 60_000;
const mostBytes = 64 * 1_048_576;

/** A map's document as one compressed update. */
export interface MapState {
  /** Names these very bytes. */
  readonly tag: string;
  readonly bytes: Buffer;
}

interface KeptState extends MapState {
  readonly mapId: string;
  readonly madeAt: number;
}

/**
 * What is handed out over HTTP to whoever opens a map for the first time: all that is committed, compressed once for
 * everybody who comes within half a minute, and kept as it is while somebody may still be loading it over a slow line.
 */
export class MapStates {
  readonly #store: Pick<LogStore, 'read'>;
  readonly #thread: DocumentThread;
  readonly #clock: Clock;
  /** Oldest first. */
  readonly #kept: KeptState[] = [];
  readonly #making = new Map<string, Promise<MapState>>();
  /** How often something was forgotten: what was being made then may be of before. */
  #forgotten = 0;

  constructor(store: Pick<LogStore, 'read'>, thread: DocumentThread, clock: Clock) {
    this.#store = store;
    this.#thread = thread;
    this.#clock = clock;
  }

  /** The state that somebody has begun to load, if it is still here, else a fresh one. Throws when it cannot be read. */
  async get(mapId: string, begun: string | null): Promise<MapState> {
    const now = this.#clock.now();
    while (this.#kept[0] && this.#kept[0].madeAt < now - keptMs) this.#kept.shift();
    const own = this.#kept.filter((state) => state.mapId === mapId);
    const known =
      own.find(({ tag }) => tag === begun) ?? own.findLast(({ madeAt }) => madeAt > now - freshMs);
    if (known) return known;
    const making = this.#making.get(mapId) ?? this.#make(mapId).finally(() => this.#making.delete(mapId));
    this.#making.set(mapId, making);
    return making;
  }

  /** Hands out nothing any more that was made until now: something has been taken away for good. */
  forget(): void {
    this.#forgotten += 1;
    this.#kept.length = 0;
    this.#making.clear();
  }

  async #make(mapId: string): Promise<MapState> {
    const forgotten = this.#forgotten;
    const { snapshot, updates } = await this.#store.read(mapId);
    const parts = snapshot ? [snapshot, ...updates] : [...updates];
    const whole = parts.length > 0 ? await this.#thread.run('merge', parts) : Uint8Array.of(0, 0);
    const bytes = await compress(whole);
    const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    if (forgotten !== this.#forgotten) return { tag, bytes };
    this.#kept.push({ mapId, tag, bytes, madeAt: this.#clock.now() });
    const total = (): number => this.#kept.reduce((sum, state) => sum + state.bytes.length, 0);
    while (this.#kept.length > 1 && total() > mostBytes) this.#kept.shift();
    return { tag, bytes };
  }
}
