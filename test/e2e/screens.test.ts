import type { Page } from 'playwright-core';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, introduce, newMap, openFiles, openSample, saveAsFile } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

const large = { width: 1440, height: 900 };
const small = { width: 1024, height: 700 };

/**
 * Looks at what is on the screen in both sizes and both colour schemes, without loading it again: nothing cut off or
 * covered, nothing for axe to find. What fits depends on the size, contrast on the colours.
 */
async function inspect(page: Page, name: string): Promise<void> {
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await shoot(page, `${name}-light-${large.width}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoAxeFindings(page, 'colours');
  await page.setViewportSize(small);
  await expectEverythingFits(page);
  await shoot(page, `${name}-dark-${small.width}`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(large);
}

/** Opens what a menu has behind one of its lines. */
async function chooseFromMenu(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('home, from empty to full, and what is deleted', async ({ newPage }) => {
  const page = await newPage({ viewport: large });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inspect(page, 'home-empty');
  await openSample(page);
  await card(page, 'Pay').waitFor();
  const { text } = await saveAsFile(page);
  await page.getByRole('button', { name: 'All maps' }).click();
  await newMap(page);
  await inspect(page, 'map-empty');
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your maps' }).waitFor();
  await openFiles(page, { name: 'copy.throughline.json', text });
  await page.getByRole('dialog').waitFor();
  await inspect(page, 'home-merge');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole('menu').waitFor();
  await inspect(page, 'home-menu');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByText('Recently deleted').waitFor();
  await inspect(page, 'home-deleted');
});

test('pages that say why there is no map', async ({ newPage }) => {
  const page = await newPage({ viewport: large, path: '/m/too-short' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inspect(page, 'page-unknown');
  await page.goto('/m/0123456789abcdefghijkl');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inspect(page, 'page-no-such-map');
});

test('the map, and what is selected on it', async ({ newPage }) => {
  const page = await newPage({ viewport: large });
  await openSample(page);
  await card(page, 'Pay').waitFor();
  await inspect(page, 'map');
  await card(page, 'Return an item').click();
  await inspect(page, 'map-touchpoint');
  await page.keyboard.press('F2');
  await inspect(page, 'map-typing');
  await page.keyboard.press('Escape');
  await card(page, 'Pay').click({ modifiers: ['Shift'] });
  await inspect(page, 'map-several');
  await page.locator('.react-flow__node-stage', { hasText: 'Get it' }).click();
  await inspect(page, 'map-stage');
  await page.locator('.gutter').getByText('Web shop').click();
  await inspect(page, 'map-system');
});

test('what opens over the map', async ({ newPage }) => {
  const page = await newPage({ viewport: large });
  await openSample(page);
  await card(page, 'Return an item').click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await inspect(page, 'map-context-menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Touchpoint or system' }).waitFor();
  await inspect(page, 'map-picker');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Overview map' }).click();
  await inspect(page, 'map-overview');
});

test('menus and panels of an open map', async ({ newPage }) => {
  const page = await newPage({ viewport: large });
  await openSample(page);
  await card(page, 'Pay').waitFor();
  await page.getByRole('button', { name: 'Map menu' }).click();
  await page.getByRole('menu').waitFor();
  await inspect(page, 'menu-map');
  await page.getByRole('menuitem', { name: 'Recently deleted' }).click();
  await inspect(page, 'deleted-empty');
  await card(page, 'Unbox at home').click();
  await page.keyboard.press('Delete');
  await inspect(page, 'deleted');
  await chooseFromMenu(page, 'Map menu', 'Your name and function');
  await page.getByRole('dialog').waitFor();
  await inspect(page, 'dialog-identity');
  await page.getByRole('dialog').getByLabel('Name').fill('Ana');
  await page.getByRole('button', { name: 'Join' }).click();
});

test('the import dialog and the share dialog', async ({ newPage }) => {
  const page = await newPage({ viewport: large });
  await openSample(page);
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.waitFor();
  await inspect(page, 'import-choose');
  await dialog
    .getByLabel('Or paste a text')
    .fill('journey\n  title A day\n  section Morning\n    Wake up: 9: Me\n    Coffee: 2: Me\n');
  await dialog.getByRole('button', { name: 'Read this text' }).click();
  await dialog.getByText('What will be made').waitFor();
  await inspect(page, 'import-preview');
  await dialog.getByRole('button', { name: 'Back' }).click();
  await dialog.getByLabel('Or paste a text').fill('nothing at all: [');
  await dialog.getByRole('button', { name: 'Read this text' }).click();
  await dialog.getByText('This could not be imported').waitFor();
  await inspect(page, 'import-refused');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share' }).click();
  const sharing = page.getByRole('dialog', { name: 'Share this map' });
  await sharing.getByRole('button', { name: 'Create link' }).click();
  await sharing.getByLabel('Link', { exact: true }).waitFor();
  await inspect(page, 'dialog-share');
  await page.keyboard.press('Escape');
  await introduce(page, 'Ana', 'Marketing');
  await page.getByRole('button', { name: /^Who is here/ }).click();
  await page.getByRole('dialog', { name: 'Who is here' }).waitFor();
  await inspect(page, 'people');
});
