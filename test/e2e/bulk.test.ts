import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { openSample } from './support/mapActions';
import { test } from './support/test';

test('BULK-1: several systems are changed at once, and two become one, with what they are used for', async ({
  newPage,
}) => {
  const page = await newPage();
  await openSample(page);
  const gutter = (name: string) => page.locator('.gutter-system').filter({ hasText: name }).first();
  await gutter('Order management').click();
  await gutter('Service desk').click({ modifiers: ['Shift'] });
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('heading', { level: 2, name: '2 selected' }).waitFor();
  const vendor = details.getByLabel('Vendor');
  await vendor.fill('Acme');
  await vendor.press('Enter');
  await details.getByLabel('Standing').selectOption('Tolerated');
  await expect.poll(() => details.getByLabel('Standing').inputValue()).toBe('tolerated');

  await page.locator('.card', { hasText: 'Collect in store' }).click();
  await page.locator('.card', { hasText: 'Return an item' }).click({ modifiers: ['Shift'] });
  const emotion = details.getByLabel('Emotion', { exact: true });
  await expect.poll(() => emotion.inputValue()).toBe('mixed');
  await emotion.selectOption('Good');
  await details.getByLabel('Importance').selectOption('5');
  await expect.poll(() => emotion.inputValue()).toBe('1');
  await page.locator('.card', { hasText: 'Collect in store' }).click();
  await details.getByRole('radio', { name: 'Good', checked: true }).waitFor({ state: 'attached' });
  await gutter('Order management').click();
  await gutter('Service desk').click({ modifiers: ['Shift'] });

  await details.getByRole('button', { name: 'Merge into one…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take these for one' });
  await dialog.getByRole('radio', { name: 'Order management' }).check();
  await dialog.getByText('It will also go by: Service desk.').waitFor();
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: 'Merge into “Order management”' }).click();
  await details.getByRole('heading', { level: 2, name: 'Order management' }).waitFor();
  await gutter('Service desk').waitFor({ state: 'detached' });

  // Where it is used, with a way there.
  await details.locator('summary', { hasText: 'Named by' }).click();
  const users = details.getByRole('list', { name: 'Named by' });
  await users.getByText('Ask where the refund is', { exact: false }).first().waitFor();
  await expectNoAxeFindings(page);

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await gutter('Service desk').waitFor();
});
