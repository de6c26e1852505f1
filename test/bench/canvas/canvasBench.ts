import type { Page } from 'playwright-core';
import type { Bench } from '../bench';
import { startChromium } from '../browser/chromium';
import { watchMainThread } from '../browser/mainThread';
import { figure, ratio } from '../statistics';
import { table } from '../table';
import { firstCardsAt, openTab, watchFirstCards } from './firstCards';
import { gestures, type Rename } from './gestures';
import { ourSubject, plainSubject, type Subject } from './subject';

const mapSize = 1_000;
const rounds = 3;

/** Opening a stored map, and moving about in it. */
export const canvasBench: Bench = {
  name: 'canvas',
  about:
    'a stored map of 1,000 touchpoints, 200 systems, 1,300 transitions, 1,500 usages, 400 flows; plain React Flow beside it',
  async run() {
    const browser = await startChromium();
    const subjects: Subject[] = [];
    try {
      subjects.push(await plainSubject(browser, mapSize), await ourSubject(browser, mapSize));
      const figures = await interleaved(subjects);
      const rows = [...figures].map(([what, [plain = Number.NaN, ours = Number.NaN]]) => [
        what,
        figure(plain),
        figure(ours),
        ratio(ours, plain),
      ]);
      return table(['', 'plain React Flow', 'ours', 'ours / plain'], rows);
    } finally {
      for (const subject of subjects) await subject.stop();
      await browser.close();
    }
  },
};

type Figures = Map<string, number[]>;

/**
 * All figures of all subjects, the best of several rounds in which the subjects take turns: what else the machine does
 * only ever adds to a figure.
 */
async function interleaved(subjects: readonly Subject[]): Promise<Figures> {
  const samples = new Map<string, number[][]>();
  for (let round = 0; round < rounds; round++) {
    for (const [index, subject] of subjects.entries()) {
      for (const [what, value] of await measureOnce(subject)) {
        const bySubject = samples.get(what) ?? subjects.map(() => []);
        bySubject[index]?.push(value);
        samples.set(what, bySubject);
      }
    }
  }
  return new Map(
    [...samples].map(([what, bySubject]) => [what, bySubject.map((values) => Math.min(...values))]),
  );
}

async function measureOnce(subject: Subject): Promise<ReadonlyMap<string, number>> {
  const figures = new Map<string, number>();
  const page = await openTab(subject.context);
  try {
    const thread = await watchMainThread(page);
    await watchFirstCards(page);
    await page.goto(subject.url);
    figures.set('first cards on the screen, ms', await firstCardsAt(page));
    figures.set('main thread until then, ms', await thread.busyMs());
    figures.set('elements in the page', await settledElements(page));
    for (const { name, run } of gestures) {
      const rename: Rename = (id, title) => subject.rename(page, id, title);
      const busy = await thread.busyDuring(async () => {
        figures.set(`${name}, p95 frame ms`, await run(page, rename));
      });
      figures.set(`${name}, main thread ms`, busy);
    }
  } finally {
    await page.close();
  }
  return figures;
}

/** How many elements the page has once it has come to rest. */
async function settledElements(page: Page): Promise<number> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return page.locator('*').count();
}
