import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { card, newMap, openSample, recordsOf } from './support/mapActions';
import { test } from './support/test';

type Row = Readonly<Record<string, unknown>>;

/** Records of one kind that are alive, as the map's file has them. */
async function alive(page: Page, kind: string): Promise<readonly Row[]> {
  const records = ((await recordsOf(page))[kind] ?? []) as readonly Row[];
  return records.filter((record) => !record['deletedAt']);
}

/** What has the keyboard on the canvas, as a screen reader says it; null when the canvas has not the keyboard. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('data-canvas-focus') === 'true' ? element.getAttribute('aria-label') : null;
  });
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Tabs on until something with this name has the keyboard; never needs a pointer. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
    });
    if (here === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`“${name}” cannot be reached with Tab`);
}

/** Chooses from the open field by typing; a name that is new makes the thing. */
async function pick(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
}

describe('without a pointer', () => {
  test('from an empty map to systems, a flow, a stage and an owner', async ({ page }) => {
    await newMap(page);
    await press(page, 'n');
    await page.keyboard.type('Look around');
    await press(page, 'Tab');
    await page.keyboard.type('Pay');
    await press(page, 'Enter', 'u');
    await page.getByText('Nothing to choose yet: type a name').waitFor();
    // Opened by one key, it is left by one.
    await press(page, 'Escape');
    await expect.poll(() => focused(page)).toContain('Pay');
    await press(page, 'c');
    await page.getByRole('combobox', { name: 'Touchpoint or system' }).waitFor();
    await pick(page, 'Collect');
    await expect.poll(() => focused(page)).toContain('Collect');
    await press(page, 'ArrowLeft');
    await expect.poll(() => focused(page)).toContain('Pay, touchpoint 2 of 3');
    await press(page, 'a');
    await page.getByRole('combobox', { name: 'System' }).waitFor();
    await pick(page, 'Gateway');
    await expect.poll(() => focused(page)).toContain('Gateway');
    await press(page, 'f');
    await page.getByRole('combobox', { name: 'System' }).waitFor();
    await pick(page, 'Ledger');
    await expect.poll(() => focused(page)).toBe('Data flow from Gateway to Ledger');
    await press(page, 'Escape', 'Enter', 'ArrowRight', 'Shift+ArrowRight', 's');
    await page.keyboard.type('Buying');
    await press(page, 'Enter');
    await expect.poll(() => focused(page)).toBe('Buying, Stage, 2 touchpoints');

    // Down through what hangs on the touchpoint: the way on, its system, the flow from it.
    await press(page, 'PageDown');
    await expect.poll(() => focused(page)).toContain('touchpoint');
    await press(page, 'Home', 'ArrowRight', 'ArrowDown');
    await expect.poll(() => focused(page)).toContain('Step from Pay to Collect');
    await press(page, 'ArrowDown');
    await expect.poll(() => focused(page)).toContain('Gateway');
    await press(page, 'ArrowDown');
    await expect.poll(() => focused(page)).toBe('Data flow from Gateway to Ledger');
    await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await expect.poll(() => focused(page)).toContain('Pay, touchpoint 2 of 3');

    await tabTo(page, 'Set the owner');
    await press(page, 'Enter');
    await page.getByRole('combobox', { name: 'Person or team' }).waitFor();
    await pick(page, 'Payments');
    await card(page, 'Pay').getByText('Payments').waitFor();
    const records = await recordsOf(page);
    const named = (kind: string, name: string) =>
      (records[kind] as readonly Row[]).find((one) => one['name'] === name || one['title'] === name)?.['id'];
    expect(records['assignments']).toEqual([
      expect.objectContaining({
        subject: named('touchpoints', 'Pay'),
        party: named('parties', 'Payments'),
        role: 'accountable',
      }),
    ]);
    expect(records['transitions']).toHaveLength(2);
    expect(records['usages']).toEqual([
      expect.objectContaining({
        touchpoint: named('touchpoints', 'Pay'),
        system: named('systems', 'Gateway'),
      }),
    ]);
    expect(records['dataFlows']).toEqual([
      expect.objectContaining({ from: named('systems', 'Gateway'), to: named('systems', 'Ledger') }),
    ]);
  });

  test('a gesture with Alt and arrows is one step back, for a card and for a stage', async ({ page }) => {
    await openSample(page);
    const before = await recordsOf(page);
    const place = async (kind: string, name: string) => {
      const found = (await alive(page, kind)).find((one) => one['title'] === name || one['name'] === name);
      return ['at', 'offset'].map((field) => Number(found?.[field] ?? 0));
    };
    await press(page, 'Enter');
    const start = await place('touchpoints', 'See the ad in the feed');
    await page.keyboard.down('Alt');
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown');
    await page.keyboard.up('Alt');
    const moved = await place('touchpoints', 'See the ad in the feed');
    expect(Number(moved[0])).toBeCloseTo(Number(start[0]) + 0.3);
    expect(moved[1]).toBe(Number(start[1]) + 1);
    await press(page, 'Control+z');
    await expect.poll(() => recordsOf(page)).toEqual(before);
    await press(page, 'Shift+Control+Z');
    await expect.poll(() => place('touchpoints', 'See the ad in the feed')).toEqual(moved);
    await press(page, 'Control+z', 'PageUp');
    await expect.poll(() => focused(page)).toContain('Stage');
    await page.keyboard.down('Alt');
    await press(page, 'ArrowLeft', 'ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await page.keyboard.up('Alt');
    const after = await recordsOf(page);
    expect(after['stages']).not.toEqual(before['stages']);
    expect({ ...after, stages: [] }).toEqual({ ...before, stages: [] });
    await press(page, 'Control+z');
    await expect.poll(() => recordsOf(page)).toEqual(before);
  });

  test('a title is typed while the view still glides to it, and the view arrives', async ({ newPage }) => {
    const page = await newPage({ reducedMotion: 'no-preference' });
    await newMap(page);
    await press(page, 'n');
    await page.keyboard.type('Pay');
    await press(page, 'Enter');
    await expect.poll(() => focused(page)).toContain('Pay');
    const zoom = () =>
      page.locator('.react-flow__viewport').evaluate((view) => new DOMMatrix(view.style.transform).a);
    await press(page, '-', '-', '-', '-');
    await expect.poll(zoom).toBeLessThan(0.6);
    await press(page, 'Shift+2', 'Enter');
    await expect.poll(zoom).toBe(1.25);
    await page.keyboard.type('Pay later');
    await press(page, 'Enter');
    await card(page, 'Pay later').waitFor();
  });

  test('the keyboard is never left nowhere: after deleting, undoing, duplicating, renaming, changing the view', async ({
    page,
  }) => {
    await openSample(page);
    await press(page, 'Enter', 'ArrowRight', 'F2', 'Control+a');
    await page.keyboard.type('Something else');
    await press(page, 'Escape');
    await expect.poll(() => focused(page)).toContain('Compare on the product page');
    await press(page, 'Delete');
    await expect.poll(() => focused(page)).toContain('See the ad in the feed');
    await expect.poll(() => alive(page, 'touchpoints')).toHaveLength(11);
    await press(page, 'Control+z');
    await expect.poll(() => focused(page)).not.toBeNull();
    await expect.poll(() => alive(page, 'touchpoints')).toHaveLength(12);
    await press(page, 'Control+d');
    await expect.poll(() => alive(page, 'touchpoints')).toHaveLength(13);
    await expect.poll(() => focused(page)).toContain('See the ad in the feed');
    await press(page, 'Control+z', 'Control+a', 'Delete');
    await expect.poll(() => alive(page, 'touchpoints')).toEqual([]);
    await expect.poll(() => focused(page)).toContain('Journey map');
    await press(page, 'Control+z', 'Enter');
    await expect.poll(() => alive(page, 'touchpoints')).toHaveLength(12);
    await expect.poll(() => focused(page)).toContain('See the ad in the feed');
    const here = page.locator('[role=grid] :focus');
    await press(page, 'Control+e');
    await expect.poll(() => here.innerText()).toBe('See the ad in the feed');
    await press(page, 'Control+e');
    await expect.poll(() => focused(page)).toContain('See the ad in the feed');
    await press(page, 'Control+k');
    await page.keyboard.type('record of processing');
    await page.getByRole('option', { name: /^Show the record of processing/ }).waitFor();
    await press(page, 'Enter');
    await expect.poll(() => here.innerText()).toContain('Not stated');
  });

  test('SAY-2, KEY-4: a colleague deletes what has the keyboard: it is said, and goes on from there', async ({
    newContext,
  }) => {
    const context = await newContext();
    const [mine, other] = [await context.newPage(), await context.newPage()];
    await mine.goto('/');
    await openSample(mine);
    await other.goto(mine.url());
    await card(other, 'Pay').click();
    await mine.bringToFront();
    await card(mine, 'Pay').click();
    await expect.poll(() => focused(mine)).toContain('Pay, touchpoint');
    await other.bringToFront();
    await press(other, 'Delete');
    await mine.bringToFront();
    await card(mine, 'Pay').waitFor({ state: 'detached' });
    await expect.poll(() => focused(mine)).toBe('Pay was deleted. Arrows go on from where it was.');
    await mine
      .locator('[aria-live=polite]')
      .getByText('Others: Touchpoint Pay removed')
      .waitFor({ state: 'attached' });
    await press(mine, 'ArrowRight');
    await expect.poll(() => focused(mine)).toContain('Order confirmation');
    await press(mine, 'Escape', 'Enter');
    await expect.poll(() => focused(mine)).toContain('See the ad in the feed');
  });

  test('KEY-1, KEY-2, KEY-3: keys of the canvas work beside it, and the keyboard finds back to it', async ({
    page,
  }) => {
    await openSample(page);
    await card(page, 'Pay').click();
    const zoomIn = page.getByRole('button', { name: 'Zoom in' });
    await zoomIn.click();
    await page.locator('.top-bar-lenses').getByText('Privacy').click();
    await expect.poll(() => focused(page)).toContain('Pay, touchpoint');
    await press(page, 'ArrowRight');
    await expect.poll(() => focused(page)).toContain('Order confirmation');

    await zoomIn.focus();
    await press(page, 'p');
    const first = page.getByRole('dialog', { name: 'Whose path to show' }).getByRole('checkbox').first();
    await expect.poll(() => first.evaluate((box) => box === document.activeElement)).toBe(true);
    await press(page, 'Escape');
    await expect.poll(() => zoomIn.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.getByRole('textbox', { name: 'Description' }).focus();
    await press(page, 'n', 'Escape');
    await expect.poll(() => focused(page)).toContain('Order confirmation');
    await expect.poll(() => alive(page, 'touchpoints')).toHaveLength(12);
  });

  test('what an input method composes is not taken for done', async ({ page }) => {
    await newMap(page);
    await press(page, 'n');
    const keys = await page.context().newCDPSession(page);
    await keys.send('Input.imeSetComposition', { text: 'しはら', selectionStart: 3, selectionEnd: 3 });
    await keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    await keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      windowsVirtualKeyCode: 13,
    });
    const field = page.getByRole('textbox', { name: 'Title of the touchpoint' });
    await expect.poll(() => field.count()).toBe(1);
    await keys.send('Input.insertText', { text: '支払い' });
    await press(page, 'Enter');
    await field.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await alive(page, 'touchpoints')).map(({ title }) => title))
      .toEqual(['支払い']);
  });
});
