import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import {
  card,
  expectSaveState,
  introduce,
  openSample,
  pathOf,
  rename,
  share,
  untilKeptOffline,
} from './support/mapActions';
import { allowErrors, goOffline, goOnline } from './support/pageWatch';
import { shoot } from './support/shots';
import { test } from './support/test';

test('LOC-65: who one is is asked once, can be closed, is remembered, and changed from the menu', async ({
  newPage,
}) => {
  const ana = await newPage();
  await openSample(ana);
  // Alone nobody needs a name.
  await expect.poll(() => ana.getByRole('dialog', { name: 'Who are you?' }).count()).toBe(0);
  const link = pathOf(await share(ana));
  await introduce(ana, 'Ana', 'Marketing');
  await ana.reload();
  await ana.getByRole('button', { name: /Who is here: 1 person/ }).waitFor();
  await expect.poll(() => ana.getByRole('dialog', { name: 'Who are you?' }).count()).toBe(0);

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
  await expect.poll(() => jon.getByRole('dialog', { name: 'Who are you?' }).count()).toBe(0);
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

test('LOC-46 RIGHT-20: the share dialog says who can open the map, what they may do and until when', async ({
  page,
}) => {
  await openSample(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this map' });
  await dialog.getByText('So far this map is on this device alone.').waitFor();
  await dialog.getByLabel('Whoever has it').selectOption({ label: 'can look at it' });
  await dialog.getByLabel('Works until').selectOption({ label: 'In 7 days' });
  await dialog.getByLabel('Who it is for').fill('Agency');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect.poll(() => dialog.getByLabel('Link', { exact: true }).inputValue()).toMatch(/#k=[\w-]{22}$/);
  await dialog.getByText(/can look at it · until .* · not used yet/).waitFor();
  await expectNoAxeFindings(page);
  await shoot(page, 'share-dialog');
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoAxeFindings(page);
  await shoot(page, 'share-dialog-dark-small');
  await dialog.getByRole('button', { name: 'Revoke: Agency' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await dialog.getByText('No link opens this map right now.').waitFor();
  await dialog.getByRole('button', { name: 'Show the log' }).click();
  await page.getByText('revoked a link: Agency (viewer)').waitFor();
  await shoot(page, 'share-log');
});

test('RIGHT-10 RIGHT-11 RIGHT-15: who comes by a link may do what it says, and is out as soon as it is revoked', async ({
  newPage,
}) => {
  const ana = await newPage();
  await openSample(ana);
  const link = await share(ana, 'can comment');
  await introduce(ana, 'Ana', 'Marketing');
  const jon = await newPage({ path: pathOf(link) });
  await introduce(jon, 'Jon', 'IT');
  // The key is taken out of the address as soon as it has been used.
  expect(new URL(jon.url()).hash).toBe('');
  await jon.getByText('You can look at this map and comment on it, but not change it.').waitFor();
  await card(jon, 'Pay').click();
  const panel = jon.getByRole('complementary', { name: 'Details' });
  await panel.getByLabel('Say something about this').fill('Which payment systems?');
  await panel.getByRole('button', { name: 'Comment', exact: true }).click();
  await panel.locator('.comments-text', { hasText: 'Which payment systems?' }).waitFor();
  await jon.keyboard.press('Escape');
  await expectNoAxeFindings(jon);
  await shoot(jon, 'commenter');
  await card(ana, 'Pay').click();
  const owners = ana.getByRole('complementary', { name: 'Details' });
  await owners.locator('.comments-text', { hasText: 'Which payment systems?' }).waitFor();
  await owners.getByText('Jon', { exact: true }).waitFor();
  await owners.getByLabel('Answer Jon').fill('Cards and invoices');
  await ana.keyboard.press('Control+Enter');
  await panel.locator('.comments-text', { hasText: 'Cards and invoices' }).waitFor();
  await panel.getByText('Ana', { exact: true }).waitFor();
  await shoot(ana, 'comments');

  await ana.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = ana.getByRole('dialog', { name: 'Share this map' });
  await dialog.getByText('Jon', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: /^Revoke: / }).click();
  await ana.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  allowErrors(jon, /403/);
  await jon.getByText('Your access to this map has ended.').waitFor();
  const late = await newPage({ path: '/' });
  allowErrors(late, /40[34]/);
  await late.goto(link);
  await late.getByRole('heading', { name: 'This link was revoked' }).waitFor();
  await expectNoAxeFindings(late);
});

test('RIGHT-13 RIGHT-40: who may only read from now on is told calmly, and keeps what had not arrived', async ({
  newPage,
}) => {
  const ana = await newPage();
  await openSample(ana);
  const link = await share(ana);
  await introduce(ana, 'Ana', 'Marketing');
  const jon = await newPage({ path: pathOf(link), serviceWorkers: 'allow' });
  await introduce(jon, 'Jon', 'IT');
  await expectSaveState(jon, /^Saved$/);
  await untilKeptOffline(jon);
  await goOffline(jon);
  await rename(jon, 'Pay', 'Pay by card');
  await expectSaveState(jon, /1 change waiting/);
  await ana.getByRole('button', { name: 'Share', exact: true }).click();
  await ana.getByLabel('What Jon may do').selectOption({ label: 'can look at it' });
  await ana.getByLabel('What Jon may do').and(ana.locator(':enabled')).waitFor();
  await goOnline(jon);
  await jon
    .getByText('You can only read this map now. 1 change of yours has not reached the others')
    .waitFor();
  await expectNoAxeFindings(jon);
  await shoot(jon, 'downgraded');
  await jon.getByRole('button', { name: 'Keep mine as a copy and load the map' }).click();
  await card(jon, 'Pay').waitFor();
  await jon.getByText('You can look at this map, but not change it.').waitFor();
  await jon.goto('/');
  const copies = jon.getByRole('link', { name: /^Open Buy online/ });
  await expect.poll(() => copies.count()).toBe(2);
  await jon.locator('.map-card', { hasText: 'On this device only' }).getByRole('link').click();
  await card(jon, 'Pay by card').waitFor();
  await jon.getByText('This is a recovered copy').waitFor();
  await expectNoAxeFindings(jon);
  await shoot(jon, 'recovered-copy');
});
