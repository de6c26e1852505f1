import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { expectEverythingFits } from './support/fit';
import { card, introduce, openSample, recordsOf, share } from './support/mapActions';
import { test } from './support/test';

type Row = Readonly<Record<string, unknown>>;

/** Records of one kind that are alive, as the map's file has them. */
async function alive(page: Page, kind: string): Promise<readonly Row[]> {
  const records = ((await recordsOf(page))[kind] ?? []) as readonly Row[];
  return records.filter((record) => !record['deletedAt']);
}

async function touchpoint(page: Page, title: string): Promise<Row> {
  const found = (await alive(page, 'touchpoints')).find((one) => one['title'] === title);
  if (!found) throw new Error(`no touchpoint “${title}” in the file`);
  return found;
}

/** The lines of a list field, in order. */
function lines(record: Row, field: string): readonly unknown[] {
  return ((record[field] ?? []) as readonly Row[]).map(({ text }) => text);
}

function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Details' });
}

/** A row of the panel that leads to a record. */
function row(page: Page, name: string): Locator {
  return panel(page).getByRole('button', { name, exact: true }).first();
}

function heading(page: Page, name: string): Locator {
  return panel(page).getByRole('heading', { level: 2, name });
}

/** Opens the sample with the torn return selected. */
async function openReturn(page: Page): Promise<void> {
  await openSample(page);
  await card(page, 'Return an item').click();
  await heading(page, 'Return an item').waitFor();
}

async function unfold(page: Page, title: string): Promise<void> {
  await panel(page).locator('summary', { hasText: title }).click();
}

async function undo(page: Page): Promise<void> {
  await page.locator('.inspector').focus();
  await page.keyboard.press('Control+z');
}

/** Types a new name into the field that a button opens, and makes the thing. */
async function createBy(page: Page, button: string, name: string, section?: string): Promise<void> {
  const place = section === undefined ? panel(page) : panel(page).getByRole('region', { name: section });
  await place.getByRole('button', { name: button, exact: true }).click();
  await page.keyboard.type(name);
  await page.getByRole('option', { name: `Create “${name}”` }).waitFor();
  await page.keyboard.press('Enter');
  await row(page, name).waitFor();
}

