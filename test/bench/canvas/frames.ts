import type { Page } from 'playwright-core';
import { quantile } from '../statistics';

declare global {
  var frameTimes: number[] | undefined;
}

/** The interval between frames that 95 % of frames kept to while `work` ran, ms. */
export async function frameIntervalDuring(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    globalThis.frameTimes = times;
    const note = (now: number): void => {
      times.push(now);
      if (globalThis.frameTimes === times) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await work();
  const times = await page.evaluate(() => {
    const noted = globalThis.frameTimes ?? [];
    globalThis.frameTimes = undefined;
    return noted;
  });
  return quantile(
    times.slice(1).map((time, index) => time - (times[index] ?? 0)),
    0.95,
  );
}

/** Does something `count` times, `everyMs` apart, whether or not the page keeps up; settles when it has dealt with all. */
export async function repeat(
  count: number,
  everyMs: number,
  act: (step: number) => Promise<unknown>,
): Promise<void> {
  const start = performance.now();
  const acts: Promise<unknown>[] = [];
  for (let step = 0; step < count; step++) {
    acts.push(act(step));
    const early = start + (step + 1) * everyMs - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  }
  await Promise.all(acts);
}
