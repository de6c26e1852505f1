import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, introduce, openSample, share } from './support/mapActions';
import { test } from './support/test';

test('FILT-5: a filter dims the rest on canvas and in the table, is kept as a view, and a colleague looks through it at once', async ({
  newPage,
}) => {
  const page = await newPage({ viewport: { width: 1024, height: 700 } });
  await openSample(page);
  const link = await share(page);
  await introduce(page, 'Ana', 'Marketing');

  // By keyboard: owner is nobody.
  await page.keyboard.press('Control+Shift+L');
  const panel = page.getByRole('dialog', { name: 'Filter and views' });
  const adding = panel.getByLabel('Add a condition');
  const hasKeyboard = (element: Element): boolean => element === document.activeElement;
  await expect.poll(() => adding.evaluate(hasKeyboard)).toBe(true);
  await adding.selectOption('Owner');
  const values = panel.getByRole('combobox', { name: 'Values for Owner' });
  await expect.poll(() => values.evaluate(hasKeyboard)).toBe(true);
  await page.keyboard.type('nob');
  await page.getByRole('option', { name: 'Nobody' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'hidden' });
  await panel.getByText('5 of 32 stand out').waitFor();
  const emphasis = (title: string) => card(page, title).locator('.card').getAttribute('data-emphasis');
  await expect.poll(() => emphasis('Return an item')).toBe('dim');
  await expect.poll(() => emphasis('Unbox at home')).not.toBe('dim');

  await panel.getByLabel('Name of the view').fill('Gaps');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Show the view “Gaps”' }).waitFor();
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  const bar = page.getByRole('region', { name: 'Filter' });
  await bar.getByText('5 of 32').waitFor();
  await expectEverythingFits(page);

  // The table dims the same, and says so (FILT-5).
  await page.keyboard.press('Control+e');
  const row = (title: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });
  await row('Return an item').getByText('left out by the filter').waitFor({ state: 'attached' });
  await expect.poll(() => row('Unbox at home').getAttribute('data-dimmed')).toBeNull();
  await expectNoAxeFindings(page, 'colours');
  await page.keyboard.press('Control+e');

  // Escape on the map lets everything through again.
  await page.locator('[data-canvas-focus="true"]').focus();
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'hidden' });
  await expect.poll(() => emphasis('Return an item')).not.toBe('dim');

  // A colleague finds the view by name; deleting it takes it from the list, not from what they look at.
  const other = await newPage();
  await other.goto(link);
  await introduce(other, 'Jon', 'IT');
  await other.keyboard.press('Control+k');
  await other.getByRole('combobox', { name: 'Search commands' }).waitFor();
  await other.keyboard.type('gaps');
  await other.getByRole('option', { name: /^Gaps/ }).waitFor();
  await other.keyboard.press('Enter');
  await other.getByRole('region', { name: 'Filter' }).getByText('Owner is Nobody', { exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+L');
  await panel.getByRole('button', { name: 'More for “Gaps”' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await panel.getByText('A view keeps the filter').waitFor();
  await other.getByRole('region', { name: 'Filter' }).getByText('5 of 32').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await panel.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Shift+L');
  await panel.getByRole('button', { name: 'Show the view “Gaps”' }).waitFor();
  await expect.poll(() => adding.evaluate(hasKeyboard)).toBe(true);
});
