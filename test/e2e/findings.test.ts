import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, introduce, newMap, openSample, share } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Findings' });
}

/** A number of the strip at the foot, by what it counts. */
function counter(page: Page, name: RegExp): Locator {
  return page.getByRole('group', { name: 'How well the story holds' }).getByRole('button', { name });
}

function lines(page: Page): Locator {
  return panel(page).getByRole('list', { name: 'Findings' }).getByRole('listitem');
}

/** The finding whose sentence has these words. */
function line(page: Page, words: string): Locator {
  return lines(page).filter({ hasText: words });
}

const tornReturn = 'Nothing that is known at “Unbox at home”';

async function openBroken(page: Page): Promise<void> {
  await counter(page, /broken seams/).click();
  await line(page, tornReturn).waitFor();
}

/** The line that has the keyboard, by the record and kind it is about. */
function focusedLine(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['finding']);
}

describe('the list', () => {
  test('opens from the strip with the filter of the number that was pressed', async ({ page }) => {
    await openSample(page);
    const broken = counter(page, /broken seams/);
    await expect.poll(() => broken.getAttribute('aria-expanded')).toBe('false');
    await openBroken(page);
    await expect.poll(() => broken.getAttribute('aria-expanded')).toBe('true');
    const controlled = await broken.getAttribute('aria-controls');
    await expect.poll(() => page.locator(`[id="${controlled}"]`).getByText(tornReturn).count()).toBe(1);
    await expect.poll(() => lines(page).count()).toBe(3);
    await counter(page, /personal-data risk/).click();
    await line(page, 'without a lawful basis').waitFor();
    await expect.poll(() => broken.getAttribute('aria-expanded')).toBe('false');
    await counter(page, /\d findings/).click();
    await line(page, tornReturn).waitFor();
    await line(page, 'without a lawful basis').waitFor();
    await counter(page, /\d findings/).click();
    await panel(page).waitFor({ state: 'hidden' });
  });

  test('is filtered by kind, owner, stage and words, and says when all are hidden', async ({ page }) => {
    await openSample(page);
    await counter(page, /\d findings/).click();
    await line(page, tornReturn).waitFor();
    const all = await lines(page).count();
    await panel(page)
      .getByRole('button', { name: /^Continuity/ })
      .click();
    await panel(page)
      .getByRole('button', { name: /^The story comes late/ })
      .click();
    await expect.poll(() => lines(page).count()).toBe(1);
    await line(page, 'too late').waitFor();
    await panel(page).getByLabel('Stage').selectOption('Dream & discover');
    await panel(page).getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await panel(page).getByRole('button', { name: 'Show all findings' }).click();
    await expect.poll(() => lines(page).count()).toBe(all);
    await panel(page).getByRole('searchbox', { name: 'Search the findings' }).fill('unbox no owner');
    await expect.poll(() => lines(page).count()).toBe(1);
    await panel(page).getByLabel('Owner').selectOption('Legal');
    await panel(page).getByRole('heading', { name: 'Nothing matches' }).waitFor();
  });

  test('explains a finding to both sides and leads to its place with the keyboard alone', async ({
    page,
  }) => {
    await openSample(page);
    await counter(page, /broken seams/).focus();
    await page.keyboard.press('Enter');
    await line(page, tornReturn).waitFor();
    await lines(page).first().getByRole('button').first().focus();
    const first = await focusedLine(page);
    await page.keyboard.press('End');
    const last = await focusedLine(page);
    expect(last).not.toBe(first);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.transition[data-selected]').getAttribute('data-id'))
      .toBe(last?.replace('broken:', ''));
    await expect.poll(() => focusedLine(page)).toBe(last);
    await page.keyboard.press('Home');
    await expect.poll(() => focusedLine(page)).toBe(first);
    const explain = lines(page).first().getByRole('button', { name: 'What this means' });
    await explain.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => explain.getAttribute('aria-expanded')).toBe('true');
    await lines(page).first().getByText('For the customer').waitFor();
    await lines(page).first().getByText('For IT').waitFor();
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    await expect
      .poll(() => counter(page, /broken seams/).evaluate((button) => button === document.activeElement))
      .toBe(true);
  });

  test('shows the record with all its fields in place of the list', async ({ page }) => {
    await openSample(page);
    await counter(page, /without owner/).click();
    await line(page, 'Unbox at home').getByRole('button', { name: 'Details' }).click();
    const details = page.getByRole('complementary', { name: 'Details' });
    await details.getByRole('heading', { level: 2, name: 'Unbox at home' }).waitFor();
    await panel(page).waitFor({ state: 'hidden' });
  });
});

