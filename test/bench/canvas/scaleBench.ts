import type { Browser, Page } from 'playwright-core';
import type { Bench } from '../bench';
import { startChromium } from '../browser/chromium';
import { watchMainThread } from '../browser/mainThread';
import { serveApp, type ServedApp } from '../browser/servedApp';
import { figure, ratio } from '../statistics';
import { syntheticBundle } from '../syntheticMap';
import { table } from '../table';
import { firstCardsAt, firstEditableAt, openTab, watchFirstCards } from './firstCards';
import { comeToRest, scaleGestures } from './scaleGestures';
import { excalidrawSubject, plainSubject, storedSubject, type Subject } from './subject';

/** What is measured at a size, and how often; the best of it counts. */
interface Plan {
  readonly size: number;
  readonly rounds: number;
  /** The others need minutes for a gesture at some thousands: once is enough, and at 20,000, which they need minutes to open, they are not asked. */
  readonly peers: boolean;
}

const allPlans: readonly Plan[] = [
  { size: 200, rounds: 2, peers: true },
  { size: 5_000, rounds: 2, peers: true },
  { size: 20_000, rounds: 2, peers: false },
];
/** A gesture that takes longer has no figure, and none of those after it. */
const longestGestureMs = 30_000;

/** How the canvas bears maps of thousands: the same gestures at three sizes, beside two others that draw the same. */
export const scaleBench: Bench = {
  name: 'scale',
  about:
    'opening and moving about in maps of 200, 5,000 and 20,000 touchpoints, beside plain React Flow and Excalidraw',
  needsPeers: true,
  async run({ sizes, alone }) {
    const plans = plansOf(sizes).map((plan) => ({ ...plan, peers: plan.peers && !alone }));
    const app = await serveApp();
    const browser = await startChromium();
    try {
      const texts: string[] = [];
      const ours: Figures[] = [];
      for (const plan of plans) {
        const figures = await measureSize(browser, app, plan);
        ours.push(figures.get('ours') ?? new Map());
        texts.push(`### ${figureOf(plan.size)} touchpoints\n\n${besideOthers(figures, plan)}`);
      }
      return [...texts, `### Ours, by size\n\n${bySize(plans, ours)}`].join('\n\n');
    } finally {
      await browser.close();
      await app.stop();
    }
  },
};

/** What is measured at some sizes; at all there are when none is named. */
function plansOf(sizes: readonly number[]): readonly Plan[] {
  if (sizes.length === 0) return allPlans;
  return sizes.map(
    (size) => allPlans.find((plan) => plan.size === size) ?? { size, rounds: 2, peers: false },
  );
}

/** What was measured, by its name. */
type Figures = Map<string, number>;
type FiguresOfAll = ReadonlyMap<Subject['name'], Figures>;

/** All subjects of a size, in turns; those who need minutes for a round have one. */
async function measureSize(browser: Browser, app: ServedApp, plan: Plan): Promise<FiguresOfAll> {
  const { size, rounds, peers } = plan;
  const ids = syntheticBundle(size).touchpoints.map(({ id }) => id);
  const subjects: Subject[] = [];
  const best = new Map<Subject['name'], Figures>();
  try {
    subjects.push(await storedSubject(browser, size, app));
    if (peers) subjects.push(await plainSubject(browser, size), await excalidrawSubject(browser, size));
    for (let round = 0; round < rounds; round++) {
      for (const subject of subjects) {
        if (round > 0 && subject.name !== 'ours' && size > 1_000) continue;
        const known = best.get(subject.name) ?? new Map<string, number>();
        best.set(subject.name, known);
        for (const [what, value] of await measureOnce(subject, ids))
          known.set(what, Math.min(value, known.get(what) ?? Infinity));
      }
    }
  } finally {
    for (const subject of subjects) await subject.stop();
  }
  return best;
}

async function measureOnce(subject: Subject, ids: readonly string[]): Promise<Figures> {
  const figures: Figures = new Map();
  const page = await openTab(subject.context);
  try {
    const thread = await watchMainThread(page);
    await watchFirstCards(page);
    await page.goto(subject.url);
    figures.set('map visible, ms', await firstCardsAt(page));
    figures.set('editable, ms', await firstEditableAt(page));
    await comeToRest(page);
    figures.set('elements in the page', await page.locator('*').count());
    figures.set('heap, MB', await heapMb(page));
    for (const { name, run } of scaleGestures) {
      const busyBefore = await thread.busyMs();
      const interval = await within(longestGestureMs, run(page, subject, ids));
      if (interval === null) break;
      figures.set(`${name}, p95 frame ms`, interval);
      figures.set(`${name}, main thread ms`, (await thread.busyMs()) - busyBefore);
    }
  } finally {
    await page.close();
  }
  return figures;
}

/** What work comes to; null when it takes longer. Then it is left behind with its page. */
async function within(ms: number, work: Promise<number>): Promise<number | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // A page that is closed under it rejects; nobody waits for that any more.
    work.catch(() => undefined);
  }
}

/** What the page's own scripts hold, after tidying up. */
async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

function besideOthers(figures: FiguresOfAll, { peers }: Plan): string {
  const at = (name: Subject['name'], what: string): number => figures.get(name)?.get(what) ?? Number.NaN;
  const whats = [...(figures.get('ours')?.keys() ?? [])];
  if (!peers) {
    const rows = whats.map((what) => [what, figure(at('ours', what))]);
    return `Ours alone.\n\n${table(['', 'ours'], rows)}`;
  }
  const rows = whats.map((what) => {
    const [ours, plain, excalidraw] = [
      at('ours', what),
      at('plain React Flow', what),
      at('Excalidraw', what),
    ];
    return [
      what,
      figure(ours),
      figure(plain),
      figure(excalidraw),
      ratio(ours, plain),
      ratio(ours, excalidraw),
    ];
  });
  return table(
    ['', 'ours', 'plain React Flow', 'Excalidraw', 'ours / React Flow', 'ours / Excalidraw'],
    rows,
  );
}

/** How flat it is: what each size costs, as a multiple of the smallest. */
function bySize(plans: readonly Plan[], columns: readonly Figures[]): string {
  const [least, ...larger] = columns;
  const head = [
    '',
    ...plans.map(({ size }) => figureOf(size)),
    ...plans.slice(1).map(({ size }) => `${figureOf(size)} / ${figureOf(plans[0]?.size ?? 0)}`),
  ];
  const rows = [...(least ?? [])].map(([what, value]) => [
    what,
    ...columns.map((column) => figure(column.get(what) ?? Number.NaN)),
    ...larger.map((column) => ratio(column.get(what) ?? Number.NaN, value)),
  ]);
  return table(head, rows);
}

function figureOf(size: number): string {
  return size.toLocaleString('en-US');
}
