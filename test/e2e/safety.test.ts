import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { RawClient } from '../server/support/rawClient';
import {
  card,
  cookieOf,
  expectSaveState,
  introduce,
  openSample,
  rename,
  saveAsFile,
  saveIndicator,
  share,
  untilKeptOffline,
} from './support/mapActions';
import { expectServerAway, goOffline, goOnline } from './support/pageWatch';
import { test } from './support/test';
import { ticketProtocol } from '../server/support/tickets';

const mapIdOf = (page: Page): string => page.url().split('/').at(-1) ?? '';

/** What the home screen says about where a map is safe. */
async function expectListed(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByText(text, { exact: true }).first().waitFor();
}

test('LOC-3: a tab that is killed the moment it says “Saved” has lost nothing', async ({ newPage }) => {
  const page = await newPage({ serviceWorkers: 'allow' });
  await openSample(page);
  await untilKeptOffline(page);
  const address = page.url();
  let current = page;
  let title = 'Pay';
  for (const next of ['Pay by card', 'Pay by phone', 'Pay in store']) {
    await rename(current, title, next);
    await expectSaveState(current, /^Saved on this device$/);
    const tab = current;
    const crashed = tab.waitForEvent('crash');
    const debug = await tab.context().newCDPSession(tab);
    // Ends the page's process: nothing of it runs any more, no “pagehide” either. It never answers.
    void debug.send('Page.crash').catch(() => undefined);
    await crashed;
    current = await tab.context().newPage();
    await tab.close();
    await current.goto(address);
    await card(current, next).waitFor();
    title = next;
  }
});

test('LOC-2: closing a tab right after typing loses nothing', async ({ page }) => {
  await openSample(page);
  const address = page.url();
  const next = await page.context().newPage();
  await card(page, 'Pay').dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Pay at once');
  await page.keyboard.press('Enter');
  await page.close({ runBeforeUnload: true });
  await next.goto(address);
  await card(next, 'Pay at once').waitFor();
});

test('LOC-2: loading the page again right after typing loses nothing, however busy the database', async ({
  page,
}) => {
  await openSample(page);
  await expectSaveState(page, /^Saved on this device$/);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('throughline');
        opening.addEventListener('success', () => {
          const updates = opening.result.transaction('updates', 'readwrite').objectStore('updates');
          // Nothing behind it gets its turn as long as the page lives.
          const goOn = (): void => updates.count().addEventListener('success', goOn);
          goOn();
          resolve();
        });
      }),
  );
  await rename(page, 'Pay', 'Pay at once');
  await page.reload();
  await card(page, 'Pay at once').waitFor();
  await expectSaveState(page, /^Saved on this device$/);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.last.'))),
  ).toEqual([]);
});

test('LOC-43: a server that stops and comes back; the list says the same as the indicator', async ({
  newPage,
  app,
}) => {
  const page = await newPage({ serviceWorkers: 'allow' });
  await openSample(page);
  await expectListed(page, 'On this device only');
  await page.goBack();
  await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
  await untilKeptOffline(page);
  expectServerAway(page);
  await app.halt();
  await rename(page, 'Pay', 'Pay by card');
  await expectSaveState(page, /^Saved on this device · 1 change waiting$/);
  await expectListed(page, 'Changes waiting to be sent');
  await page.reload();
  await page.getByText('Changes waiting to be sent', { exact: true }).waitFor();
  await page.goBack();
  await card(page, 'Pay by card').waitFor();
  // Gone for good or not: the work can be taken along.
  await expect.poll(async () => (await saveAsFile(page)).text).toContain('Pay by card');
  await app.restart();
  await expectSaveState(page, /^Saved$/);
  await expectListed(page, 'Saved on the server');
});

test('LOC-46: sharing without a network says why, and works once there is one', async ({ newPage }) => {
  const page = await newPage({ serviceWorkers: 'allow' });
  await openSample(page);
  await untilKeptOffline(page);
  await goOffline(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this map' });
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await dialog.getByText('This server cannot be reached right now.').waitFor();
  await expectSaveState(page, /^Saved on this device$/);
  await goOnline(page);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect.poll(() => dialog.getByLabel('Link', { exact: true }).inputValue()).toContain('/m/');
  await page.keyboard.press('Escape');
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
});

test('LOC-44: a server that lost its data gets the map again from where it was made', async ({
  page,
  app,
}) => {
  await openSample(page);
  await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
  expectServerAway(page);
  await app.restart({ losesData: true });
  const mapId = mapIdOf(page);
  const headers = { cookie: await cookieOf(page) };
  const exists = async (): Promise<number> =>
    (await fetch(`${app.origin}/api/maps/${mapId}`, { headers })).status;
  await expect.poll(exists).toBe(200);
  await expectSaveState(page, /^Saved$/);
  const ticket = await ticketProtocol({ url: app.origin }, mapId, headers.cookie);
  const witness = await new RawClient({ url: app.origin }, mapId, [ticket]).synced();
  expect(witness.doc.getMap('touchpoints').size).toBeGreaterThan(5);
});

test('LOC-58: a guest of a lost map is told, keeps the work, and is back by a new link of its maker', async ({
  newPage,
  app,
}) => {
  const ana = await newPage();
  await openSample(ana);
  const link = await share(ana);
  await introduce(ana, 'Ana', 'Marketing');
  await expectSaveState(ana, /^Saved$/);
  const jon = await newPage();
  await jon.goto(link);
  await introduce(jon, 'Jon', 'IT');
  await expectSaveState(jon, /^Saved$/);
  const anaAgain = ana.context();
  await ana.close();
  expectServerAway(jon);
  await app.restart({ losesData: true });
  await jon.getByText('The server no longer has this map.').waitFor();
  await expectSaveState(jon, /^Saved on this device · \d+ changes? waiting$/);
  await rename(jon, 'Pay', 'Pay by card');
  await expectSaveState(jon, /^Saved on this device · \d+ changes? waiting$/);
  await expect.poll(async () => (await saveAsFile(jon)).text).toContain('Pay by card');
  await jon.reload();
  await card(jon, 'Pay by card').waitFor();
  await jon.getByText('The server no longer has this map.').waitFor();
  await expectListed(jon, 'Changes waiting to be sent');
  await jon.goBack();
  const back = await anaAgain.newPage();
  await back.goto(new URL(link).pathname);
  await expectSaveState(back, /^Saved$/);
  // With its data the server has lost who may do what: the map is there again, but only a new link opens it.
  await jon.goto(await share(back));
  await jon.getByText('The server no longer has this map.').waitFor({ state: 'detached' });
  await expectSaveState(jon, /^Saved$/);
  await card(back, 'Pay by card').waitFor();
});

test('LOC-59: reconnecting with nothing unsaved never says “Saving…”', async ({ page, app }) => {
  await openSample(page);
  await rename(page, 'Pay', 'Pay by card');
  await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
  await saveIndicator(page).evaluate((indicator) => {
    const said = new Set<string>();
    Object.assign(globalThis, { said });
    new MutationObserver(() => said.add(indicator.textContent)).observe(indicator, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  expectServerAway(page);
  await app.restart();
  const ticket = await ticketProtocol({ url: app.origin }, mapIdOf(page), await cookieOf(page));
  const witness = await new RawClient({ url: app.origin }, mapIdOf(page), [ticket]).synced();
  await expect.poll(() => witness.presence.size).toBe(1);
  await card(page, 'Pay by card').click();
  const said = await page.evaluate(() => [...(globalThis as unknown as { said: Set<string> }).said]);
  expect(said.filter((text) => text !== 'Saved')).toEqual([]);
});
