import type { CDPSession, Page } from 'playwright-core';

/** Watches how long a page's main thread is busy. */
export interface MainThreadWatch {
  /** Time spent in tasks of the main thread while `work` ran, ms. */
  busyDuring(work: () => Promise<unknown>): Promise<number>;
}

/** Asks the browser itself, which counts every task: scripts, their clean-up, storage callbacks, layout. */
export async function watchMainThread(page: Page): Promise<MainThreadWatch> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return {
    async busyDuring(work) {
      const before = await taskMs(session);
      await work();
      return (await taskMs(session)) - before;
    },
  };
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}
