import type { Entropy } from '../model/ids';

const firstMs = 500;
const longestMs = 30_000;

/** Over how long those whom a server let go come back, ms. */
const spreadMs = 6_000;

/**
 * How long to wait after a server has let everybody go, ms: it may be back at once, and so would all be. Spread evenly, a
 * sixth come in each second.
 */
export function comeBackMs(entropy: Entropy): number {
  return Math.floor((entropy.random32() / 2 ** 32) * spreadMs);
}

/**
 * How long to wait before trying again, ms: a random time up to 0.5 s, 1 s, 2 s … 30 s (“full jitter”), so that a thousand
 * browsers do not come back to a restarted server in the same moment.
 *
 * @param failures attempts that failed so far, 0 for the first wait
 */
export function backoffMs(entropy: Entropy, failures: number): number {
  const limit = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 16));
  return Math.floor((entropy.random32() / 2 ** 32) * limit);
}
