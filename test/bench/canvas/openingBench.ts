import type { Bench } from '../bench';
import { startChromium } from '../browser/chromium';
import { watchMainThread } from '../browser/mainThread';
import { serveApp } from '../browser/servedApp';
import { figure, median, ratio } from '../statistics';
import { table } from '../table';
import { firstCardsAt, firstEditableAt, openTab, watchFirstCards } from './firstCards';
import { storedSubject, type Subject } from './subject';

const allSizes: readonly number[] = [200, 5_000, 20_000];
/** Opening varies with what else the browser does: one figure says little. */
const openings = 10;

/** How soon a map that is stored on the device is seen and can be worked on, again and again. */
export const openingBench: Bench = {
  name: 'opening',
  about:
    'stored maps of 200, 5,000 and 20,000 touchpoints: from navigation until they are visible and editable',
  async run({ sizes }) {
    const app = await serveApp();
    const browser = await startChromium();
    const rows: string[][] = [];
    let least: number | undefined;
    try {
      for (const size of sizes.length > 0 ? sizes : allSizes) {
        const subject = await storedSubject(browser, size, app);
        const all: Opening[] = [];
        for (let i = 0; i < openings; i++) all.push(await open(subject));
        await subject.stop();
        const editable = all.map((opening) => opening.editableMs);
        least ??= median(editable);
        rows.push([
          size.toLocaleString('en-US'),
          spread(all.map((opening) => opening.visibleMs)),
          spread(editable),
          spread(all.map((opening) => opening.threadMs)),
          ratio(median(editable), least),
        ]);
      }
    } finally {
      await browser.close();
      await app.stop();
    }
    const head = [
      'touchpoints',
      'visible, ms',
      'editable, ms',
      'main thread until then, ms',
      'editable / the first',
    ];
    return `${openings} openings each: least, middle and most.\n\n${table(head, rows)}`;
  },
};

interface Opening {
  readonly visibleMs: number;
  readonly editableMs: number;
  /** Processor time of the main thread. */
  readonly threadMs: number;
}

async function open(subject: Subject): Promise<Opening> {
  const page = await openTab(subject.context);
  try {
    const thread = await watchMainThread(page);
    await watchFirstCards(page);
    await page.goto(subject.url);
    const [visibleMs, editableMs] = [await firstCardsAt(page), await firstEditableAt(page)];
    return { visibleMs, editableMs, threadMs: await thread.busyMs() };
  } finally {
    await page.close();
  }
}

function spread(values: readonly number[]): string {
  return [Math.min(...values), median(values), Math.max(...values)].map(figure).join(' – ');
}
