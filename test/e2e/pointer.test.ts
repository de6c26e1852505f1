import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { syntheticFile } from '../bench/syntheticMap';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, newMap, openFiles, openSample, recordsOf } from './support/mapActions';
import { test } from './support/test';

type Row = Readonly<Record<string, unknown>>;
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Records of one kind that are alive, as the map's file has them. */
async function alive(page: Page, kind: string): Promise<readonly Row[]> {
  const records = ((await recordsOf(page))[kind] ?? []) as readonly Row[];
  return records.filter((record) => !record['deletedAt']);
}

async function box(target: Locator) {
  const found = await target.boundingBox();
  if (!found) throw new Error('it is not on the screen');
  return found;
}

async function centre(target: Locator): Promise<Point> {
  const { x, y, width, height } = await box(target);
  return { x: x + width / 2, y: y + height / 2 };
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** The bar of a system, by the name it is spoken with. */
function track(page: Page, id: string): Locator {
  return page.locator(`.react-flow__node-track[data-id="${id}"]`);
}

/** The dot at the right end of a card or track, from which connections are drawn; it shows under the pointer. */
async function handle(page: Page, target: Locator): Promise<Point> {
  const { x, y, width, height } = await box(target);
  await page.mouse.move(x + width / 2, y + height / 2);
  return { x: x + width, y: y + height / 2 };
}

/** How far and how large the map is shown. */
function view(page: Page): Promise<string> {
  return page.locator('.react-flow__viewport').evaluate((element) => getComputedStyle(element).transform);
}

async function zoom(page: Page): Promise<number> {
  return Number((await view(page)).replace('matrix(', '').split(',')[0]);
}

function tool(page: Page, name: string): Locator {
  return page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true });
}

describe('lines drawn by hand', () => {
  test('a card onto a track attaches, a track onto a track flows, onto nothing below the line makes a system', async ({
    page,
  }) => {
    await openSample(page);
    const records = await recordsOf(page);
    const id = (kind: string, name: string) =>
      String(
        (records[kind] as readonly Row[]).find((one) => one['title'] === name || one['name'] === name)?.[
          'id'
        ],
      );
    const pay = id('touchpoints', 'Pay');
    const [desk, tills] = [id('systems', 'Service desk'), id('systems', 'Store tills (POS)')];
    await drag(page, await handle(page, card(page, 'Pay')), await centre(track(page, desk)));
    await expect
      .poll(() => alive(page, 'usages'))
      .toContainEqual(expect.objectContaining({ touchpoint: pay, system: desk }));
    await drag(page, await handle(page, track(page, tills)), await centre(track(page, desk)));
    await expect
      .poll(() => alive(page, 'dataFlows'))
      .toContainEqual(expect.objectContaining({ from: tills, to: desk }));
    await page.keyboard.press('Escape');
    await drag(page, await handle(page, card(page, 'Pay')), { x: 420, y: 730 });
    await page.getByRole('combobox', { name: 'Touchpoint or system' }).fill('Fraud check');
    await page.keyboard.press('Enter');
    await page.locator('.gutter').getByText('Fraud check').waitFor();
    const fraud = (await alive(page, 'systems')).find(({ name }) => name === 'Fraud check')?.['id'];
    await expect
      .poll(() => alive(page, 'usages'))
      .toContainEqual(expect.objectContaining({ touchpoint: pay, system: fraud }));
  });
});

test('every tool does what it says, once', async ({ page }) => {
  await newMap(page);
  await page.getByText('Where does the story begin?').waitFor();
  await tool(page, 'Touchpoint').click();
  await page.mouse.click(500, 160);
  await page.keyboard.type('Look');
  await page.keyboard.press('Enter');
  await expect.poll(() => tool(page, 'Select').getAttribute('aria-pressed')).toBe('true');
  await tool(page, 'Stage').click();
  await drag(page, { x: 400, y: 250 }, { x: 800, y: 250 });
  await page.keyboard.type('Finding');
  await page.keyboard.press('Enter');
  await tool(page, 'System').click();
  await page.mouse.click(600, 700);
  const name = page.getByRole('dialog', { name: 'New system' }).getByRole('textbox');
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('Web shop');
  await page.keyboard.press('Enter');
  await tool(page, 'Note').click();
  await page.mouse.click(900, 400);
  await page.keyboard.type('Ask Jon');
  await page.keyboard.press('Escape');
  await tool(page, 'Connect').click();
  await drag(page, await centre(card(page, 'Look')), { x: 900, y: 500 });
  await page.getByRole('combobox', { name: 'Touchpoint or system' }).fill('Buy');
  await page.keyboard.press('Enter');
  await card(page, 'Buy').waitFor();
  const records = await recordsOf(page);
  const names = (kind: string) =>
    (records[kind] as readonly Row[]).map((one) => one['title'] ?? one['name'] ?? one['text']).toSorted();
  expect(names('touchpoints')).toEqual(['Buy', 'Look']);
  expect(names('stages')).toEqual(['Finding']);
  expect(names('systems')).toEqual(['Web shop']);
  expect(names('notes')).toEqual(['Ask Jon']);
  expect(records['transitions']).toHaveLength(1);
  await tool(page, 'Move the view').click();
  const before = await view(page);
  await drag(page, { x: 700, y: 620 }, { x: 800, y: 660 });
  await expect.poll(() => view(page)).not.toBe(before);
  await expect.poll(() => recordsOf(page)).toEqual(records);
  await tool(page, 'Undo').click();
  await expect.poll(() => recordsOf(page)).not.toEqual(records);
  await tool(page, 'Redo').click();
  await expect.poll(() => recordsOf(page)).toEqual(records);
});

