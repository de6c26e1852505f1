import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { card, newMap, pasteOnCanvas, recordsOf } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

type Row = Readonly<Record<string, unknown>>;

/** Records of one kind that are alive, as the map's file has them. */
async function alive(page: Page, kind: string): Promise<readonly Row[]> {
  const rows = ((await recordsOf(page))[kind] ?? []) as readonly Row[];
  return rows.filter((row) => !row['deletedAt']);
}

async function placesOf(
  page: Page,
): Promise<Readonly<Record<string, readonly [at: unknown, offset: unknown]>>> {
  const rows = await alive(page, 'touchpoints');
  return Object.fromEntries(rows.map(({ title, at, offset }) => [String(title), [at ?? 0, offset ?? 0]]));
}

/** Makes a map of touchpoints, one after another. */
async function newMapOf(page: Page, ...titles: readonly string[]): Promise<void> {
  await newMap(page);
  await page.locator('[data-canvas-focus="true"]').focus();
  await pasteOnCanvas(page, { 'text/plain': titles.join('\n') });
  await card(page, titles.at(-1) ?? '').waitFor();
}

async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return box;
}

/** Holds a card and moves it so that its corner lies so far from another card's; it is still held then. */
async function holdAt(
  page: Page,
  held: Locator,
  other: Locator,
  by: { x: number; y: number },
): Promise<void> {
  const [from, to] = [await boxOf(held), await boxOf(other)];
  const [x, y] = [from.x + 40, from.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // The card follows from here on: what it takes to tell a drag from a click does not count.
  await page.mouse.move(x + 4, y + 4);
  await page.mouse.move(x + 4 + to.x - from.x + by.x, y + 4 + to.y - from.y + by.y);
}

test('TIDY-2, TIDY-7, TIDY-8: a dragged card snaps to another, and the map is spread evenly and put back', async ({
  page,
}) => {
  await newMapOf(page, 'Search', 'Compare', 'Pay', 'Collect');
  // What was pasted is selected, and would be dragged along.
  await page.keyboard.press('Escape');
  const before = await placesOf(page);
  const [compare, pay] = [card(page, 'Compare'), card(page, 'Pay')];
  const guides = page.locator('.drag-guides line');

  // Nearly below “Pay”: it snaps to its middle and a line says so. Held with Alt it would not.
  await holdAt(page, compare, pay, { x: 2, y: 130 });
  await page.locator('.drag-guides line[data-kind="middle"]').waitFor({ state: 'attached' });
  await shoot(page, 'tidy-snap');
  await page.keyboard.down('Alt');
  await page.mouse.move((await boxOf(compare)).x + 41, (await boxOf(compare)).y + 12);
  await expect.poll(() => guides.count()).toBe(0);
  await page.keyboard.up('Alt');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await placesOf(page)).toEqual(before);

  await holdAt(page, compare, pay, { x: 2, y: 130 });
  await page.locator('.drag-guides line[data-kind="middle"]').waitFor({ state: 'attached' });
  await page.mouse.up();
  await expect.poll(() => guides.count()).toBe(0);
  const snapped = await placesOf(page);
  expect(snapped['Compare']?.[0]).toBe(snapped['Pay']?.[0]);
  expect(snapped['Compare']?.[1]).not.toBe(snapped['Pay']?.[1]);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+E');
  const notice = page.locator('.ui-notice').filter({ hasText: 'Touchpoints are spread evenly.' });
  await notice.waitFor();
  const spread = await placesOf(page);
  const middle = (Number(spread['Search']?.[0]) + Number(spread['Collect']?.[0])) / 2;
  expect(spread['Pay']?.[0]).toBeCloseTo(middle, 6);
  expect(spread['Compare']?.[0]).toBeCloseTo(middle, 6);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await notice.waitFor({ state: 'detached' });
  expect(await placesOf(page)).toEqual(snapped);
});

test('NOTE-1, NOTE-3, SAY-1: notes become a system and a requirement by one key, and deleting is said once', async ({
  page,
}) => {
  await newMapOf(page, 'Pay', 'Collect');
  const write = async (text: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    await page.locator('textarea, input').and(page.locator(':focus')).waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press('Escape');
    await page.locator('.react-flow__node-note').filter({ hasText: text }).waitFor();
  };
  await write('Loyalty engine');
  await page.keyboard.press('Shift+Y');
  await page.getByText('The note is a system now.').waitFor();
  expect((await alive(page, 'systems')).map(({ name }) => name)).toEqual(['Loyalty engine']);
  expect(await alive(page, 'notes')).toEqual([]);

  await write('Points within a minute');
  await card(page, 'Pay').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Shift+R');
  await page.getByText('The note is a requirement now.').waitFor();
  const pay = (await alive(page, 'touchpoints')).find(({ title }) => title === 'Pay');
  expect(await alive(page, 'requirements')).toMatchObject([
    { what: 'Points within a minute', subject: pay?.['id'] },
  ]);
  await page
    .locator('.ui-notice')
    .filter({ hasText: 'requirement now' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await page.locator('.react-flow__node-note').filter({ hasText: 'Points within a minute' }).waitFor();
  expect(await alive(page, 'requirements')).toEqual([]);

  // Deleted in the panel, it is announced by name; the notice that takes it back is for the eyes.
  await card(page, 'Collect').click();
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const notice = page.locator('.ui-notice').filter({ hasText: '1 record was deleted' });
  await notice.waitFor();
  await page
    .locator('.visually-hidden[aria-live]')
    .filter({ hasText: 'Collect' })
    .waitFor({ state: 'attached' });
  const live = await notice.evaluate((element) => element.closest('[aria-live]') !== null);
  expect(live).toBe(false);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await card(page, 'Collect').waitFor();
});
