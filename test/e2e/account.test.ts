import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeFindings } from './support/axe';
import { introduce, openSample, share } from './support/mapActions';
import { allowErrors } from './support/pageWatch';
import { shoot } from './support/shots';
import { test } from './support/test';

interface Me {
  readonly name: string;
  readonly hasAccount: boolean;
  readonly canSignIn: boolean;
}

/** Answers who one is as a server would; what it says can be changed meanwhile. */
async function answerAs(page: Page, first: Me): Promise<{ me: Me; signOutStatus: number }> {
  const server = { me: first, signOutStatus: 200 };
  await page.context().route('**/api/me', (route) => route.fulfill({ json: server.me }));
  await page.context().route('**/api/sign-out', (route) => {
    if (server.signOutStatus === 200) server.me = { ...server.me, name: '', hasAccount: false };
    return route.fulfill({ status: server.signOutStatus, json: {} });
  });
  return server;
}

/** A map this browser knows nothing of. */
const unknownMap = `/m/${'x'.repeat(22)}`;

test('RIGHT-65: where a map is not open to a guest, signing in is offered and leads back to it; signing out too', async ({
  newContext,
}) => {
  const page = await (await newContext()).newPage();
  const server = await answerAs(page, { name: '', hasAccount: false, canSignIn: true });
  let asked = '';
  await page.context().route('**/api/sign-in?**', (route) => {
    asked = route.request().url();
    server.me = { name: 'Mira Quist', hasAccount: true, canSignIn: true };
    return route.fulfill({ status: 303, headers: { location: unknownMap } });
  });
  await page.goto(unknownMap);
  await page.getByText('With an account you have your maps in every browser.').waitFor();
  await expectNoAxeFindings(page);
  await shoot(page, 'account-guest');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Signed in as Mira Quist').waitFor();
  expect(new URL(asked).searchParams.get('return')).toBe(unknownMap);
  await shoot(page, 'account-signed-in');

  allowErrors(page, /status of 503/);
  server.signOutStatus = 503;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('so you are still signed in').waitFor();
  await page.getByText('Signed in as Mira Quist').waitFor();
  server.signOutStatus = 200;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});

test('RIGHT-65: the account stands beside one’s name in a map; where nobody can sign in nothing is said of it', async ({
  newContext,
}) => {
  const page = await (await newContext()).newPage();
  const server = await answerAs(page, { name: '', hasAccount: false, canSignIn: false });
  await page.goto('/');
  await openSample(page);
  await share(page);
  await introduce(page, 'Ana', 'Marketing');
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Map menu' }).click();
    const answered = page.waitForResponse('**/api/me');
    await page.getByRole('menuitem', { name: 'Your name and function' }).click();
    await answered;
  };
  const dialog = page.getByRole('dialog', { name: 'Who are you?' });
  await open();
  await dialog.getByLabel('Name').waitFor();
  expect(await dialog.getByRole('button', { name: 'Sign in' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  server.me = { ...server.me, canSignIn: true };
  await open();
  await dialog.getByRole('button', { name: 'Sign in' }).waitFor();
  await expectNoAxeFindings(page);
  await shoot(page, 'account-in-dialog');
});
