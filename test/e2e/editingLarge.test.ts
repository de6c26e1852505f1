import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { syntheticFile } from '../bench/syntheticMap';
import { openFiles, recordsOf } from './support/mapActions';
import { test } from './support/test';

type Row = Readonly<Record<string, unknown>>;

test(
  'BG-1, PIC-2, PIC-5: a map of 2,000 touchpoints opens, is seen as a picture, is zoomed, edited and judged away from the page',
  { timeout: 120_000 },
  async ({ newPage }) => {
    const page = await newPage({ reducedMotion: 'reduce' });
    await openFiles(page, { name: 'large.throughline.json', text: syntheticFile(2000) });
    await page.waitForURL(/\/m\//);
    const cards = page.locator('.react-flow__node-touchpoint');
    await cards.first().waitFor();
    const unowned = page.getByRole('button', { name: /without owner/ });
    await unowned.waitFor();
    expect(page.workers().some((worker) => worker.url().includes('analysis.worker'))).toBe(true);
    const unownedBefore = Number.parseInt((await unowned.getAttribute('title')) ?? '', 10);
    await page.mouse.move(700, 700);
    await page.mouse.wheel(400, 0);
    await page.keyboard.press('Shift+1');
    await page.locator('.picture[data-shown] > canvas[data-drawn]').waitFor();
    expect(await cards.count()).toBe(0);
    await expect.poll(() => colorsInPicture(page), { timeout: 15_000 }).toBeGreaterThan(40);
    await page.keyboard.press('Enter');
    const first = await page.locator('.focus-proxy[data-kind="touchpoints"]').boundingBox();
    if (!first) throw new Error('the first touchpoint is in view');
    await page.keyboard.press('Escape');
    await page.locator('.focus-proxy[data-kind]').waitFor({ state: 'detached' });
    await page.mouse.click(first.x + first.width / 2, first.y + first.height / 2);
    await page.locator('.react-flow__node-touchpoint.selected').waitFor({ state: 'attached' });
    await page.keyboard.press('Shift+2');
    await page.locator('.picture:not([data-shown])').waitFor({ state: 'attached' });
    const before = (await recordsOf(page))['touchpoints'] as readonly Row[];
    expect(before).toHaveLength(2000);
    const box = await cards.first().boundingBox();
    if (!box) throw new Error('no card is on the screen');
    await page.mouse.move(box.x + 30, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 70, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('n');
    await page.keyboard.type('One more');
    await page.keyboard.press('Enter');
    const after = (await recordsOf(page))['touchpoints'] as readonly Row[];
    expect(after).toHaveLength(2001);
    const known = new Map(before.map((one) => [one['id'], one['at']]));
    expect(after.filter(({ id, at }) => known.has(id) && known.get(id) !== at)).toHaveLength(1);
    expect(after.map(({ title }) => title)).toContain('One more');
    // Nobody owns the new one: one more finding, and it is of the map as it is now.
    await page.getByRole('button', { name: `${unownedBefore + 1} without owner` }).waitFor();
    await page.locator('.ui-floating-bar:has(.strip-score):not([aria-busy])').waitFor();
  },
);

/** How many colours the picture has around the beginning of the map: one would be a blank sheet. */
function colorsInPicture(page: Page): Promise<number> {
  return page.evaluate(() => {
    const picture = document.querySelector<HTMLCanvasElement>('.canvas-picture');
    const copy = document.createElement('canvas');
    copy.width = picture?.width ?? 0;
    copy.height = picture?.height ?? 0;
    const context = copy.getContext('2d');
    if (!picture || !context || copy.width === 0) return 0;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}
