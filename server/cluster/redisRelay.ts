import type { Redis, RedisOptions } from 'ioredis';
import { messageOf, type Log } from '../log';
import type { Relay } from './relay';

/** Longest wait between attempts to reach a relay that is away, ms. */
const longestRetryMs = 2_000;
/** What waits to be sent to a relay that does not read, bytes; more is dropped: it is only a hint. */
const mostUnsent = 8 * 1_048_576;

/** Pub/sub of Redis or Valkey. It may come and go: connecting is tried again for ever, and nothing waits for it. */
export async function openRedisRelay(url: string, log: Log): Promise<Relay> {
  // Loaded only where it is configured.
  const { Redis: Client } = await import('ioredis');
  const options = {
    lazyConnect: true,
    connectTimeout: 5_000,
    // What cannot be said now is not said later: others notice by the numbers.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    retryStrategy: (attempt: number) => Math.min(longestRetryMs, attempt * 100),
  } satisfies RedisOptions;
  return new RedisRelay(new Client(url, options), new Client(url, options), log);
}

interface Ear {
  readonly hear: (message: Uint8Array) => void;
  readonly ready: () => void;
}

class RedisRelay implements Relay {
  readonly #speaker: Redis;
  readonly #listener: Redis;
  readonly #log: Log;
  readonly #channels = new Map<string, Set<Ear>>();
  #isAway = false;

  constructor(speaker: Redis, listener: Redis, log: Log) {
    this.#speaker = speaker;
    this.#listener = listener;
    this.#log = log;
    for (const client of [speaker, listener]) {
      client.on('error', (error: unknown) => this.#noteAway(error));
      client.on('ready', () => this.#noteBack(client));
      client.connect().catch(() => undefined);
    }
    listener.on('messageBuffer', (channel: Buffer, message: Buffer) => {
      for (const ear of this.#channels.get(channel.toString()) ?? []) ear.hear(message);
    });
  }

  listen(channel: string, hear: Ear['hear'], ready: Ear['ready'] = () => undefined): () => void {
    const ear: Ear = { hear, ready };
    const ears = this.#channels.get(channel) ?? new Set<Ear>();
    this.#channels.set(channel, ears.add(ear));
    this.#subscribe(channel, [ear]);
    return () => {
      ears.delete(ear);
      if (ears.size > 0 || this.#channels.get(channel) !== ears) return;
      this.#channels.delete(channel);
      this.#listener.unsubscribe(channel).catch(() => undefined);
    };
  }

  say(channel: string, message: Uint8Array): void {
    if (this.#speaker.status !== 'ready' || this.#speaker.stream.writableLength > mostUnsent) return;
    this.#speaker.publish(channel, Buffer.from(message)).catch(() => undefined);
  }

  close(): void {
    this.#speaker.disconnect();
    this.#listener.disconnect();
  }

  #noteAway(error: unknown): void {
    if (!this.#isAway) this.#log(`the relay is away, the database alone is used: ${messageOf(error)}`);
    this.#isAway = true;
  }

  #noteBack(client: Redis): void {
    if (this.#isAway) this.#log('the relay is back');
    this.#isAway = false;
    if (client !== this.#listener) return;
    for (const [channel, ears] of this.#channels) this.#subscribe(channel, ears);
  }

  #subscribe(channel: string, ears: Iterable<Ear>): void {
    if (this.#listener.status !== 'ready') return; // All are subscribed to once it is.
    this.#listener.subscribe(channel).then(
      () => {
        for (const ear of ears) ear.ready();
      },
      () => undefined,
    );
  }
}