test('the view: wheel, zoom control, overview map; a rubber band selects and a menu acts on it', async ({
  page,
}) => {
  await openSample(page);
  await card(page, 'Pay').waitFor();
  const before = await recordsOf(page);
  const whole = await view(page);
  await page.mouse.move(700, 760);
  await page.mouse.wheel(120, 60);
  await expect.poll(() => view(page)).not.toBe(whole);
  const panned = await zoom(page);
  expect(panned).toBeCloseTo(Number(whole.replace('matrix(', '').split(',')[0]));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(() => zoom(page)).toBeGreaterThan(panned);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.locator('.zoom-value').click();
  await expect.poll(() => zoom(page)).toBe(1);
  await button('Zoom out').click();
  await expect.poll(() => zoom(page)).toBeCloseTo(0.8);
  await button('Zoom in').click();
  await expect.poll(() => zoom(page)).toBeCloseTo(1);
  await button('Overview map').click();
  const near = await view(page);
  const small = await box(page.locator('.minimap'));
  await drag(page, { x: small.x + 80, y: small.y + 60 }, { x: small.x + 140, y: small.y + 70 });
  await expect.poll(() => view(page)).not.toBe(near);
  await button('Overview map').click();
  await button('Show the whole map').click();
  await expect.poll(() => view(page)).toBe(whole);

  const first = await box(card(page, 'See the ad in the feed'));
  const third = await box(card(page, 'Ask the chat assistant'));
  await drag(
    page,
    { x: first.x - 6, y: first.y + first.height + 4 },
    { x: third.x + third.width + 4, y: first.y - 10 },
  );
  const panel = page.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('heading', { name: '2 selected' }).waitFor();
  await expect.poll(() => recordsOf(page)).toEqual(before);
  await card(page, 'See the ad in the feed').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await card(page, 'Ask the chat assistant').waitFor({ state: 'detached' });
  await expect.poll(() => alive(page, 'touchpoints')).toHaveLength(10);
  await page.keyboard.press('Control+z');
  await expect.poll(() => recordsOf(page)).toEqual(before);
});

test('by touch: one finger moves the view, two zoom it', async ({ newPage }) => {
  const page = await newPage({ viewport: { width: 1024, height: 700 }, hasTouch: true });
  await openSample(page);
  await card(page, 'Pay').waitFor();
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: readonly Point[]) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });
  const before = await recordsOf(page);
  const start = await view(page);
  await touch('touchStart', { x: 400, y: 500 });
  for (const x of [390, 370, 340]) await touch('touchMove', { x, y: 510 });
  await touch('touchEnd');
  await expect.poll(() => view(page)).not.toBe(start);
  const zoomed = await zoom(page);
  await touch('touchStart', { x: 350, y: 500 }, { x: 450, y: 500 });
  for (const by of [20, 50, 90]) await touch('touchMove', { x: 350 - by, y: 500 }, { x: 450 + by, y: 500 });
  await touch('touchEnd');
  await expect.poll(() => zoom(page)).toBeGreaterThan(zoomed * 1.3);
  await expect.poll(() => recordsOf(page)).toEqual(before);
});

test('PIC-15, PIC-16: many are moved as one; Escape puts them back, and let go they are all where they were seen', async ({
  newPage,
}) => {
  const page = await newPage({ reducedMotion: 'reduce' });
  await openFiles(page, { name: 'many.throughline.json', text: syntheticFile(40) });
  const cards = page.locator('.react-flow__node-touchpoint');
  await cards.first().waitFor();
  await page.keyboard.press('Shift+1');
  await page.keyboard.press('Control+a');
  await expect.poll(() => cards.count()).toBe(40);
  await expect.poll(() => page.locator('.react-flow__node-touchpoint.selected').count()).toBe(40);
  const before = await placesOf(page);
  // Signs of transitions lie over the middle of some cards.
  const heldBox = await box(cards.nth(20));
  const held = { x: heldBox.x + heldBox.width * 0.2, y: heldBox.y + heldBox.height * 0.75 };
  const other = cards.nth(10);
  const start = await box(other);
  await page.mouse.move(held.x, held.y);
  await page.mouse.down();
  await page.mouse.move(held.x + 20, held.y);
  await page.mouse.move(held.x + 60, held.y - 3);
  await expect.poll(async () => Math.round((await box(other)).x - start.x)).toBeGreaterThan(25);
  await page.locator('svg[data-lifted] .transition').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await expect.poll(async () => Math.round((await box(other)).x - start.x)).toBe(0);
  await page.mouse.up();
  expect(await placesOf(page)).toEqual(before);

  await drag(page, held, { x: held.x + 60, y: held.y - 3 });
  await page.locator('[data-lifted]').first().waitFor({ state: 'detached' });
  const after = await placesOf(page);
  expect(after.every(([at], index) => Number(at) > Number(before[index]?.[0]))).toBe(true);
  expect(after.map(([, offset]) => offset)).toEqual(before.map(([, offset]) => offset));
  await page.keyboard.press('Control+z');
  await expect.poll(() => placesOf(page)).toEqual(before);
});

/** Where every touchpoint lies: its place on the timeline and its row. The first row is not written into files. */
async function placesOf(page: Page): Promise<readonly (readonly number[])[]> {
  return (await alive(page, 'touchpoints')).map(({ at, offset }) => [Number(at ?? 0), Number(offset ?? 0)]);
}

test('LAY-92: who has moved the view off the map is shown the way back', async ({ newPage }) => {
  const page = await newPage({ viewport: { width: 1024, height: 700 } });
  await openSample(page);
  await card(page, 'Return an item').waitFor();
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, -6_000);
  await page.getByText('Nothing of the map is in view here.').waitFor();
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Show the map' }).click();
  await card(page, 'Return an item').waitFor();
  await page.getByText('Nothing of the map is in view here.').waitFor({ state: 'hidden' });
});
