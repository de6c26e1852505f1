import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, openSample } from './support/mapActions';
import { test } from './support/test';

test('everything is found by name: a command, a record, all shortcuts; names are replaced in one step', async ({
  newPage,
}) => {
  const page = await newPage({ viewport: { width: 1024, height: 700 } });
  await openSample(page);
  const field = page.getByRole('combobox', { name: 'Search commands' });

  // A record: its words in any order, without accents and by letters; the map goes there with the keyboard on it.
  await page.keyboard.press('Control+k');
  await field.waitFor();
  await expectNoAxeFindings(page);
  await page.keyboard.type('item retrn');
  await page.getByRole('option', { name: /^Return an item/ }).waitFor();
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'hidden' });
  await page.locator('.react-flow__node.selected').getByText('Return an item').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-canvas-focus')))
    .toBe('true');

  // A command that needs the selection, carried out as if its key had been pressed; what was used lately comes first.
  await page.keyboard.press('Control+k');
  await page
    .getByRole('group', { name: 'Recent' })
    .getByRole('option', { name: /^Return an item/ })
    .waitFor();
  await page.keyboard.type('rename');
  await page.getByRole('option', { name: /^Rename(?! the map)/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Bring it back');
  await page.keyboard.press('Enter');
  await card(page, 'Bring it back').waitFor();

  // A command that lacks something says what, and does nothing.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('redo');
  await page.getByRole('option', { name: 'Redo' }).waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('duplicate');
  const missing = page.getByRole('option', { name: /Select something first/ });
  await missing.waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => missing.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Escape');

  // What is read off the map as a table.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('art 30');
  await page.getByRole('option', { name: /^Show the record of processing/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Processing activities', selected: true }).waitFor();
  await page.keyboard.press('Control+e');

  // The sheet, from the same list.
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await sheet.getByRole('searchbox').fill('ctrl+k');
  await sheet.getByText('Search commands and names').waitFor();
  await expect.poll(() => sheet.getByRole('term').count()).toBe(1);
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });

  // Replacing, with one name left out.
  await page.keyboard.press('Control+Shift+f');
  const replace = page.getByRole('dialog', { name: 'Find and replace in names' });
  await replace.getByLabel('Find', { exact: true }).fill('store');
  await page.keyboard.press('Enter');
  await page.keyboard.type('branch');
  await expect.poll(() => replace.getByLabel('Replace with').inputValue()).toBe('branch');
  await replace.getByRole('checkbox', { name: /Collect in/ }).uncheck();
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await replace.getByRole('button', { name: /^Replace in/ }).click();
  await page.getByText('branch tills (POS)').first().waitFor({ state: 'attached' });
  await card(page, 'Collect in store').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.getByText('Store tills (POS)').first().waitFor({ state: 'attached' });
});

test('FIND-8: what is typed before the palette is there is looked for, and is no command of the canvas', async ({
  newPage,
}) => {
  const page = await newPage();
  let deliver = (): void => undefined;
  const delivered = new Promise<void>((resolve) => (deliver = resolve));
  await page.route(/PaletteDialog-.*\.js/, async (route) => {
    await delivered;
    await route.continue();
  });
  await openSample(page);
  const cards = await page.locator('.react-flow__node-touchpoint').count();

  // Every letter would be a command: N makes a touchpoint, S a stage, Y a system.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('anysx');
  await page.keyboard.press('Backspace');
  deliver();
  const field = page.getByRole('combobox', { name: 'Search commands' });
  await field.waitFor();
  await expect.poll(() => field.inputValue()).toBe('anys');
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });
  expect(await page.locator('.react-flow__node-touchpoint').count()).toBe(cards);
  expect(await page.getByRole('button', { name: 'Undo', exact: true }).last().isDisabled()).toBe(true);

  // Fetched, it is there at once: Enter means what was typed, however soon it follows.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('raci');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'RACI matrix', selected: true }).waitFor();
});
