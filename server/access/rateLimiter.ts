import type { Clock } from '../clock';
import { TokenBucket } from '../tokenBucket';

/** How many callers are remembered; the one that was quiet longest is forgotten first. */
const remembered = 10_000;

/** Lets each caller do something so many times a minute, that many at once. */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #perMinute: number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#perMinute = perMinute;
  }

  /** Takes one turn of a caller; false when there is none left. */
  take(caller: string): boolean {
    const bucket =
      this.#buckets.get(caller) ?? new TokenBucket(this.#clock, this.#perMinute / 60, this.#perMinute);
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    const quietest = this.#buckets.keys().next();
    if (this.#buckets.size > remembered && !quietest.done) this.#buckets.delete(quietest.value);
    return bucket.take();
  }
}
