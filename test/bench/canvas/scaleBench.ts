import type { Page } from 'playwright-core';
import type { Bench } from '../bench';
import { startChromium } from '../browser/chromium';
import { watchMainThread } from '../browser/mainThread';
import { serveApp } from '../browser/servedApp';
import { figure, ratio } from '../statistics';
import { syntheticBundle } from '../syntheticMap';
import { table } from '../table';
import { firstCardsAt, watchFirstCards } from './firstCards';
import { comeToRest, scaleGestures } from './scaleGestures';
import { ourSubject, plainSubject, type Subject } from './subject';

/** The first is what the others are to be compared with; of the last one no file may have more usages. */
const sizes = [200, 5_000, 13_000] as const;
/** What the peer is given: with more it needs minutes. */
const peerSize = 5_000;
const rounds = 3;

/** How the canvas bears maps of thousands: the same gestures at three sizes, and a plain React Flow at one of them. */
export const scaleBench: Bench = {
  name: 'scale',
  about: 'opening and moving about in maps of 200, 5,000 and 13,000 touchpoints; plain React Flow at 5,000',
  async run() {
    const app = await serveApp();
    const browser = await startChromium();
    const subjects: Entry[] = [];
    try {
      for (const size of sizes) subjects.push({ size, subject: await ourSubject(browser, size, app) });
      subjects.push({ size: peerSize, subject: await plainSubject(browser, peerSize) });
      return toTable(await measureAll(subjects));
    } finally {
      for (const { subject } of subjects) await subject.stop();
      await browser.close();
      await app.stop();
    }
  },
};

interface Entry {
  readonly size: number;
  readonly subject: Subject;
}

type Figures = ReadonlyMap<string, number>;

/** The best of several rounds in which the subjects take turns; what fails in all of them is no number. */
async function measureAll(entries: readonly Entry[]): Promise<readonly Figures[]> {
  const best = entries.map(() => new Map<string, number>());
  for (let round = 0; round < rounds; round++) {
    for (const [index, entry] of entries.entries()) {
      for (const [what, value] of await measureOnce(entry)) {
        best[index]?.set(what, Math.min(value, best[index]?.get(what) ?? Infinity));
      }
    }
  }
  return best;
}

async function measureOnce({ size, subject }: Entry): Promise<Figures> {
  const figures = new Map<string, number>();
  const ids = syntheticBundle(size).touchpoints.map(({ id }) => id);
  const page = await subject.context.newPage();
  try {
    const thread = await watchMainThread(page);
    await watchFirstCards(page);
    await page.goto(subject.url);
    figures.set('map visible, ms', await firstCardsAt(page));
    await page.locator('.react-flow__node .card').first().waitFor({ timeout: 120_000 });
    figures.set('editable, ms', await page.evaluate(() => performance.now()));
    await comeToRest(page);
    figures.set('elements in the page', await page.locator('*').count());
    figures.set('heap, MB', await heapMb(page));
    for (const { name, run } of scaleGestures) {
      const busy = await thread.busyDuring(async () => {
        figures.set(`${name}, p95 frame ms`, await run(page, subject, ids));
      });
      figures.set(`${name}, main thread ms`, busy);
    }
  } finally {
    await page.close();
  }
  return figures;
}

/** What the page's own scripts hold, after tidying up. */
async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

function toTable(columns: readonly Figures[]): string {
  const [small, large, largest, peer] = columns;
  const rows = [...(small ?? [])].map(([what, least]) => {
    const at = (column: Figures | undefined): number => column?.get(what) ?? Number.NaN;
    return [
      what,
      figure(least),
      figure(at(large)),
      figure(at(largest)),
      ratio(at(large), least),
      ratio(at(largest), least),
      figure(at(peer)),
      ratio(at(large), at(peer)),
    ];
  });
  const head = [
    '',
    '200',
    '5,000',
    '13,000',
    '5,000 / 200',
    '13,000 / 200',
    'plain React Flow, 5,000',
    'ours / plain',
  ];
  return table(head, rows);
}
