import { readFileSync } from 'node:fs';

/**
 * Processor time of this thread so far, ms: neither other threads of the program nor other programs are in it. Where the
 * system does not tell (it is not Linux) that of the whole program.
 */
export function threadTime(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
}

/** What work took: processor time of the thread, and time on the clock, ms. */
export interface Took {
  readonly thread: number;
  readonly clock: number;
}

/** Starts a watch; calling it says what it took since. */
export function watch(): () => Took {
  const thread = threadTime();
  const clock = performance.now();
  return () => ({ thread: threadTime() - thread, clock: performance.now() - clock });
}

/** The least of each, over several runs: what else the machine does only ever adds. */
export function least(all: readonly Took[]): Took {
  return {
    thread: Math.min(...all.map(({ thread }) => thread)),
    clock: Math.min(...all.map(({ clock }) => clock)),
  };
}
