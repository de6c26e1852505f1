import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { card, expectSaveState, introduce, openSample, share } from './support/mapActions';
import { test } from './support/test';

test('LOC-65: who one is is asked once, can be closed, is remembered, and changed from the menu', async ({
  newPage,
}) => {
  const ana = await newPage();
  await openSample(ana);
  // Alone nobody needs a name.
  expect(await ana.getByRole('dialog', { name: 'Who are you?' }).count()).toBe(0);
  const link = new URL(await share(ana)).pathname;
  await introduce(ana, 'Ana', 'Marketing');
  await ana.reload();
  await ana.getByRole('button', { name: /Who is here: 1 person/ }).waitFor();
  expect(await ana.getByRole('dialog', { name: 'Who are you?' }).count()).toBe(0);

  const jon = await newPage({ path: link });
  await jon.getByRole('dialog', { name: 'Who are you?' }).waitFor();
  await expectNoAxeFindings(jon);
  await jon.keyboard.press('Escape');
  await jon.getByRole('dialog', { name: 'Who are you?' }).waitFor({ state: 'hidden' });
  // Nobody without a name is shown; the work goes on.
  await ana.getByRole('button', { name: /Who is here: 1 person/ }).waitFor();
  await jon.reload();
  await card(jon, 'Pay').waitFor();
  await expectSaveState(jon, /^Saved$/);
  expect(await jon.getByRole('dialog', { name: 'Who are you?' }).count()).toBe(0);
  await jon.getByRole('button', { name: 'Map menu' }).click();
  await jon.getByRole('menuitem', { name: 'Your name and function' }).click();
  await introduce(jon, 'Jon', 'IT');
  await ana.getByRole('button', { name: /Who is here: 2 people/ }).click();
  await ana.getByText('Jon', { exact: true }).waitFor();
  await jon.getByRole('button', { name: 'Map menu' }).click();
  await jon.getByRole('menuitem', { name: 'Your name and function' }).click();
  await introduce(jon, 'Jonathan', 'Sales');
  await ana.getByText('Jonathan', { exact: true }).waitFor();
});

test('LOC-46: the share dialog says who can use the link, and fits', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this map' });
  await expect.poll(() => dialog.getByLabel('Link').inputValue()).toMatch(/\/m\/[\w-]{22}$/);
  await dialog.getByText(/Everybody who has this link can open and edit the map/).waitFor();
  await expectNoAxeFindings(page);
});
