import type { Entropy } from '../../src/model/ids';

/** Time stands still and chance repeats itself: the same seed gives the same ids. */
export function seededEntropy(seed = 1): Entropy {
  let state = seed >>> 0;
  return {
    now: () => 1_700_000_000_000,
    random32: () => {
      // mulberry32 by T. Ettinger: short periods of simpler generators show in ids.
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return (t ^ (t >>> 14)) >>> 0;
    },
  };
}
