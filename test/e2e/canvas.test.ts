import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, introduce, openSample, share } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];

test.for(sizes)(
  "the sample's canvas opens whole, fits and satisfies axe: $width × $height",
  async (viewport, { newPage }) => {
    const page = await newPage({ viewport });
    await openSample(page);
    await card(page, 'Pay').waitFor();
    await expect.poll(() => page.locator('.react-flow__node-touchpoint').count()).toBe(12);
    await expect.poll(() => outsideOfView(page)).toEqual([]);
    await expectNoAxeFindings(page);
    await expectEverythingFits(page);
    await shoot(page, `canvas-light-${viewport.width}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoAxeFindings(page, 'colours');
    await shoot(page, `canvas-dark-${viewport.width}`);
  },
);

/** Cards and tracks that the gutter, the window or the strip at the foot cover. */
function outsideOfView(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const gutter = box('.gutter');
    const stage = box('.canvas-stage');
    const floats = box('.canvas-floats');
    if (!gutter || !stage || !floats) return ['the canvas itself'];
    return [...document.querySelectorAll('.react-flow__node')]
      .filter((node) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        return (
          left < gutter.right - 1 || right > stage.right + 1 || top < stage.top - 1 || bottom > floats.top + 1
        );
      })
      .map((node) => node.textContent);
  });
}

test('one changed field of a colleague renders one card and nothing else', async ({ newContext }) => {
  const context = await newContext();
  const first = await context.newPage();
  await first.goto('/');
  await openSample(first);
  const second = await context.newPage();
  await second.addInitScript(() => {
    (globalThis as { throughlineRenders?: Map<string, number> }).throughlineRenders = new Map();
  });
  await second.goto(first.url());
  await card(second, 'Pay').waitFor();
  const rendered = () =>
    second.evaluate(() => [
      ...((globalThis as { throughlineRenders?: Map<string, number> }).throughlineRenders ?? []),
    ]);
  // The counter counts: everything on the canvas was rendered at least once.
  await expect.poll(async () => (await rendered()).length).toBeGreaterThan(30);
  await second.evaluate(() =>
    (globalThis as { throughlineRenders?: Map<string, number> }).throughlineRenders?.clear(),
  );
  await card(first, 'Pay').dblclick();
  await first.keyboard.press('Control+a');
  await first.keyboard.type('Pay by card');
  await first.keyboard.press('Enter');
  await card(second, 'Pay by card').waitFor();
  await expect.poll(() => rendered()).toEqual([['t-pay', 1]]);
});

test('what a colleague points at, selects and drags is seen, with their name', async ({ newPage }) => {
  const [ana, jon] = [await newPage(), await newPage()];
  await openSample(ana);
  const link = await share(ana);
  await introduce(ana, 'Ana', 'Marketing');
  await jon.goto(link);
  await introduce(jon, 'Jon', 'IT');
  await card(jon, 'Pay').click();
  await ana.getByText('Jon · IT').waitFor();
  await ana.locator('.peer-tag', { hasText: 'Jon' }).waitFor();
  const box = await card(jon, 'Pay').boundingBox();
  if (!box) throw new Error('the card is on the screen');
  await jon.mouse.move(box.x + 20, box.y + 20);
  await jon.mouse.down();
  await jon.mouse.move(box.x + 60, box.y + 40, { steps: 4 });
  await ana.locator('.peer-ghost').waitFor();
  await jon.mouse.up();
  await ana.locator('.peer-ghost').waitFor({ state: 'detached' });
  await card(jon, 'Pay').dblclick();
  await ana.getByText('Jon is typing').waitFor();
});
