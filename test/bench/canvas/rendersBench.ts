import type { Page } from 'playwright-core';
import type { Bench } from '../bench';
import { startChromium } from '../browser/chromium';
import { figure, ratio } from '../statistics';
import { table } from '../table';
import { firstCardsAt, watchFirstCards } from './firstCards';
import { ourSubject, plainSubject, type Subject } from './subject';

declare global {
  /** Counts how often the element of each record is rendered (`countRender`). */
  var throughlineRenders: Map<string, number> | undefined;
}

const mapSize = 1_000;
const edits = 20;

/** How much of the canvas a colleague's edit of one field draws again. */
export const rendersBench: Bench = {
  name: 'renders',
  about: 'records whose element is rendered again when a colleague renames one touchpoint',
  async run() {
    const browser = await startChromium();
    const subjects: Subject[] = [];
    try {
      subjects.push(await plainSubject(browser, mapSize), await ourSubject(browser, mapSize));
      const rows: string[][] = [];
      const [plain, ours] = [await measure(subjects[0] as Subject), await measure(subjects[1] as Subject)];
      for (const [what, value] of Object.entries(ours)) {
        const baseline = plain[what as keyof Renders];
        rows.push([what, figure(baseline), figure(value), ratio(value, baseline)]);
      }
      return table(['per edit', 'plain React Flow', 'ours', 'ours / plain'], rows);
    } finally {
      for (const subject of subjects) await subject.stop();
      await browser.close();
    }
  },
};

interface Renders {
  readonly 'records drawn again': number;
  readonly 'of them the edited one': number;
}

async function measure(subject: Subject): Promise<Renders> {
  const page = await subject.context.newPage();
  await page.addInitScript(() => {
    globalThis.throughlineRenders = new Map();
  });
  await watchFirstCards(page);
  await page.goto(subject.url);
  await firstCardsAt(page);
  await comeToRest(page);
  const ids = await visibleTouchpoints(page);
  let all = 0;
  let edited = 0;
  for (let i = 0; i < edits; i++) {
    const id = ids[i % ids.length] ?? '';
    const title = `Renamed by a colleague ${i}`;
    await page.evaluate(() => globalThis.throughlineRenders?.clear());
    await subject.rename(page, id, title);
    await page.getByText(title).first().waitFor();
    await comeToRest(page);
    const renders = await page.evaluate(() => [...(globalThis.throughlineRenders ?? [])]);
    all += renders.reduce((sum, [, count]) => sum + count, 0);
    edited += new Map(renders).get(id) ?? 0;
  }
  await page.close();
  return { 'records drawn again': all / edits, 'of them the edited one': edited / edits };
}

/** Waits until the page has nothing left to do. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

async function visibleTouchpoints(page: Page): Promise<string[]> {
  const nodes = page.locator('.react-flow__node:has(.card)');
  return nodes.evaluateAll((all) =>
    all.slice(0, 12).map((node) => (node as HTMLElement).dataset['id'] ?? ''),
  );
}
