import type { Page } from 'playwright-core';
import { frameIntervalDuring, repeat } from './frames';

/** Lets a colleague rename the touchpoint with this id. */
export type Rename = (touchpoint: string, title: string) => Promise<void>;

/** Something people do with a map, as often as an input device reports it. */
export interface Gesture {
  readonly name: string;
  /** Does it and gives the interval that 95 % of frames kept to, ms. */
  readonly run: (page: Page, rename: Rename) => Promise<number>;
}

/** Input devices report 120 times a second. */
const inputMs = 1_000 / 120;
const steps = 180;
const middle = { x: 760, y: 420 } as const;

export const gestures: readonly Gesture[] = [
  { name: 'pan', run: (page) => wheel(page, 24, 0) },
  { name: 'drag one card', run: dragOne },
  { name: '150 remote edits in 3 s', run: remoteEdits },
  { name: 'zoom all the way out', run: (page) => zoom(page, 12) },
  { name: 'pan, zoomed out', run: (page) => wheel(page, 24, 0) },
  { name: 'zoom in again', run: (page) => zoom(page, -12) },
];

async function wheel(page: Page, deltaX: number, deltaY: number): Promise<number> {
  await page.mouse.move(middle.x, middle.y);
  return frameIntervalDuring(page, () => repeat(steps, inputMs, () => page.mouse.wheel(deltaX, deltaY)));
}

/** A trackpad's pinch arrives as a wheel with the control key. */
async function zoom(page: Page, delta: number): Promise<number> {
  await page.keyboard.down('Control');
  const interval = await wheel(page, 0, delta);
  await page.keyboard.up('Control');
  return interval;
}

async function dragOne(page: Page): Promise<number> {
  const { x, y } = await cardOnScreen(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const interval = await frameIntervalDuring(page, () =>
    repeat(steps, inputMs, (step) =>
      page.mouse.move(x + 80 * Math.sin(step / 20), y + 40 * Math.sin(step / 15)),
    ),
  );
  await page.mouse.up();
  return interval;
}

async function remoteEdits(page: Page, rename: Rename): Promise<number> {
  const ids = await cardIds(page);
  return frameIntervalDuring(page, () =>
    repeat(150, 20, (step) => rename(ids[step % ids.length] ?? '', `Renamed ${step}`)),
  );
}

async function cardIds(page: Page): Promise<string[]> {
  return page
    .locator('.react-flow__node:has(.card)')
    .evaluateAll((nodes) => nodes.slice(0, 40).map((node) => (node as HTMLElement).dataset['id'] ?? ''));
}

/** The middle of a card that lies well inside the window. */
async function cardOnScreen(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate(() => {
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
