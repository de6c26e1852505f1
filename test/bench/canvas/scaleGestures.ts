import type { Page } from 'playwright-core';
import { frameIntervalDuring, repeat } from './frames';
import type { Subject } from './subject';

/** Something people do with a map of any size. */
export interface ScaleGesture {
  readonly name: string;
  /** Does it and gives the interval that 95 % of frames kept to, ms. */
  readonly run: (page: Page, subject: Subject, ids: readonly string[]) => Promise<number>;
}

/** Input devices report 120 times a second. */
const inputMs = 1_000 / 120;
const steps = 180;
const middle = { x: 760, y: 420 } as const;

/** In this order: each begins where the one before left the view. */
export const scaleGestures: readonly ScaleGesture[] = [
  {
    name: 'pan, all in view',
    run: async (page, subject) => {
      await show(page, subject, 'all');
      return swing(page, 24);
    },
  },
  { name: '100 remote edits a second, all in view', run: remoteEdits },
  { name: 'zoom from all in view to 100 %', run: (page) => zoomIn(page) },
  {
    name: 'pan at 100 %',
    run: async (page, subject) => {
      await show(page, subject, 'full size');
      return swing(page, 24);
    },
  },
  {
    name: 'drag one card with its lines',
    run: async (page, subject) => {
      await show(page, subject, 'full size');
      return drag(page);
    },
  },
  {
    name: 'move all',
    run: async (page, subject) => {
      await show(page, subject, 'everything selected');
      const interval = await drag(page);
      await page.keyboard.press('Escape');
      return interval;
    },
  },
];

async function show(page: Page, subject: Subject, what: Parameters<Subject['show']>[1]): Promise<void> {
  await subject.show(page, what);
  await comeToRest(page);
}

/** Waits until the page has nothing left to do and what glides has arrived. */
export async function comeToRest(page: Page): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await page.waitForTimeout(400);
    // After a wheel the browser may wait for more of it for as long as nothing else happens.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
  }
}

/** Turns the wheel one way and back again, so that the map stays in view. */
async function swing(page: Page, delta: number): Promise<number> {
  await page.mouse.move(middle.x, middle.y);
  return frameIntervalDuring(page, () =>
    repeat(steps, inputMs, (step) => page.mouse.wheel(step % 90 < 45 ? -delta : delta, 0)),
  );
}

/** A trackpad's pinch arrives as a wheel with the control key. */
async function zoomIn(page: Page): Promise<number> {
  await page.mouse.move(middle.x, middle.y);
  await page.keyboard.down('Control');
  const interval = await frameIntervalDuring(page, () =>
    repeat(steps, inputMs, () => page.mouse.wheel(0, -8)),
  );
  await page.keyboard.up('Control');
  return interval;
}

async function drag(page: Page): Promise<number> {
  const { x, y } = await cardOnScreen(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const interval = await frameIntervalDuring(page, () =>
    repeat(steps, inputMs, (step) =>
      page.mouse.move(x + 80 * Math.sin(step / 20), y + 40 * Math.sin(step / 15)),
    ),
  );
  await page.mouse.up();
  await comeToRest(page);
  return interval;
}

async function remoteEdits(page: Page, subject: Subject, ids: readonly string[]): Promise<number> {
  return frameIntervalDuring(page, () =>
    repeat(300, 10, (step) => subject.rename(page, ids[(step * 7) % ids.length] ?? '', `Renamed ${step}`)),
  );
}

/** The middle of a card that lies well inside the window. */
async function cardOnScreen(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate(() => {
    const drawn = globalThis.cardOnScreen?.();
    if (drawn) return drawn;
    for (const card of document.querySelectorAll('.react-flow__node .card')) {
      const box = card.getBoundingClientRect();
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      const isWellInside = x > 400 && x < innerWidth - 300 && y > 150 && y < innerHeight - 200;
      if (isWellInside && document.elementFromPoint(x, y)?.closest('.card') === card) return { x, y };
    }
    throw new Error('No card is on the screen.');
  });
}
