import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { openSample } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

async function widthOf(page: Page, column: string): Promise<number> {
  return (await page.locator(`.grid-heading[data-column="${column}"]`).boundingBox())?.width ?? 0;
}

/** Drags the edge of a column’s name to the side. */
async function dragEdge(page: Page, column: string, byPx: number): Promise<void> {
  const edge = page.locator(`.grid-heading[data-column="${column}"] .grid-heading-edge`);
  const box = await edge.boundingBox();
  if (!box) throw new Error('the column has no edge');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + byPx / 2, y);
  await page.mouse.move(x + byPx, y);
  await page.mouse.up();
}

test('LENS-3, TBL-13: whose path, which rulers and how wide the columns are is as it was after a reload', async ({
  newPage,
}) => {
  const page = await newPage({ viewport: { width: 1024, height: 700 } });
  await openSample(page, 'Motor claim: from the crash to the repaired car');
  const hiddenRulers = page.locator('.gutter-ruler[data-hidden]');
  await page.locator('.canvas-surface').click({ position: { x: 400, y: 8 } });
  await page.keyboard.press('p');
  const amira = page.getByRole('checkbox', { name: /^Amira/ });
  await amira.check();
  await page.keyboard.press('Escape');
  await amira.waitFor({ state: 'detached' });
  await page.keyboard.press('r');
  await expect.poll(() => hiddenRulers.count()).toBe(1);

  await page.keyboard.press('Control+Shift+e');
  await page.locator('.grid-heading[data-column="title"]').waitFor();
  const before = await widthOf(page, 'title');
  await dragEdge(page, 'title', 60);
  await expect.poll(() => widthOf(page, 'title')).toBe(before + 60);
  await shoot(page, 'table-width-1024');
  // By the keyboard: up into the row of names, Alt with an arrow; its menu fits it.
  await page.locator('.grid-cell[data-column="title"]').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => widthOf(page, 'title')).toBe(before + 76);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Narrower' }).waitFor();
  await shoot(page, 'table-width-menu-1024');
  await expectNoAxeFindings(page);
  await page.getByRole('menuitem', { name: 'Narrower' }).click();
  await expect.poll(() => widthOf(page, 'title')).toBe(before + 60);
  // A double click makes it as wide as the longest name in it.
  await page.locator('.grid-heading[data-column="title"] .grid-heading-edge').dblclick();
  await expect.poll(() => widthOf(page, 'title')).not.toBe(before + 60);
  await shoot(page, 'table-width-fit-1024');
  const fitted = await widthOf(page, 'title');
  const cut = await page
    .locator('.grid-cell[data-column="title"] .grid-cell-text')
    .evaluateAll((texts) => texts.filter((text) => text.scrollWidth > text.clientWidth).length);
  expect(cut).toBe(0);

  await page.reload();
  await expect.poll(() => widthOf(page, 'title')).toBe(fitted);
  await expect.poll(() => hiddenRulers.count()).toBe(1);
  await page.locator('.canvas-surface').click({ position: { x: 200, y: 8 } });
  await page.keyboard.press('p');
  await expect.poll(() => amira.isChecked()).toBe(true);
});
