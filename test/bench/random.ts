import type { Entropy } from '../../src/model/ids';

/** Seeded chance: the same seed gives the same map and the same edits in every run. */
export interface Random {
  /** A whole number in `[0, below)`. */
  below(limit: number): number;
  /** Whether something that happens this often (0 to 1) happens now. */
  happens(share: number): boolean;
  pick<T>(all: readonly T[]): T;
  /** The same chance as the program wants it, with a clock that stands still. */
  readonly entropy: Entropy;
}

/** A fixed moment, so that generated maps do not depend on when they are made. */
const moment = Date.UTC(2026, 0, 1);

/** Chance from a seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const random32 = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (limit) => random32() % limit,
    happens: (share) => random32() < share * 2 ** 32,
    pick: <T>(all: readonly T[]): T => all[random32() % all.length] as T,
    entropy: { now: () => moment, random32 },
  };
}
