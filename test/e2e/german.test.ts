import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { de } from '../../src/ui/texts/de';
import { en } from '../../src/ui/texts/en';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

const sizes = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
];

/** Opens the first sample. What is written on it is English, as its makers wrote it. */
async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: de['app.home.sample.collectInStore'] }).click();
  await page.waitForURL(/\/m\//);
  await card(page, 'Pay').waitFor();
}

/** A persona of the sample: an import that names it recognises it. */
const persona = 'Lena, busy parent';

const written = readFileSync('src/samples/collectInStore.throughline.json', 'utf8');

/** English texts that nobody can mistake for German ones or for what is written on the sample: whole, without places. */
const onlyEnglish: ReadonlySet<string> = new Set(
  Object.entries(en).flatMap(([key, text]) => {
    const german: unknown = de[key as keyof typeof de];
    return typeof text !== 'string' ||
      text === german ||
      /[{]/.test(text) ||
      text.length < 4 ||
      written.includes(`"${text}"`)
      ? []
      : [text];
  }),
);

/** What the page says: its texts, and the names, hints and placeholders of its elements. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) said.add(walker.currentNode.nodeValue?.trim() ?? '');
    for (const element of document.querySelectorAll('body *')) {
      for (const name of [
        'aria-label',
        'aria-description',
        'aria-roledescription',
        'title',
        'placeholder',
        'alt',
      ])
        said.add(element.getAttribute(name)?.trim() ?? '');
    }
    return [...said];
  });
}

/** Says nothing in English. */
async function expectNoEnglish(page: Page, name: string): Promise<void> {
  const foreign = (await textsOf(page)).filter((text) => onlyEnglish.has(text));
  expect(foreign, `English on ${name}`).toEqual([]);
}

/** Fits, is accessible and says nothing in English, in a small and in a large window. */
async function expectGoodGerman(page: Page, name: string): Promise<void> {
  await expectNoEnglish(page, name);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectEverythingFits(page);
    await shoot(page, `german-${name}-${size.width}`);
  }
  await expectNoAxeFindings(page);
}

test('LNG-1, LNG-3, LNG-6: a German browser is spoken to in German, at home and on a map', async ({
  newPage,
}) => {
  const page = await newPage({ locale: 'de-DE' });
  await page.getByRole('heading', { name: de['app.home.samples'] }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de');
  await expectGoodGerman(page, 'home');
  await openSample(page);
  await expectGoodGerman(page, 'map');
  await card(page, 'Pay').click();
  await page.getByRole('complementary', { name: de['inspector.label'] }).waitFor();
  await expectGoodGerman(page, 'inspector');
});

test('LNG-3, LNG-7: findings, sharing and what an import reports and refuses are German', async ({
  newPage,
}) => {
  const page = await newPage({ locale: 'de-DE' });
  await openSample(page);
  await page
    .getByRole('group', { name: de['canvas.story'] })
    .getByRole('button', { name: /Befunde/ })
    .click();
  const findings = page.getByRole('complementary', { name: de['findings.title'] });
  await findings
    .getByText(/kommt bei „.*“ nicht an/)
    .first()
    .waitFor();
  await expectGoodGerman(page, 'findings');
  await page.getByRole('button', { name: de['app.share.button'], exact: true }).click();
  await page.getByRole('dialog', { name: de['sharing.title'] }).getByText(de['sharing.unshared']).waitFor();
  await expectGoodGerman(page, 'share');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: de['importing.title'] });
  const paste = dialog.getByLabel(de['importing.paste']);
  const read = dialog.getByRole('button', { name: de['importing.readText'] });
  await paste.fill('{"format": "throughline"');
  await read.click();
  await dialog.getByText('eingefügter Text endet zu früh: Zeile 1, Spalte 25.').waitFor();
  await paste.fill(`journey\n  section Kauf\n    Zahlen: 9: ${persona.replace(',', '#44;')}`);
  await read.click();
  await dialog
    .getByText('Die Bewertung 9 von „Zahlen“ liegt nicht zwischen 1 und 5; als Gefühl gilt 2.')
    .waitFor();
  await dialog
    .getByText(
      `Die Persona „${persona}“ ist unter demselben Namen auf der Karte; was dort fehlt, wird ergänzt.`,
    )
    .waitFor();
  await expectNoEnglish(page, 'import');
});

test('LNG-2: the language is chosen in the menus, and the map is as it was', async ({ newPage }) => {
  const page = await newPage({ locale: 'de-DE' });
  await openSample(page);
  await page.keyboard.press('n');
  await page.keyboard.type('Etwas Neues');
  await page.keyboard.press('Enter');
  await card(page, 'Etwas Neues').waitFor();
  await page.getByRole('button', { name: de['app.menu.label'] }).click();
  await page.getByRole('menuitem', { name: de['app.language.label'] }).click();
  const languages = page.getByRole('menu', { name: de['app.language.label'] }).getByRole('menuitemcheckbox');
  await languages.first().waitFor();
  await expect.poll(() => languages.allInnerTexts()).toEqual(['English', 'Deutsch']);
  await expect.poll(() => page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).isChecked()).toBe(true);
  await page.getByRole('menuitemcheckbox', { name: 'English' }).click();
  await page.getByRole('button', { name: en['app.share.button'], exact: true }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await card(page, 'Etwas Neues').waitFor();
  await page.getByRole('button', { name: en['app.home'] }).click();
  await page.getByRole('button', { name: en['app.home.new'] }).waitFor();
  await page.getByRole('button', { name: en['app.menu.label'] }).click();
  await page.getByRole('menuitem', { name: en['app.language.label'] }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click();
  await page.getByRole('button', { name: de['app.home.new'] }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: de['app.home.new'] }).waitFor();
});
