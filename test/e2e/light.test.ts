import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, openSample } from './support/mapActions';
import { shoot } from './support/shots';
import { test } from './support/test';

const small = { width: 1024, height: 700 };

function system(page: Page, name: string): Locator {
  return page.locator('.gutter-system', { hasText: name });
}

/** Where a line's middle is on the screen. */
function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.locator(`.transition[data-id="${id}"] > .line`).evaluate((line) => {
    const path = line as SVGPathElement;
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
    const matrix = path.getScreenCTM() ?? new DOMMatrix();
    return { x: x * matrix.a + matrix.e, y: y * matrix.d + matrix.f };
  });
}

async function pointAt(page: Page, id: string): Promise<void> {
  const { x, y } = await middleOf(page, id);
  await page.mouse.move(x, y);
}

/** The step between two touchpoints of the sample that has this verdict's line. */
async function firstStep(page: Page, line: string): Promise<string> {
  return (await page.locator(`.transition[data-line="${line}"]`).first().getAttribute('data-id')) ?? '';
}

const lit = '[data-emphasis="lit"]';

describe('the story of a step', () => {
  test('lights its route under the pointer, tears where it tears, and renders only what it lights', async ({
    newPage,
  }) => {
    const page = await newPage({ path: 'about:blank', reducedMotion: 'no-preference' });
    await page.addInitScript(() => {
      (globalThis as { throughlineRenders?: Map<string, number> }).throughlineRenders = new Map();
    });
    await page.goto('/');
    await openSample(page);
    await card(page, 'Pay').waitFor();
    const renders = () =>
      page.evaluate(() => {
        const map = (globalThis as { throughlineRenders?: Map<string, number> }).throughlineRenders;
        const ids = [...(map?.keys() ?? [])];
        map?.clear();
        return ids;
      });
    expect((await renders()).length).toBeGreaterThan(30);

    const carried = page.locator('.transition', { has: page.locator('.line') }).nth(3);
    const step = (await carried.getAttribute('data-id')) ?? '';
    await pointAt(page, step);
    const story = page.locator('.story-card');
    await story.waitFor();
    await expect.poll(() => story.innerText()).toContain('Customer identity → Web shop → Order management');
    await expect.poll(() => story.locator('.story-hop').count()).toBe(2);
    await page.locator('.thread-stretch[data-kind="flow"]').first().waitFor({ state: 'attached' });
    await expect.poll(() => page.locator(`.track${lit}`).count()).toBe(3);
    await expect.poll(() => page.locator(`.flow${lit}`).count()).toBe(2);
    await expect.poll(() => page.locator(`.card${lit}`).count()).toBe(2);
    // The names of systems whose tracks the pointer crosses on its way are another matter.
    const rendered = (await renders()).filter((id) => !id.startsWith('gutter '));
    expect(rendered, 'the step, 2 cards, 3 tracks, 2 flows').toHaveLength(8);

    await page.locator(`.badge[data-id="${await firstStep(page, 'torn')}"]`).hover();
    await page.locator('.thread-tear').waitFor();
    await expect
      .poll(() => story.innerText())
      .toContain('No flow leads from Campaign tool to Store tills (POS)');
    await page.keyboard.press('Escape');
    await story.waitFor({ state: 'detached' });
    await expect.poll(() => page.locator(lit).count()).toBe(0);
  });

  test('is lit with the keyboard and by its finding, said in its name, and readable where it steps back', async ({
    newPage,
  }) => {
    const page = await newPage();
    await openSample(page);
    await card(page, 'Order confirmation').click();
    await page.keyboard.press('ArrowDown');
    const focus = page.locator('.focus-proxy:focus');
    await expect
      .poll(() => focus.getAttribute('aria-label'))
      .toContain('No flow leads from Campaign tool to Store tills (POS).');
    const story = page.locator('.story-card');
    await story.waitFor();
    await page.locator('.thread-tear').waitFor();
    await expectNoAxeFindings(page);
    await shoot(page, 'light-keyboard-light-1440');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(small);
    await expectNoAxeFindings(page);
    await shoot(page, 'light-keyboard-dark-1024');
    await page.keyboard.press('Escape');
    await story.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /late hand-over/ }).click();
    const finding = page.getByRole('list', { name: 'Findings' }).getByRole('listitem').first();
    await finding.getByRole('button').first().focus();
    await page.locator('.thread[data-verdict="late"]').first().waitFor({ state: 'attached' });
    await expect.poll(() => system(page, 'Service desk').getAttribute('data-emphasis')).toBe('lit');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.thread').count()).toBe(0);
  });
});

test('what depends on a system is listed, lit and readable, and goes when a colleague deletes it', async ({
  newContext,
}) => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto('/');
  await openSample(page);
  await system(page, 'Web shop').click();
  await page.keyboard.press('i');
  const panel = page.getByRole('complementary', { name: 'Show what depends on it' });
  await panel.getByRole('heading', { level: 2, name: 'What depends on Web shop' }).waitFor();
  const far = panel.getByRole('list', { name: '4 steps away' });
  await far.getByRole('button', { name: /^Order management|^Campaign tool/ }).waitFor();
  await expect.poll(() => page.locator(`.card${lit}`).count()).toBe(8);
  await expectNoAxeFindings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(small);
  await expectNoAxeFindings(page);
  await expectEverythingFits(page);
  // Looking at one line lights the way to it alone; pressing it goes there and leaves the list open.
  const behaviour = panel.getByRole('button', { name: /^behaviour/ });
  await behaviour.focus();
  await expect.poll(() => page.locator(`.card${lit}`).count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.locator('.flow[data-selected]').waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => page.locator(lit).count()).toBe(0);

  await page.getByRole('complementary', { name: 'Details' }).waitFor();
  await system(page, 'Chat assistant').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show what depends on it' }).click();
  await panel.getByRole('button', { name: /^Ask the chat assistant/ }).waitFor();
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await system(colleague, 'Chat assistant').click();
  await colleague.keyboard.press('Delete');
  await panel.waitFor({ state: 'detached' });
  await page.getByText('“Chat assistant” was deleted').waitFor();
});
