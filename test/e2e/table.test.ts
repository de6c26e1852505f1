import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, introduce, openSample, share } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

function grid(page: Page): Locator {
  return page.getByRole('grid');
}

/** A cell by the name of its row and the id of its column. */
function cell(page: Page, row: string, column: string): Locator {
  return grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    .locator(`[data-column="${column}"]`);
}

/** Row and column of the cell that has the keyboard. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const row = element?.closest('[role=row]')?.querySelector('[role=rowheader]')?.textContent ?? '';
    return `${row} · ${element?.dataset['column'] ?? ''}`;
  });
}

/** Whether a card lies within the canvas as it is now. */
async function isInSight(page: Page, title: string): Promise<boolean> {
  const [canvas, shown] = await Promise.all([
    page.locator('.react-flow').boundingBox(),
    card(page, title).boundingBox(),
  ]);
  if (!canvas || !shown) return false;
  return shown.x >= canvas.x && shown.x + shown.width <= canvas.x + canvas.width;
}

async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const data = new DataTransfer();
      data.setData('text/plain', plain);
      if (rich !== '') data.setData('text/html', rich);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [text, html] as const,
  );
}

describe('the table', () => {
  test('TBL-12: is worked by keyboard alone, as a spreadsheet, and shares its selection with the canvas, where it stays in sight', async ({
    page,
  }) => {
    await openSample(page);
    await card(page, 'Return an item').click();
    await page.keyboard.press('Control+Shift+e');
    await cell(page, 'Return an item', 'title').waitFor();
    await expect.poll(() => cell(page, 'Return an item', 'title').getAttribute('data-focus')).toBe('true');
    await expect.poll(() => isInSight(page, 'Return an item')).toBe(true);
    await cell(page, 'Unbox at home', 'title').click();
    await expect.poll(() => card(page, 'Unbox at home').getAttribute('class')).toContain('selected');
    await page.getByRole('heading', { level: 2, name: 'Unbox at home' }).waitFor();
    await page.keyboard.press('Control+e');
    await page.waitForURL(/view=table/);
    await expect.poll(() => page.locator('.react-flow').count()).toBe(0);

    // Owner: typed, made, and taken back as one step.
    await cell(page, 'Unbox at home', 'owner').click();
    await page.keyboard.type('Home crew');
    await page.getByRole('option', { name: 'Create “Home crew”' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 'Unbox at home', 'owner').innerText()).toBe('Home crew');
    await expect.poll(() => focused(page)).toBe('Return an item · owner');
    await page.keyboard.press('Control+z');
    await expect.poll(() => cell(page, 'Unbox at home', 'owner').innerText()).toBe('');

    // A new row: Tab goes on beside, Enter begins the next one.
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Recommend it');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Recommend it · stages');
    await page.keyboard.press('Tab');
    await page.keyboard.type('App;');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 'Recommend it', 'channels').innerText()).toBe('App');

    // A block from a spreadsheet: changes, makes, and marks what does not fit.
    await page.getByRole('tab', { name: 'Systems', exact: true }).click();
    await cell(page, 'Chat assistant', 'lifecycle').click();
    await paste(page, 'Retired\tsanctioned\r\nsoon\tshadow\r\n');
    await expect.poll(() => cell(page, 'Chat assistant', 'lifecycle').innerText()).toBe('Retired');
    const refused = cell(page, 'Campaign tool', 'lifecycle');
    await expect.poll(() => refused.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => refused.innerText()).toContain('soon');
    await page.getByText('1 cell could not be understood', { exact: false }).first().waitFor();
    await expectNoAxeFindings(page);
    await shoot(page, 'table-refused');
    await page.keyboard.press('Control+z');
    await expect.poll(() => cell(page, 'Chat assistant', 'standing').innerText()).not.toBe('Sanctioned');

    // A break comes where the caret is; a sheet of one column is one as well.
    await page.getByRole('tab', { name: 'Rulers' }).click();
    await cell(page, 'Customer journey', 'name').dblclick();
    await page.keyboard.press('Home');
    await page.keyboard.press('Alt+Enter');
    const ruler = page.getByRole('textbox', { name: 'Name of Customer journey' });
    await expect.poll(() => ruler.inputValue()).toBe('\nCustomer journey');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Systems', exact: true }).click();

    // Sort by the menu of the header, which the arrow up reaches.
    await cell(page, 'Ad platform', 'name').click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('menuitem', { name: 'Sort downwards' }).click();
    await expect.poll(() => grid(page).getByRole('rowheader').first().innerText()).toBe('Web shop');
    await expect
      .poll(() => grid(page).getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'))
      .toBe('descending');
  });

  test('TBL-11, PRO-10: in 320 px, reads records off the map and leads to what they lack; matrices are edited by key', async ({
    newPage,
  }) => {
    const page = await newPage({ viewport: { width: 320, height: 640 } });
    await openSample(page);
    await grid(page).waitFor();
    await expectEverythingFits(page);
    await page.getByRole('tab', { name: 'Touchpoints × systems' }).click();
    await grid(page).getByRole('rowheader', { name: 'Pay', exact: true }).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('w');
    await expect.poll(() => page.locator('[data-focus="true"]').innerText()).toBe('W');
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('[data-focus="true"]').innerText()).toBe('RW');
    await expectNoAxeFindings(page);
    await page.getByRole('tab', { name: 'Processing activities' }).click();
    const purpose = grid(page).getByRole('rowheader').first();
    await expect.poll(() => purpose.innerText()).toContain('Not stated');
    await expectEverythingFits(page);
    await expectNoAxeFindings(page);
    await purpose.click();
    const here = page.locator('[data-focus="true"]');
    const row = (await purpose.boundingBox())?.height ?? 0;
    for (let down = 0; down < 4; down++) await page.keyboard.press('ArrowDown');
    for (let right = 0; right < 4; right++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => here.innerText()).toContain('Payment data');
    const isWhole = (element: Element): boolean => element.scrollHeight <= element.clientHeight;
    await expect.poll(() => here.locator('.grid-cell-text').evaluate(isWhole)).toBe(true);
    expect((await here.boundingBox())?.height).toBeGreaterThan(row);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('· purpose');
    await page.keyboard.type('Show ads');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.locator('[data-focus="true"]').innerText()).toBe('Show ads');
    await shoot(page, 'table-320');

    // A window of 1440 × 900, enlarged four times.
    await page.setViewportSize({ width: 360, height: 225 });
    const cellInView = page.locator('[data-focus="true"]');
    await cellInView.scrollIntoViewIfNeeded();
    const isSeen = (element: Element): boolean => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    };
    await expect.poll(() => cellInView.evaluate(isSeen)).toBe(true);
    await expectEverythingFits(page);
    await shoot(page, 'table-enlarged');
  });

  test('a colleague’s edits arrive without taking the cell one is in, in thousands of rows', async ({
    page,
    newPage,
  }) => {
    await openSample(page);
    const link = new URL(await share(page));
    await introduce(page, 'Jon', 'Marketing');
    link.searchParams.set('view', 'table');
    const colleague = await newPage();
    await colleague.goto(link.href);
    await introduce(colleague, 'Ada', 'IT');
    await page.keyboard.press('Control+e');
    await cell(page, 'Pay', 'title').dblclick();
    const field = page.getByRole('textbox', { name: 'Title of Pay' });
    await field.fill('Pay at once');
    await cell(colleague, 'Pay', 'title').click();
    await colleague.keyboard.press('F2');
    await colleague.keyboard.press('Control+a');
    await colleague.keyboard.type('Pay by card');
    await colleague.keyboard.press('Enter');
    await page.getByText('Changed meanwhile to “Pay by card”').waitFor();
    await expect.poll(() => field.inputValue()).toBe('Pay at once');
    await field.press('Escape');
    await cell(page, 'Pay by card', 'title').waitFor();

    await page.getByRole('tab', { name: 'Data objects' }).click();
    await page.locator('[data-row="new"][data-first]').click();
    const lines = Array.from({ length: 4_000 }, (_, index) => `Item ${index}\tuser.item`);
    await paste(page, lines.join('\n'));
    await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('4013');
    await expect.poll(() => grid(page).getByRole('row').count()).toBeLessThan(80);
    await page.keyboard.press('Control+End');
    await expect.poll(() => grid(page).getByText('Item 999', { exact: true }).count()).toBe(1);
  });
});
