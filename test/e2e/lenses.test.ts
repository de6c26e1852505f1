import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, openSample } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

const lenses = ['Experience', 'Systems', 'Ownership', 'Privacy', 'Alignment'];

/** Where everything on the canvas is drawn. */
function places(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.react-flow__node, .transition > .line, .flow > .line')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(' ');
    }),
  );
}

/** What the second line of a card says. */
const lineOf = (page: Page, title: string): Promise<string> =>
  card(page, title).locator('.card-owner-name').innerText();

test('LENS-1, LENS-3: five lenses say five things and move nothing', async ({ newPage }) => {
  const page = await newPage({ viewport: { width: 1440, height: 900 } });
  await openSample(page);
  await card(page, 'Pay').waitFor();
  const before = await places(page);
  const said: string[] = [];
  for (const [place, lens] of lenses.entries()) {
    await page.keyboard.press(String(place + 1));
    await page.locator(`.canvas-stage[data-lens='${lens.toLowerCase()}']`).waitFor();
    await expect.poll(() => page.getByRole('radio', { name: lens }).isChecked()).toBe(true);
    expect(await places(page), `${lens} moves nothing`).toEqual(before);
    said.push(await lineOf(page, 'See the ad in the feed'));
    await shoot(page, `lens-${lens.toLowerCase()}`);
  }
  expect(said).toEqual(['Brand media', '2 systems · 4 flows', 'Brand media', 'Ad click +1', '']);

  await page.keyboard.press('4');
  const legend = page.getByRole('region', { name: 'Legend: Privacy' });
  await expect.poll(() => legend.innerText()).toContain('Gap: basis, purpose, clearance, region');
  await expectNoAxeFindings(page);
  await legend.getByRole('button', { name: 'Close the legend' }).click();
  await legend.waitFor({ state: 'hidden' });
  await page.reload();
  await card(page, 'Pay').waitFor();
  await expect
    .poll(() => page.getByRole('radio', { name: 'Privacy' }).isChecked(), { message: 'remembered' })
    .toBe(true);
  await expect.poll(() => legend.count(), { message: 'closed for good' }).toBe(0);
  await page.getByRole('button', { name: 'Legend' }).click();
  await legend.waitFor();
});

test('LENS-4: what stands back can be read in the dark, and all fits a small window', async ({ newPage }) => {
  const page = await newPage({ colorScheme: 'dark', viewport: { width: 1024, height: 700 } });
  await openSample(page);
  await card(page, 'Pay').waitFor();
  await page.keyboard.press('3');
  await page.getByRole('region', { name: 'Legend: Ownership' }).waitFor();
  await expectNoAxeFindings(page);
  await expectEverythingFits(page);
  await shoot(page, 'lens-ownership-dark');
});

test('PATH-2, WALK-3, STG-3, STG-4: a persona’s path, a walk along it, one ruler at a time, and a card’s stage', async ({
  newPage,
}) => {
  const page = await newPage({ viewport: { width: 1024, height: 700 } });
  await openSample(page);
  await card(page, 'Pay').click();
  const besideChannel = () =>
    card(page, 'Pay')
      .locator('.card-channel')
      .evaluate((line) => getComputedStyle(line, '::after').content);
  await expect.poll(besideChannel).toBe('"Decide & buy"');
  await page.keyboard.press('p');
  const [lena, tom] = [
    page.getByRole('checkbox', { name: /^Lena/ }),
    page.getByRole('checkbox', { name: /^Tom/ }),
  ];
  await tom.check();
  const emphasisOf = (title: string) => card(page, title).locator('.card').getAttribute('data-emphasis');
  await expect.poll(() => emphasisOf('Ask the chat assistant')).toBe('dim');
  await expect.poll(() => emphasisOf('Pay')).toBe('plain');
  await expect.poll(() => card(page, 'Pay').locator('.persona-badge').innerText()).toBe('TO');
  await lena.check();
  await expect.poll(() => emphasisOf('Ask the chat assistant')).toBe('plain');
  await tom.uncheck();
  await page.keyboard.press('Escape');

  await page.locator('.canvas-surface').click({ position: { x: 400, y: 20 } });
  await page.keyboard.press('w');
  const bar = page.getByRole('region', { name: 'Walking the journey' });
  await bar.getByText('Step 1: See the ad in the feed').waitFor();
  await expect.poll(() => bar.innerText()).toContain('as Lena, busy parent');
  await expectNoAxeFindings(page);
  await expectEverythingFits(page);
  await page.keyboard.press('Enter');
  await bar.getByText('Step 2: Compare on the product page').waitFor();
  await page.keyboard.press('ArrowLeft');
  await bar.getByText('Step 1: See the ad in the feed').waitFor();
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'hidden' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toContain('See the ad in the feed');

  const stages = page.locator('.stage-name');
  const names = await stages.allInnerTexts();
  await page.getByRole('button', { name: 'Ruler: Stages' }).click();
  await page.getByRole('menuitem', { name: 'Add another ruler' }).click();
  await page.getByRole('button', { name: 'Ruler: Ruler 2' }).waitFor();
  await page.locator('.canvas-surface').click({ position: { x: 400, y: 20 } });
  await page.keyboard.press('r');
  await expect.poll(() => stages.allInnerTexts()).toEqual(names);
  await page.keyboard.press('r');
  await expect.poll(() => stages.count()).toBe(0);
  await page.keyboard.press('r');
  await expect.poll(() => stages.count()).toBe(names.length);
  await page.locator('.react-flow__node-stage').filter({ hasText: 'Dream & discover' }).click();
  await page.keyboard.press('Shift+S');
  await page.keyboard.type('Carry home');
  await page.keyboard.press('Enter');
  await page.locator('.stage-name', { hasText: 'Carry home' }).waitFor();
  await expect.poll(() => stages.count()).toBe(names.length + 1);
});
