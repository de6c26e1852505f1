import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What people do on every page; each waits until the page shows that it is done. */

/** Opens the first sample (or the one named) from the home screen and waits for its canvas. */
export async function openSample(
  page: Page,
  title = 'Buy online, collect and return in store',
): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.waitForURL(/\/m\//);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Makes an empty map from the home screen. */
export async function newMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New map' }).click();
  await page.waitForURL(/\/m\//);
  await saveIndicator(page).waitFor();
}

/** The element that says whether the map is saved. */
export function saveIndicator(page: Page): Locator {
  return page.getByTestId('save-indicator');
}

/** Waits until the indicator says this; fails with what it says instead. */
export async function expectSaveState(page: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => saveIndicator(page).innerText()).toMatch(text);
}

/** Makes a link to the open map, sharing it if need be, and returns its address: what it lets people do in the dialogue's words. */
export async function share(page: Page, may = 'can edit'): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this map' });
  await dialog.getByLabel('Whoever has it').selectOption({ label: may });
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const address = await dialog.getByLabel('Link', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  return address;
}

/** What a program sends as its cookie to be the browser of a page. */
export async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** The path of a link with its key, for `newPage({ path })`. */
export function pathOf(link: string): string {
  const { pathname, hash } = new URL(link);
  return `${pathname}${hash}`;
}

/** Redeems a link without a browser; returns what a program sends as its cookie to be the one who came by it. */
export async function redeemLink(link: string): Promise<string> {
  const { origin, pathname, hash } = new URL(link);
  const response = await fetch(`${origin}/api/maps/${pathname.split('/').at(-1)}/tickets`, {
    method: 'POST',
    body: JSON.stringify({ secret: hash.replace('#k=', '') }),
  });
  if (!response.ok) throw new Error(`the link was refused: ${response.status}`);
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/** Answers who one is, as the page asks on a shared map. */
export async function introduce(page: Page, name: string, ownFunction: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Who are you?' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Function').selectOption({ label: ownFunction });
  await dialog.getByRole('button', { name: 'Join' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Saves the open map as a file and returns its text. */
export async function saveAsFile(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  const folder = await mkdtemp(join(tmpdir(), 'throughline-file-'));
  const path = join(folder, 'saved.json');
  await download.saveAs(path);
  const text = await readFile(path, 'utf8');
  await rm(folder, { recursive: true });
  return { name: download.suggestedFilename(), text };
}

/** The records of a map as its file has them, without what merging needs: equal on every device once all is merged. */
export async function recordsOf(page: Page): Promise<Record<string, unknown>> {
  const { document: _, ...records } = JSON.parse((await saveAsFile(page)).text) as Record<string, unknown>;
  return records;
}

/** Opens files through the home screen's file field. */
export async function openFiles(
  page: Page,
  ...files: readonly { readonly name: string; readonly text: string }[]
): Promise<void> {
  await page
    .getByTestId('home-file-input')
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })),
    );
}

/** The card of a touchpoint, by its title. */
export function card(page: Page, title: string): Locator {
  return page
    .locator('.react-flow__node')
    .filter({ has: page.getByText(title, { exact: true }) })
    .first();
}

/** Waits until the app itself is kept on this device, so that it starts without a network: in a page that allows service workers. */
export async function untilKeptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Renames a touchpoint on the canvas and waits until its card says so. */
export async function rename(page: Page, from: string, to: string): Promise<void> {
  await card(page, from).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await card(page, to).waitFor();
}

/** Pastes texts on the canvas as another program would have put them on the clipboard. */
export async function pasteOnCanvas(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((all) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(all)) clipboardData.setData(type, text);
    const target = document.querySelector('[data-canvas-focus="true"]') ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, texts);
}
