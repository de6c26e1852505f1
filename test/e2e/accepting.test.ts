import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { openSample } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

function strip(page: Page, name: RegExp): Locator {
  return page.getByRole('group', { name: 'How well the story holds' }).getByRole('button', { name });
}

function line(page: Page, words: string): Locator {
  return page
    .getByRole('complementary', { name: 'Findings' })
    .getByRole('list', { name: 'Findings' })
    .getByRole('listitem')
    .filter({ hasText: words });
}

const torn = 'Nothing that is known at “Unbox at home”';

test('ACC-1: a finding is accepted with the keyboard, stands apart with its reason, survives a reload and comes back', async ({
  newPage,
}) => {
  const page = await newPage({ viewport: { width: 1024, height: 700 }, colorScheme: 'dark' });
  await openSample(page);
  const score = await page.locator('.strip-value').innerText();
  await strip(page, /3 broken seams/).click();
  await line(page, torn).getByRole('button').first().focus();
  await page.keyboard.press('a');
  await page.keyboard.type('Until the returns desk is rebuilt');
  await line(page, torn).getByLabel('Until').fill('2099-03-31');
  await line(page, torn).getByLabel('Your name').fill('Ana');
  await shoot(page, 'accept-form-dark-1024');
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await page.keyboard.press('Enter');
  await line(page, torn).waitFor({ state: 'hidden' });
  await strip(page, /2 broken seams/).waitFor();
  await expect.poll(() => page.locator('.strip-value').innerText()).toBe(score);

  await strip(page, /1 accepted/).click();
  await line(page, torn).getByText('Accepted by Ana').waitFor();
  await line(page, torn).getByText('Until the returns desk is rebuilt').waitFor();
  await shoot(page, 'accepted-dark-1024');
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);
  await page.reload();
  await strip(page, /1 accepted/).click();
  await line(page, torn).getByRole('button', { name: 'No longer accept' }).click();
  await strip(page, /3 broken seams/).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await strip(page, /1 accepted/).waitFor();
});
