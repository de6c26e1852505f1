import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { goOffline, goOnline } from './support/pageWatch';
import {
  card,
  expectSaveState,
  introduce,
  openSample,
  recordsOf,
  rename,
  share,
  untilKeptOffline,
} from './support/mapActions';
import { test } from './support/test';

interface Pair {
  readonly ana: Page;
  readonly jon: Page;
}

/** Ana shares the sample; Jon opens her link in a browser of his own. */
async function workTogether(
  newPage: (options?: BrowserContextOptions) => Promise<Page>,
  jonsBrowser: BrowserContextOptions = {},
): Promise<Pair> {
  const ana = await newPage();
  await openSample(ana);
  const link = await share(ana);
  await introduce(ana, 'Ana', 'Marketing');
  const jon = await newPage(jonsBrowser);
  await jon.goto(link);
  await card(jon, 'Pay').waitFor();
  await introduce(jon, 'Jon', 'IT');
  return { ana, jon };
}

test('two people see each other: names, pointers, selections', async ({ newPage }) => {
  const { ana, jon } = await workTogether(newPage);
  await ana.getByRole('button', { name: /Who is here: 2 people/ }).click();
  await ana.getByText('Jon', { exact: true }).waitFor();
  await ana.keyboard.press('Escape');
  await jon.mouse.move(600, 300);
  await jon.mouse.move(640, 320);
  await ana.getByText('Jon · IT').first().waitFor();
  await card(jon, 'Collect in store').click();
  await expect.poll(() => ana.locator('.peer-outline').count()).toBeGreaterThan(0);
  await jon.close();
  await ana.getByRole('button', { name: /Who is here: 1 person/ }).waitFor();
});

test('what one does, the other sees at once; undo takes back one’s own steps only', async ({ newPage }) => {
  const { ana, jon } = await workTogether(newPage);
  await rename(ana, 'Pay', 'Pay by card');
  await card(jon, 'Pay by card').waitFor();
  await rename(jon, 'Collect in store', 'Pick up in store');
  await card(ana, 'Pick up in store').waitFor();
  await ana.keyboard.press('Control+z');
  await card(jon, 'Pay').waitFor();
  await card(jon, 'Pick up in store').waitFor();
  await expectSaveState(ana, /^Saved$/);
  await expectSaveState(jon, /^Saved$/);
  await expect.poll(() => recordsOf(ana)).toEqual(await recordsOf(jon));
});

test('one works without a network, reloads, comes back, and everything merges', async ({ newPage }) => {
  const { ana, jon } = await workTogether(newPage, { serviceWorkers: 'allow' });
  await untilKeptOffline(jon);
  await goOffline(jon);
  await rename(jon, 'Pay', 'Pay with the app');
  await rename(jon, 'Unbox at home', 'Unpack at home');
  await rename(ana, 'Ask the chat assistant', 'Ask a person');
  await rename(ana, 'Pay', 'Pay by card');
  await expectSaveState(jon, /2 changes waiting/);
  await jon.reload();
  await card(jon, 'Unpack at home').waitFor();
  await expectSaveState(jon, /2 changes waiting/);
  await goOnline(jon);
  await card(jon, 'Ask a person').waitFor();
  await card(ana, 'Unpack at home').waitFor();
  await expectSaveState(ana, /^Saved$/);
  await expectSaveState(jon, /^Saved$/);
  await expect.poll(() => recordsOf(jon)).toEqual(await recordsOf(ana));
});
