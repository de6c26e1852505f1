import type { Browser } from 'playwright-core';
import type { Bench } from '../bench';
import { startChromium } from '../browser/chromium';
import { watchMainThread } from '../browser/mainThread';
import { servePage } from '../browser/servedApp';
import { figure, median } from '../statistics';
import { table } from '../table';
import type { StorageVariant } from './storagePage';

const rounds = 3;
const variants: readonly StorageVariant[] = ['nothing', 'stored'];
const loads = [
  { name: '1,000 edits in 10 s', count: 1_000, ms: 10_000 },
  { name: '1,000 edits at once', count: 1_000, ms: 0 },
] as const;
type StorageLoad = (typeof loads)[number];

/** What keeping a colleague's edits costs the thread that draws. */
export const storageBench: Bench = {
  name: 'storage',
  about:
    'main-thread time of storing remote edits of a 1,000-touchpoint map in the browser; taking them in without storing beside it',
  async run() {
    const app = await servePage('storage');
    const browser = await startChromium();
    try {
      const rows: string[][] = [];
      for (const load of loads) rows.push(await measure(browser, app.origin, load));
      const head = ['load', 'nothing stored, ms', 'stored, ms', 'storing alone, ms', 'storing, each round'];
      return table(head, rows);
    } finally {
      await browser.close();
      await app.stop();
    }
  },
};

async function measure(browser: Browser, origin: string, load: StorageLoad): Promise<string[]> {
  const busy: Record<StorageVariant, number[]> = { nothing: [], stored: [] };
  for (let round = 0; round < rounds; round++) {
    for (const variant of variants) busy[variant].push(await busyTime(browser, origin, variant, load));
  }
  const differences = busy.stored.map((ms, round) => ms - (busy.nothing[round] ?? 0));
  return [
    load.name,
    figure(median(busy.nothing)),
    figure(median(busy.stored)),
    figure(median(differences)),
    differences.map(figure).join(', '),
  ];
}

/** A browser profile of its own each time: nothing left over from the round before. */
async function busyTime(
  browser: Browser,
  origin: string,
  variant: StorageVariant,
  { count, ms }: StorageLoad,
): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(origin);
    await page.waitForFunction(() => 'openVariant' in globalThis);
    const warmUp = 50;
    await page.evaluate(
      async ([name, edits, early]) => {
        await globalThis.openVariant(name, edits);
        await globalThis.openedVariant.take(early, 500);
      },
      [variant, count + warmUp, warmUp] as const,
    );
    const thread = await watchMainThread(page);
    return await thread.busyDuring(() =>
      page.evaluate(([edits, duration]) => globalThis.openedVariant.take(edits, duration), [
        count,
        ms,
      ] as const),
    );
  } finally {
    await context.close();
  }
}
