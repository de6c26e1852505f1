import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { card, openSample } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

/** The part of the window that has the keyboard, and what in it. */
function place(page: Page): Promise<readonly [part: string, what: string]> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const part = element?.closest('.top-bar, .tool-rail, .canvas-stage, .table-view, .workspace-panel');
    const what = element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
    return [part?.classList[0] ?? '', what] as const;
  });
}

async function goes(page: Page, key: string, part: string, what?: string | RegExp): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(async () => (await place(page))[0]).toBe(part);
  if (what !== undefined) await expect.poll(async () => (await place(page))[1]).toMatch(what);
}

test('REG-1, REG-2, REG-3: F6 goes from the canvas to the panel and back, through what is open, and is left alone over a dialog', async ({
  page,
}) => {
  await openSample(page);
  await card(page, 'Pay').click();
  await goes(page, 'F6', 'workspace-panel', 'Pay');
  await shoot(page, 'regions-panel');
  await expectNoAxeFindings(page);
  await page.keyboard.press('Tab');
  const second = (await place(page))[1];
  await goes(page, 'Shift+F6', 'canvas-stage', /^Pay, touchpoint/);
  await goes(page, 'F6', 'workspace-panel', second);
  await goes(page, 'F6', 'top-bar', 'All maps');
  await goes(page, 'Shift+F6', 'workspace-panel', second);
  await goes(page, 'Shift+F6', 'canvas-stage');
  await goes(page, 'Shift+F6', 'tool-rail');
  await goes(page, 'F6', 'canvas-stage', /^Pay, touchpoint/);

  // Typing ends as it does when a field is left.
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Title of the touchpoint' }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Pay now');
  await goes(page, 'F6', 'workspace-panel', second);
  await card(page, 'Pay now').waitFor();

  // The table stands between canvas and panel; with the details closed it is followed by the bar.
  await page.keyboard.press('Control+Shift+e');
  await page.getByRole('grid').waitFor();
  await goes(page, 'Shift+F6', 'table-view');
  await goes(page, 'Shift+F6', 'canvas-stage');
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await page.locator('.workspace-panel').waitFor({ state: 'detached' });
  await goes(page, 'Shift+F6', 'table-view');
  await goes(page, 'F6', 'top-bar');

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search commands' });
  await field.waitFor();
  const isTaken = await page.evaluate(() => {
    const press = new KeyboardEvent('keydown', { key: 'F6', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(press);
    return press.defaultPrevented;
  });
  expect(isTaken).toBe(false);
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('FIND-9: a persona is found with its path, a panel has the keyboard, and the map is renamed by name', async ({
  page,
}) => {
  await openSample(page);
  const field = page.getByRole('combobox', { name: 'Search commands' });
  await page.keyboard.press('Control+k');
  await field.waitFor();
  await page.keyboard.type('rename the map');
  await page.getByRole('option', { name: 'Rename the map' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Title of the map' }).waitFor();
  await page.keyboard.type('Second try');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Second try' }).waitFor();
  await page.keyboard.press('Control+k');
  await field.waitFor();
  await page.keyboard.type('lena');
  await page.getByRole('option', { name: /^Lena, busy parent/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await place(page))[0]).toBe('workspace-panel');
  await page.locator('.path-ribbon').waitFor({ state: 'attached' });
  await shoot(page, 'regions-persona');
  await goes(page, 'Shift+F6', 'canvas-stage');
});
