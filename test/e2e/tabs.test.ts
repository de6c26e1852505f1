import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  card,
  expectSaveState,
  introduce,
  newMap,
  openSample,
  pathOf,
  rename,
  share,
} from './support/mapActions';
import { test } from './support/test';

/** The names in the list of who is here, in its order. */
async function people(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: /^Who is here/ }).click();
  const list = page.getByRole('dialog', { name: 'Who is here' });
  const names = await list.locator('.people-name').allInnerTexts();
  await page.keyboard.press('Escape');
  return names;
}

test('LOC-66: one’s own other tab is nobody else', async ({ newPage }) => {
  const ana = await newPage();
  await openSample(ana);
  const link = await share(ana);
  await introduce(ana, 'Ana', 'Marketing');
  const second = await newPage({ context: ana.context(), path: new URL(link).pathname });
  await card(second, 'Pay').waitFor();
  const jon = await newPage({ path: pathOf(link) });
  await introduce(jon, 'Jon', 'IT');
  await ana.getByRole('button', { name: /Who is here: 2 people/ }).waitFor();
  await second.getByRole('button', { name: /Who is here: 2 people/ }).waitFor();
  await expect.poll(() => people(ana)).toEqual(['Ana (you)', 'Jon']);
  await expect.poll(() => people(second)).toEqual(['Ana (you)', 'Jon']);
  // A tab that loads again is somebody new in presence, and still oneself.
  await second.reload();
  await card(second, 'Pay').waitFor();
  await expect.poll(() => people(second)).toEqual(['Ana (you)', 'Jon']);
  await expect.poll(() => people(ana)).toEqual(['Ana (you)', 'Jon']);
});

test('LOC-65: a name given or changed in one tab holds in the other', async ({ newPage }) => {
  const first = await newPage();
  await openSample(first);
  const link = await share(first);
  const second = await newPage({ context: first.context(), path: new URL(link).pathname });
  await second.getByRole('dialog', { name: 'Who are you?' }).waitFor();
  await introduce(first, 'Ana', 'Marketing');
  await second.getByRole('dialog', { name: 'Who are you?' }).waitFor({ state: 'hidden' });
  await expect.poll(() => people(second)).toEqual(['Ana (you)']);
});

test('LOC-31: an edit made in one tab right before it closes is in the other', async ({ newPage }) => {
  const first = await newPage();
  await openSample(first);
  const second = await newPage({ context: first.context(), path: new URL(first.url()).pathname });
  await card(second, 'Pay').waitFor();
  await rename(first, 'Pay', 'Pay by card');
  await first.close();
  await card(second, 'Pay by card').waitFor();
  await expectSaveState(second, /^Saved on this device$/);
  await second.reload();
  await card(second, 'Pay by card').waitFor();
});

test('LOC-22: a deleted map that is opened by its link says so and can be restored there', async ({
  page,
}) => {
  await newMap(page);
  const address = page.url();
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByRole('button', { name: 'Actions for Untitled map' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'Open Untitled map' }).waitFor({ state: 'detached' });
  await page.goto(address);
  await page.getByText('This map was deleted on this device').waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expectSaveState(page, /^Saved on this device$/);
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByRole('link', { name: 'Open Untitled map' }).waitFor();
});