describe('a touchpoint', () => {
  test('is told in full: texts, feeling, owner, system, data, what hurts', async ({ page }) => {
    await openReturn(page);
    await panel(page).getByRole('textbox', { name: 'Description' }).fill('Nobody finds the order.');
    await panel(page).getByRole('spinbutton', { name: 'Emotion as a number' }).fill('-1,5');
    await page.keyboard.press('Enter');
    await createBy(page, 'Add somebody', 'Returns team');
    await panel(page).getByLabel('Function of Returns team').selectOption('Service');
    await panel(page).getByLabel('Role of Returns team').selectOption('Consulted');
    await createBy(page, 'Attach a system', 'Returns desk');
    await panel(page).getByLabel('What this touchpoint does with Returns desk').selectOption('writes');
    await createBy(page, 'Add data', 'Condition of the article', 'Data that becomes known here');
    await unfold(page, 'Opportunities');
    await panel(page).getByLabel('Add what could be better').click();
    for (const text of ['Scan the code', 'Refund at once']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await panel(page)
      .getByRole('button', { name: /entry 3: Refund at once/ })
      .waitFor();

    const told = await touchpoint(page, 'Return an item');
    expect(told['description']).toBe('Nobody finds the order.');
    expect(told['emotion']).toBe(-1.5);
    expect(lines(told, 'opportunities').slice(-2)).toEqual(['Scan the code', 'Refund at once']);
    const idOf = async (kind: string, name: string): Promise<unknown> =>
      (await alive(page, kind)).find((one) => one['name'] === name)?.['id'];
    expect(told['dataCaptured']).toContain(await idOf('dataObjects', 'Condition of the article'));
    await expect
      .poll(() => alive(page, 'usages'))
      .toContainEqual(
        expect.objectContaining({
          touchpoint: told['id'],
          system: await idOf('systems', 'Returns desk'),
          access: 'writes',
        }),
      );
    await expect
      .poll(() => alive(page, 'assignments'))
      .toContainEqual(
        expect.objectContaining({
          subject: told['id'],
          party: await idOf('parties', 'Returns team'),
          role: 'consulted',
        }),
      );
  });

  test('typing in the description is one step back, and so is data made by its name', async ({ page }) => {
    await openReturn(page);
    const before = (await touchpoint(page, 'Return an item'))['description'];
    await panel(page).getByRole('textbox', { name: 'Description' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' And again.', { delay: 5 });
    await expect.poll(async () => (await touchpoint(page, 'Return an item'))['description']).not.toBe(before);
    await undo(page);
    await expect.poll(async () => (await touchpoint(page, 'Return an item'))['description']).toBe(before);

    await createBy(page, 'Add data', 'Reason of the return', 'Data that must be known here');
    await undo(page);
    await row(page, 'Reason of the return').waitFor({ state: 'hidden' });
    const names = (await alive(page, 'dataObjects')).map(({ name }) => name);
    expect(names).not.toContain('Reason of the return');
  });

  test('a torn step is mended from its card: the missing flow is proposed, shown, and taken back', async ({
    page,
  }) => {
    await openReturn(page);
    await panel(page).getByText('The story breaks before this step').waitFor();
    const before = (await alive(page, 'dataFlows')).length;
    await panel(page).getByRole('button', { name: 'Sketch the missing flow' }).click();
    await panel(page)
      .getByText(/It will be carried once/)
      .waitFor();
    await panel(page).getByRole('button', { name: 'Show the flow' }).click();
    await heading(page, 'Web shop → Store tills (POS)').waitFor();
    await expect.poll(() => panel(page).getByLabel('Status').inputValue()).toBe('proposed');
    await panel(page).getByRole('button', { name: 'Back to Return an item' }).click();
    await heading(page, 'Return an item').waitFor();
    await undo(page);
    await panel(page).getByRole('button', { name: 'Sketch the missing flow' }).waitFor();
    await expect.poll(() => alive(page, 'dataFlows')).toHaveLength(before);
  });
});

test('one goes from record to record and back, with the keyboard alone', async ({ page }) => {
  await openReturn(page);
  const path = ['Store tills (POS)', 'Retail IT'];
  for (const name of path) {
    await row(page, name).focus();
    await page.keyboard.press('Enter');
    await heading(page, name).waitFor();
  }
  const backs = ['Store tills (POS)', 'Return an item'];
  for (const name of backs) {
    await panel(page)
      .getByRole('button', { name: `Back to ${name}` })
      .focus();
    await page.keyboard.press('Enter');
    await heading(page, name).waitFor();
  }
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('inspector');
});

test('several at once: one owner and one system for all, each one step back', async ({ page }) => {
  await openReturn(page);
  await card(page, 'Collect in store').click({ modifiers: ['Control'] });
  await card(page, 'Unbox at home').click({ modifiers: ['Control'] });
  await heading(page, '3 selected').waitFor();
  const before = await recordsOf(page);
  await panel(page).getByRole('button', { name: 'Attach a system to all touchpoints' }).click();
  await page.keyboard.type('Loyalty app');
  await page.getByRole('option', { name: 'Create “Loyalty app”' }).waitFor();
  await page.keyboard.press('Enter');
  const loyalty = (await alive(page, 'systems')).find(({ name }) => name === 'Loyalty app');
  await expect
    .poll(async () => (await alive(page, 'usages')).filter(({ system }) => system === loyalty?.['id']))
    .toHaveLength(3);
  await undo(page);
  const count = (records: Record<string, unknown>, kind: string): number =>
    (records[kind] as readonly Row[]).filter((one) => !one['deletedAt']).length;
  const after = await recordsOf(page);
  expect(count(after, 'usages')).toBe(count(before, 'usages'));
  expect(count(after, 'systems')).toBe(count(before, 'systems'));
});

test('what a colleague deletes while it is open says so, and can be brought back', async ({ newPage }) => {
  const mine = await newPage();
  await openReturn(mine);
  const link = await share(mine);
  await introduce(mine, 'Ana', 'Marketing');
  const other = await newPage();
  await other.goto(link);
  await card(other, 'Return an item').waitFor();
  await introduce(other, 'Jon', 'IT');
  await card(other, 'Return an item').click();
  await heading(other, 'Return an item').waitFor();
  await panel(other).getByRole('button', { name: 'Actions' }).click();
  await other.getByRole('menuitem', { name: 'Delete' }).click();
  await panel(mine).getByText('This was deleted').waitFor();
  await panel(mine).getByRole('button', { name: 'Restore' }).click();
  await panel(mine).getByRole('textbox', { name: 'Description' }).waitFor();
  await card(other, 'Return an item').waitFor();
});

test('two type in one description at once: nothing is lost and no caret jumps', async ({
  newContext,
  newPage,
}) => {
  const context = await newContext();
  const mine = await newPage({ context });
  await openReturn(mine);
  const other = await newPage({ context, path: new URL(mine.url()).pathname });
  await card(other, 'Return an item').click();
  const text = (page: Page): Locator => panel(page).getByRole('textbox', { name: 'Description' });
  await text(mine).fill('Return.');
  await expect.poll(() => text(other).inputValue()).toBe('Return.');
  await text(mine).click();
  await mine.keyboard.press('Control+Home');
  await text(other).click();
  await other.keyboard.press('Control+End');
  await other.keyboard.type(' Twice.');
  await expect.poll(() => text(mine).inputValue()).toBe('Return. Twice.');
  await mine.keyboard.type('No ');
  await expect.poll(() => text(other).inputValue()).toBe('No Return. Twice.');
  await other.keyboard.type(' Always.');
  await expect.poll(() => text(mine).inputValue()).toBe('No Return. Twice. Always.');
});

describe('every panel', () => {
  test('fits, and axe finds nothing, in both colour schemes', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 1024, height: 700 } });
    const check = async (): Promise<void> => {
      const folded = panel(page).locator('details:not([open]) > summary');
      for (let left = await folded.count(); left > 0; left--) await folded.first().click();
      await expectEverythingFits(page);
      await expectNoAxeFindings(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectNoAxeFindings(page, 'colours');
      await page.emulateMedia({ colorScheme: 'light' });
    };
    await openSample(page);
    await heading(page, 'Buy online, collect and return in store').waitFor();
    await check();
    await card(page, 'Return an item').click();
    await panel(page).getByRole('button', { name: 'Explain the fields' }).click();
    await check();
    const walk = [
      ['Details of Store tills (POS)', 'Return an item uses Store tills (POS)'],
      ['Store tills (POS)', 'Store tills (POS)'],
      ['Retail IT', 'Retail IT'],
    ] as const;
    for (const [press, title] of walk) {
      await row(page, press).click();
      await heading(page, title).waitFor();
      await check();
    }
    await card(page, 'Return an item').click();
    await row(page, 'Order').click();
    await heading(page, 'Order').waitFor();
    await check();
    await card(page, 'Return an item').click();
    await row(page, 'Details of Unbox at home').click();
    await heading(page, 'Unbox at home → Return an item').waitFor();
    await check();
    await card(page, 'Return an item').click();
    await row(page, 'Live with it').click();
    await heading(page, 'Live with it').waitFor();
    await check();
  });
});
