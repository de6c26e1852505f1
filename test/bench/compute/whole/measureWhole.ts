import { startChromium } from '../../browser/chromium';
import { servePage } from '../../browser/servedApp';
import { figure, median, ratio } from '../../statistics';
import { naiveSample } from '../naiveSearch';
import type { WholeRuns } from './wholePage';

/** Each a worker of its own: how well the browser compiles the engine differs from one to the next. */
const workers = 5;
const runsEach = 6;

/** The whole analysis of the large map where the program does it, in a browser's worker: one sentence of figures. */
export async function measureWhole(): Promise<string> {
  const app = await servePage('compute/whole');
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    await page.goto(app.origin);
    await page.waitForFunction(() => 'analyseInWorker' in globalThis);
    const all: WholeRuns[] = [];
    for (let i = 0; i < workers; i++)
      all.push(await page.evaluate((runs) => globalThis.analyseInWorker(runs), runsEach));
    const first = all.map(({ runs }) => runs[0] ?? Number.NaN);
    const warm = all.flatMap(({ runs }) => runs.slice(1));
    const naive = Math.min(...all.map((one) => one.naive));
    return [
      `Whole analysis in a worker of Chromium, on the clock (goal 250): ${figure(median(warm))} ms in the middle of ${warm.length} runs in ${workers} workers, ${figure(Math.min(...warm))} to ${figure(Math.max(...warm))} ms;`,
      `the very first in a worker, before its code is compiled, ${first.map(figure).join(', ')} ms.`,
      `A search a transition, in the same workers: ${figure(naive)} ms, reckoned from one in ${naiveSample}: ${ratio(naive, median(warm))} as long.`,
    ].join(' ');
  } finally {
    await browser.close();
    await app.stop();
  }
}
