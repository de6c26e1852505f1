import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { openSample, recordsOf } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

function bar(page: Page): Locator {
  return page.getByRole('group', { name: 'What if' });
}

function strip(page: Page, name: RegExp): Locator {
  return page.getByRole('group', { name: 'How well the story holds' }).getByRole('button', { name });
}

/** The name of a system beside its track. */
function system(page: Page, name: string): Locator {
  return page.locator('.gutter-system', { hasText: name });
}

describe('what if', () => {
  test('WHAT-3: a system is tried without, the differences lead to their places, and keeping it is one step of undo', async ({
    page,
  }) => {
    await openSample(page);
    await system(page, 'Web shop').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Try without this' }).click();
    await bar(page).getByText('Web shop off').waitFor();
    await bar(page)
      .getByText(/Score 50% → \d+% \(−\d+\)/)
      .waitFor();
    await expect.poll(() => page.locator('.trial-step').count()).toBeGreaterThan(0);
    await shoot(page, 'trial-light-1440');
    await bar(page)
      .getByRole('button', { name: /verdicts worse/ })
      .click();
    const first = bar(page).getByRole('listitem').filter({ hasText: 'would be' }).first();
    await first.getByRole('button').click();
    await expect.poll(() => page.locator('.transition[data-selected]').count()).toBe(1);
    await shoot(page, 'trial-list-light-1440');
    await expectEverythingFits(page);
    await expectNoAxeFindings(page);
    const untouched = await recordsOf(page);
    expect(JSON.stringify(untouched)).not.toContain('"lifecycle":"retired"');

    await bar(page).getByRole('button', { name: 'Keep' }).click();
    await bar(page).waitFor({ state: 'hidden' });
    await page.getByText('Kept: 1 change').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => page.locator('.strip-value').innerText()).toBe('50%');
  });

  test('WHAT-4: a fix is tried from the list with the keyboard; Escape ends it, a reload drops it, and the future is shown in the same way (FUT-2)', async ({
    newPage,
  }) => {
    const page = await newPage({ viewport: { width: 1024, height: 700 }, colorScheme: 'dark' });
    await openSample(page);
    await strip(page, /broken seams/).click();
    const line = page.getByRole('list', { name: 'Findings' }).getByRole('listitem').first();
    await line.getByRole('button', { name: 'Try it' }).focus();
    await page.keyboard.press('Enter');
    await bar(page)
      .getByText(/better/)
      .waitFor();
    await bar(page)
      .getByRole('button', { name: /better/ })
      .focus();
    await page.keyboard.press('Enter');
    await shoot(page, 'trial-dark-1024');
    await expectEverythingFits(page);
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    await bar(page).getByRole('listitem').filter({ hasText: 'would be' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await bar(page).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await bar(page).waitFor();
    await page.reload();
    await strip(page, /broken seams/).waitFor();
    await expect.poll(() => bar(page).count()).toBe(0);
    await page.getByText('Future', { exact: true }).click();
    await bar(page).getByText('The future').waitFor();
    await expect.poll(() => bar(page).getByRole('button', { name: 'Keep' }).count()).toBe(0);
    await bar(page).getByRole('button', { expanded: false }).click();
    await shoot(page, 'future-dark-1024');
    await expectEverythingFits(page);
    await bar(page).getByRole('button', { name: 'Back to today' }).click();
    await bar(page).waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByRole('radio', { name: 'Today' }).isChecked()).toBe(true);
  });
});
