/** Runs something later. Passed in, so that tests move time themselves. */
export interface Scheduler {
  /** Runs `run` once after `ms` milliseconds. Returns the way to call it off. */
  after(ms: number, run: () => void): () => void;
  /** Runs `run` once when there is nothing better to do. Returns the way to call it off. */
  whenIdle(run: () => void): () => void;
}

/** The platform's timers. */
export const systemScheduler: Scheduler = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  whenIdle: (run) => {
    if (typeof requestIdleCallback === 'function') {
      const request = requestIdleCallback(run, { timeout: 10_000 });
      return () => cancelIdleCallback(request);
    }
    const timer = setTimeout(run, 1_000);
    return () => clearTimeout(timer);
  },
};
