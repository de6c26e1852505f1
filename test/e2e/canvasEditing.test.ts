import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { card, newMap, openSample, recordsOf } from './support/mapActions';
import { test } from './support/test';

type Row = Readonly<Record<string, unknown>>;

/** Records of one kind that are alive, as the map's file has them. */
async function alive(page: Page, kind: string): Promise<readonly Row[]> {
  const records = ((await recordsOf(page))[kind] ?? []) as readonly Row[];
  return records.filter((record) => !record['deletedAt']);
}

async function titles(page: Page): Promise<readonly unknown[]> {
  const touchpoints = await alive(page, 'touchpoints');
  return touchpoints
    .toSorted((a, b) => Number(a['at'] ?? 0) - Number(b['at'] ?? 0))
    .map(({ title }) => title);
}

/** Steps as `from > to`, by title. */
async function steps(page: Page): Promise<readonly string[]> {
  const title = new Map((await alive(page, 'touchpoints')).map((one) => [one['id'], one['title']]));
  const found = await alive(page, 'transitions');
  return found.map(({ from, to }) => `${title.get(from)} > ${title.get(to)}`).toSorted();
}

/** Whatever has the keyboard on the canvas. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

async function centre(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** The dot on a card's right side, from which connections are drawn. */
async function connectHandle(page: Page, title: string): Promise<{ x: number; y: number }> {
  const box = await card(page, title).boundingBox();
  if (!box) throw new Error(`“${title}” is not on the screen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return { x: box.x + box.width, y: box.y + box.height / 2 };
}

describe('without a pointer', () => {
  test('ten connected touchpoints with owners are typed in one go: at most 60 presses beside the names', async ({
    page,
  }) => {
    await newMap(page);
    const names = Array.from({ length: 10 }, (_, index) => `Step ${index + 1}`);
    // Every key that goes down is counted by the page itself, modifiers and all; letters of names are taken off.
    await page.evaluate(() => {
      const counted = globalThis as unknown as { presses: number };
      counted.presses = 0;
      addEventListener('keydown', () => counted.presses++, { capture: true });
    });
    await page.keyboard.press('n');
    for (const name of names) {
      await page.keyboard.type(name);
      await page.keyboard.press(name === names.at(-1) ? 'Enter' : 'Tab');
    }
    const owner = 'Store operations';
    await page.keyboard.press('Control+a');
    await page.keyboard.press('u');
    await page.getByRole('combobox', { name: 'Person or team' }).waitFor();
    await page.keyboard.type(owner);
    await page.getByRole('option', { name: owner }).waitFor();
    await page.keyboard.press('Enter');
    await card(page, 'Step 10').getByText(owner).waitFor();
    const pressed = await page.evaluate(() => (globalThis as unknown as { presses: number }).presses);
    const letters = [...names, owner].join('').length;
    expect(pressed - letters).toBeGreaterThan(10);
    expect(pressed - letters).toBeLessThanOrEqual(60);
    const owners = await alive(page, 'assignments');
    expect(owners.map(({ role }) => role)).toEqual(names.map(() => 'accountable'));
    // It was one step: all of them have no owner again.
    await page.keyboard.press('Control+z');
    await expect.poll(() => alive(page, 'assignments')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await expect.poll(() => titles(page)).toEqual(names);
    await expect
      .poll(() => steps(page))
      .toEqual(
        names
          .slice(1)
          .map((name, index) => `${names[index]} > ${name}`)
          .toSorted(),
      );
    await expect.poll(() => focused(page)).toContain('Step 10, touchpoint 10 of 10');
  });

  test('Shift+Tab goes back, Tab goes on, Escape leaves and takes away what has no name', async ({
    page,
  }) => {
    await newMap(page);
    await page.keyboard.press('n');
    await page.keyboard.type('Look');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Buy');
    // Keys of the page work while a title is typed, and leave it open.
    await expect.poll(() => titles(page)).toEqual(['Look', undefined]);
    await page.keyboard.press('Shift+Tab');
    const field = page.getByRole('textbox', { name: 'Title of the touchpoint' });
    await expect.poll(() => field.inputValue()).toBe('Look');
    await page.keyboard.press('Tab');
    await expect.poll(() => field.inputValue()).toBe('Buy');
    await page.keyboard.press('Tab');
    await expect.poll(() => field.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await expect.poll(() => titles(page)).toEqual(['Look', 'Buy']);
    await expect.poll(() => focused(page)).toContain('Buy, touchpoint 2 of 2');
  });

  test('systems are attached, flows drawn and stages laid, and each can be taken back', async ({ page }) => {
    await newMap(page);
    await page.keyboard.press('n');
    await page.keyboard.type('Pay');
    await page.keyboard.press('Enter');
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'System' }).fill('Gateway');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('Gateway');
    await page.keyboard.press('f');
    await page.getByRole('combobox', { name: 'System' }).fill('Ledger');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Data flow from Gateway to Ledger');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await page.keyboard.type('Buying');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Buying, Stage, 1 touchpoint');
    const before = (await alive(page, 'stages'))[0];
    await page.keyboard.press('Alt+Shift+ArrowRight');
    expect(Number((await alive(page, 'stages'))[0]?.['end'])).toBeGreaterThan(Number(before?.['end']));
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await alive(page, 'stages'))[0]).toEqual(before);
    await page.keyboard.press('Delete');
    await expect.poll(() => alive(page, 'stages')).toEqual([]);
    await expect.poll(() => titles(page)).toEqual(['Pay']);
  });

  test('arrows follow the journey, and a menu opens from the keyboard and opens what it says', async ({
    page,
  }) => {
    await openSample(page);
    await card(page, 'Pay').click();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toContain('Order confirmation, touchpoint 6 of 12');
    const before = await titles(page);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /Duplicate/ }).press('Enter');
    await expect
      .poll(async () => (await titles(page)).toSorted())
      .toEqual([...before, 'Order confirmation'].toSorted());
    await page.keyboard.press('Shift+F10');
    await expect.poll(() => page.locator('.ui-menu :focus').innerText()).toContain('Rename');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Touchpoint or system' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toContain('Order confirmation');
    await card(page, 'Pay').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Set the owner…' }).click();
    await page.keyboard.type('Till crew');
    await page.getByRole('option', { name: 'Create “Till crew”' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('owner Till crew');
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Packing line');
    await page.getByRole('option', { name: 'Create “Packing line”' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('Packing line, touchpoint');
  });
});

describe('by hand', () => {
  test('a double click on empty canvas makes a touchpoint there', async ({ page }) => {
    await newMap(page);
    await page.getByText('Where does the story begin?').waitFor();
    await page.mouse.dblclick(700, 200);
    await page.keyboard.type('Look');
    await page.keyboard.press('Enter');
    await expect.poll(() => titles(page)).toEqual(['Look']);
  });

  test('dragging cards together is one step, and Escape puts them back', async ({ page }) => {
    await openSample(page);
    const before = await alive(page, 'touchpoints');
    await card(page, 'Pay').click();
    await card(page, 'Order confirmation').click({ modifiers: ['Shift'] });
    await card(page, 'Unbox at home').click({ modifiers: ['Shift'] });
    await card(page, 'Unbox at home').click({ modifiers: ['Shift'] });
    const from = await centre(card(page, 'Pay'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 5);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => alive(page, 'touchpoints')).toEqual(before);
    await drag(page, from, { x: from.x + 60, y: from.y });
    const moved = (await alive(page, 'touchpoints')).filter((one) => !before.some((old) => isSame(old, one)));
    expect(moved.map(({ title }) => title).toSorted()).toEqual(['Order confirmation', 'Pay']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => alive(page, 'touchpoints')).toEqual(before);
  });

  test('touchpoint to touchpoint makes a transition, on empty space it offers to make the other end', async ({
    page,
  }) => {
    await openSample(page);
    await drag(page, await connectHandle(page, 'Pay'), await centre(card(page, 'Collect in store')));
    await expect.poll(() => steps(page)).toContain('Pay > Collect in store');
    const line = page.locator('.gutter-caption');
    const below = await line.boundingBox();
    if (!below) throw new Error('the line of visibility is on the screen');
    await drag(page, await connectHandle(page, 'Pay'), { x: 270, y: below.y - 22 });
    await page.getByRole('combobox', { name: 'Touchpoint or system' }).fill('Pay again');
    await page.keyboard.press('Enter');
    await expect.poll(() => steps(page)).toContain('Pay > Pay again');
  });

  test('a stage is resized by its edge and moved by its body, and no touchpoint moves', async ({ page }) => {
    await openSample(page);
    const touchpoints = await alive(page, 'touchpoints');
    const stage = page.locator('.react-flow__node-stage', { hasText: 'Get it' });
    const span = async () => (await alive(page, 'stages')).find(({ name }) => name === 'Get it');
    const before = await span();
    const end = await centre(stage.getByTitle('Drag to change where the stage ends'));
    await drag(page, end, { x: end.x + 50, y: end.y });
    const resized = await span();
    expect(resized?.['start']).toBe(before?.['start']);
    expect(Number(resized?.['end'])).toBeGreaterThan(Number(before?.['end']));
    const body = await centre(stage);
    await drag(page, body, { x: body.x - 60, y: body.y });
    const moved = await span();
    expect(Number(moved?.['start'])).toBeLessThan(Number(resized?.['start']));
    expect(Number(moved?.['end']) - Number(moved?.['start'])).toBeCloseTo(
      Number(resized?.['end']) - Number(resized?.['start']),
    );
    await expect.poll(() => alive(page, 'touchpoints')).toEqual(touchpoints);
  });
});

function isSame(a: Row, b: Row): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
