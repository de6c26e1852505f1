import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, newMap, openSample, pasteOnCanvas } from './support/mapActions';
import { test } from './support/test';

test('records go from one map to another; lines, tables and links become what they are', async ({
  newPage,
}) => {
  const page = await newPage({ viewport: { width: 1024, height: 700 } });
  await openSample(page);
  await card(page, 'Collect in store').click();
  await card(page, 'Return an item').click({ modifiers: ['Shift'] });
  await page.getByRole('heading', { level: 2, name: '2 selected' }).waitFor();
  await page.keyboard.press('Control+c');
  await page.getByText('2 records copied').waitFor({ state: 'attached' });
  await page.goto('/');
  await newMap(page);
  await page.locator('[data-canvas-focus="true"]').focus();
  await page.keyboard.press('Control+v');
  await card(page, 'Return an item').waitFor();
  await page.getByText('Store tills (POS)').first().waitFor();
  await card(page, 'Return an item').getByText('Store operations').waitFor();
  await page.getByText('2 records were pasted').waitFor();

  // Lines go on from what is selected, joined; one step of undo takes them back.
  await card(page, 'Return an item').click();
  await pasteOnCanvas(page, { 'text/plain': '1. Get the refund\n2. Tell a friend' });
  await card(page, 'Tell a friend').waitFor();
  await page.keyboard.press('Control+z');
  await card(page, 'Tell a friend').waitFor({ state: 'detached' });
  await card(page, 'Get the refund').waitFor({ state: 'detached' });

  // A link is evidence.
  await card(page, 'Return an item').click();
  await pasteOnCanvas(page, { 'text/plain': 'https://example.com/study' });
  await page.getByText('“Return an item” has 1 more link as evidence').waitFor();

  // A table is looked at first.
  await pasteOnCanvas(page, {
    'text/plain': 'System\tVendor\tOwner\tSize\nCRM\tAcme\tSales\tL\nstore tills (pos)\tBeta\t\t',
  });
  const dialog = page.getByRole('dialog', { name: 'Paste a table' });
  await dialog.getByRole('button', { name: 'Take in 2 systems' }).waitFor();
  await expect.poll(() => dialog.getByLabel('What column 4 holds').inputValue()).toBe('');
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: 'Take in 2 systems' }).click();
  await page.getByText('2 rows were taken in').waitFor();
  await page.getByText('CRM', { exact: true }).first().waitFor();

  // What cannot be taken is said.
  await pasteOnCanvas(page, { 'application/x-throughline+json': '{"format":"throughline"' });
  await page.getByText('arrived damaged, so nothing was pasted').waitFor();
});
