import type { Entropy } from '../../../src/model/ids';

/** Chance that replays: a linear congruential generator, its high bits mixed down. */
export function seededEntropy(seed: number): Entropy {
  let state = seed >>> 0;
  return {
    now: () => 0,
    random32: () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state ^ (state >>> 15)) >>> 0;
    },
  };
}
