import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { openSample } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

test('CON-20: the score opens those of personas and stages, with the keyboard alone; a number opens its list, a finding lights its places', async ({
  newPage,
}) => {
  const page = await newPage({
    viewport: { width: 1024, height: 700 },
    colorScheme: 'dark',
  });
  await openSample(page);
  const score = page.locator('.strip-score');
  await score.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'How well the story holds' });
  await panel.getByRole('meter', { name: /Whole map/ }).waitFor();
  await shoot(page, 'scores-dark-1024');
  await expectEverythingFits(page);
  await expectNoAxeFindings(page);

  const tom = panel.getByRole('button', { name: 'Tom, store regular', exact: true });
  await tom.focus();
  await page.keyboard.press('Enter');
  await page.locator('.persona-badge').first().waitFor();
  await expect.poll(() => tom.getAttribute('aria-pressed')).toBe('true');
  const zoom = await page.locator('.react-flow__viewport').getAttribute('style');
  await panel.getByRole('button', { name: 'Get it', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.react-flow__viewport').getAttribute('style')).not.toBe(zoom);

  await panel.getByRole('button', { name: /^2 broken seams: Get it/ }).click();
  const list = page.getByRole('list', { name: 'Findings' });
  await expect.poll(() => list.locator('.finding').count()).toBe(2);
  await page.getByRole('button', { name: /\d findings/ }).click();
  await list.locator('.finding[data-kind="not-sanctioned"] .finding-main').first().focus();
  await page.locator('.card[data-emphasis="lit"]').first().waitFor();
  await page.locator('.track[data-emphasis="lit"]').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('[data-emphasis="lit"]').count()).toBe(0);
});