describe('a fix', () => {
  test('sketches the missing flow: the finding says what it takes; undo brings it back', async ({ page }) => {
    await openSample(page);
    await openBroken(page);
    const torn = line(page, tornReturn);
    await torn.getByRole('button').first().focus();
    await page.keyboard.press('f');
    await torn.getByText('It will be carried once Web shop → Store tills (POS) is live.').waitFor();
    await expect.poll(() => torn.getByRole('button', { name: 'Sketch the missing flow' }).count()).toBe(0);
    await expect.poll(() => focusedLine(page)).toMatch(/^broken:/);
    const notice = page.getByText('A flow from Web shop to Store tills (POS) is proposed');
    await notice.waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await torn.getByRole('button', { name: 'Sketch the missing flow' }).waitFor();
    await torn.getByText('It will be carried').waitFor({ state: 'hidden' });
  });

  test('names an owner, sets a lawful basis; the keyboard goes on with the next finding', async ({
    page,
  }) => {
    await openSample(page);
    await counter(page, /without owner/).click();
    const unbox = line(page, 'Unbox at home');
    await unbox.waitFor();
    const others = (await lines(page).count()) - 1;
    await unbox.getByRole('button').first().focus();
    await page.keyboard.press('f');
    await page.keyboard.type('Parcel team');
    await page.getByRole('option', { name: 'Create “Parcel team”' }).waitFor();
    await page.keyboard.press('Enter');
    await unbox.waitFor({ state: 'hidden' });
    await expect.poll(() => lines(page).count()).toBe(others);
    await expect.poll(() => focusedLine(page)).toMatch(/^no-owner:/);
    await card(page, 'Unbox at home').getByText('Parcel team').waitFor();

    await counter(page, /personal-data risk/).click();
    await line(page, 'without a lawful basis').getByRole('button', { name: 'Set the lawful basis' }).click();
    await page.getByRole('option', { name: 'Consent' }).click();
    await line(page, 'without a lawful basis').waitFor({ state: 'hidden' });
    await page.getByText('Set the lawful basis: Consent').waitFor();
  });

  test('of the last finding leaves an honest empty list, with the keyboard in it', async ({ page }) => {
    await newMap(page);
    await page.keyboard.press('n');
    await page.keyboard.type('Look around');
    await page.keyboard.press('Enter');
    await counter(page, /1 finding/).click();
    const only = line(page, 'Nobody is accountable for “Look around”');
    await only.getByRole('button').first().focus();
    await page.keyboard.press('f');
    await page.keyboard.type('Shop');
    await page.getByRole('option', { name: 'Create “Shop”' }).waitFor();
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: 'Nothing found in what the map says' }).waitFor();
    await panel(page).getByText('There is no step yet that could be judged.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('findings');
    await expectNoAxeFindings(page);
  });

  test('of a colleague takes the finding away here as well', async ({ newPage }) => {
    const mine = await newPage();
    await openSample(mine);
    const link = await share(mine);
    await introduce(mine, 'Ana', 'Marketing');
    const other = await newPage();
    await other.goto(link);
    await card(other, 'Return an item').waitFor();
    await introduce(other, 'Jon', 'IT');
    for (const page of [mine, other]) {
      await counter(page, /without owner/).click();
      await line(page, 'Unbox at home').waitFor();
    }
    await line(mine, 'Unbox at home').getByRole('button').first().focus();
    await line(other, 'Unbox at home').getByRole('button', { name: 'Name an owner' }).click();
    await other.getByRole('option', { name: 'Contact centre' }).click();
    await line(mine, 'Unbox at home').waitFor({ state: 'hidden' });
    await expect.poll(() => focusedLine(mine)).toMatch(/^no-owner:/);
  });
});

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];

test.for(sizes)('the panel fits, and axe finds nothing: $width × $height', async (viewport, { newPage }) => {
  const page = await newPage({ viewport });
  const check = async (name: string): Promise<void> => {
    await expectEverythingFits(page);
    await expectNoAxeFindings(page);
    await shoot(page, `${name}-light-${viewport.width}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoAxeFindings(page, 'colours');
    await shoot(page, `${name}-dark-${viewport.width}`);
    await page.emulateMedia({ colorScheme: 'light' });
  };
  await openSample(page);
  await counter(page, /\d findings/).click();
  await lines(page).first().getByRole('button', { name: 'What this means' }).click();
  await lines(page).first().getByText('For the customer').waitFor();
  await check('findings');
  await counter(page, /personal-data risk/).click();
  await line(page, 'without a lawful basis').waitFor();
  await check('findings-privacy');
});
