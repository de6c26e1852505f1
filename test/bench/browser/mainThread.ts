import type { CDPSession, Page } from 'playwright-core';

/** Watches how long a page's main thread works. */
export interface MainThreadWatch {
  /** Processor time the main thread has used for tasks since its process began, ms. */
  busyMs(): Promise<number>;
  /** The same while `work` ran. */
  busyDuring(work: () => Promise<unknown>): Promise<number>;
}

/**
 * Asks the browser itself, which counts every task: scripts, their clean-up, storage callbacks, style, layout, painting.
 * Processor time, so that a task which waits for its turn on a busy machine does not count the wait.
 */
export async function watchMainThread(page: Page): Promise<MainThreadWatch> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyMs = (): Promise<number> => taskMs(session);
  return {
    busyMs,
    async busyDuring(work) {
      const before = await busyMs();
      await work();
      return (await busyMs()) - before;
    },
  };
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}
