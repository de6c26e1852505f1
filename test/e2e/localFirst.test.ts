import { expect } from 'vitest';
import { goOffline, goOnline } from './support/pageWatch';
import {
  card,
  expectSaveState,
  introduce,
  newMap,
  openFiles,
  openSample,
  recordsOf,
  saveAsFile,
  share,
  untilKeptOffline,
} from './support/mapActions';
import { test } from './support/test';

test('a map survives a reload, and the app and a known map open without any network', async ({ newPage }) => {
  const page = await newPage({ serviceWorkers: 'allow' });
  await openSample(page);
  await card(page, 'Pay').waitFor();
  await untilKeptOffline(page);
  const before = await recordsOf(page);
  await goOffline(page);
  await page.reload();
  await card(page, 'Pay').waitFor();
  await expect.poll(() => recordsOf(page)).toEqual(before);
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByRole('link', { name: /Open Buy online/ }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: /Open Buy online/ }).click();
  await card(page, 'Pay').waitFor();
  await expectSaveState(page, /^Saved on this device$/);
});

test('two tabs of one browser show the same map at once, without a server', async ({ newContext }) => {
  const context = await newContext({ serviceWorkers: 'allow' });
  const first = await context.newPage();
  await first.goto('/');
  await openSample(first);
  const second = await context.newPage();
  await second.goto(first.url());
  await card(second, 'Pay').waitFor();
  await untilKeptOffline(first);
  await goOffline(first);
  await card(first, 'Pay').dblclick();
  await first.keyboard.press('Control+a');
  await first.keyboard.type('Pay by card');
  await first.keyboard.press('Enter');
  await card(second, 'Pay by card').waitFor();
  await expect.poll(() => recordsOf(second)).toEqual(await recordsOf(first));
});

test('the home screen lists, copies, deletes and restores maps', async ({ page }) => {
  await newMap(page);
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByRole('link', { name: 'Open Untitled map' }).waitFor();
  await page.getByRole('button', { name: 'Actions for Untitled map' }).click();
  await page.getByRole('menuitem', { name: 'Make a copy' }).click();
  await page.getByRole('link', { name: 'Open Copy of Untitled map' }).waitFor();
  await page.getByRole('button', { name: 'Actions for Copy of Untitled map' }).click();
  const actions = page.getByRole('menu', { name: 'Actions for Copy of Untitled map' });
  await actions.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'Open Copy of Untitled map' }).waitFor({ state: 'detached' });
  await page.getByText('Recently deleted').click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('link', { name: 'Open Copy of Untitled map' }).waitFor();
});

test('a file opens as a map of its own; a second time one chooses between a copy and merging', async ({
  page,
  newPage,
}) => {
  await openSample(page);
  const file = await saveAsFile(page);
  expect(file.name).toBe('Buy online, collect and return in store.throughline.json');
  const before = await recordsOf(page);

  const other = await newPage();
  await openFiles(other, file);
  await card(other, 'Pay').waitFor();
  await expect.poll(() => recordsOf(other)).toEqual(before);

  await page.getByRole('button', { name: 'All maps' }).click();
  await openFiles(page, file);
  await page.getByRole('dialog', { name: 'You have this map already' }).waitFor();
  await page.getByRole('button', { name: 'Merge into the map' }).click();
  await card(page, 'Pay').waitFor();
  await expect.poll(() => recordsOf(page)).toEqual(before);
});

test('a broken file is refused with its line, and nothing is made', async ({ page }) => {
  await openFiles(page, {
    name: 'broken.throughline.json',
    text: '{"format":"throughline",\n"version":1,\n"map"',
  });
  await page.getByText(/broken\.throughline\.json could not be opened:.*line 3/).waitFor();
  await expect.poll(() => page.getByRole('link', { name: /^Open / }).count()).toBe(0);
});

test('the indicator tells what is saved where while the server is away', async ({ newPage, app }) => {
  const page = await newPage({ serviceWorkers: 'allow' });
  await openSample(page);
  await expectSaveState(page, /^Saved on this device$/);
  await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
  await goOffline(page);
  await app.restart();
  await card(page, 'Pay').click();
  await page.keyboard.press('Control+d');
  await expectSaveState(page, /^Saved on this device · 1 change waiting$/);
  await page.reload();
  await expectSaveState(page, /^Saved on this device · 1 change waiting$/);
  await goOnline(page);
  await expectSaveState(page, /^Saved$/);
});

test('a link that nobody shared, and an address that is none, say so', async ({ newPage }) => {
  const page = await newPage({ path: `/m/${'A'.repeat(22)}` });
  await page.getByText('This map cannot be found').waitFor();
  await page.goto('/m/short');
  await page.getByText('There is no page here').waitFor();
});
