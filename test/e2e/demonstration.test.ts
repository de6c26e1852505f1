import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  card,
  expectSaveState,
  introduce,
  recordsOf,
  rename,
  share,
  untilKeptOffline,
} from './support/mapActions';
import { goOffline, goOnline } from './support/pageWatch';
import { test } from './support/test';

const journey = 'test/samples/mermaid-journey/andy820621_nuxt-content-mermaid--01.mmd';
const catalogue = [
  'catalog/components/payment-api.yaml',
  'catalog/components/product-api.yaml',
  'catalog/resources/payment-database.yaml',
  'catalog/systems/payment-processing.yaml',
].map((path) => `test/samples/backstage/thatmlopsguy_dokaseca-portal-catalog/${path}`);

async function importInto(page: Page, files: readonly string[], testId: string): Promise<void> {
  await page.getByTestId(testId).setInputFiles([...files]);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByText('What will be made').waitFor();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Attaches a system to a touchpoint by its name, with the keyboard alone. */
async function attachSystem(page: Page, touchpoint: string, system: string): Promise<void> {
  await card(page, touchpoint).click();
  await page.keyboard.press('a');
  const picker = page.getByRole('dialog', { name: `Attach a system to “${touchpoint}”` });
  await picker.getByRole('combobox').fill(system);
  await page.getByRole('option', { name: new RegExp(`^${system}`) }).waitFor();
  await page.keyboard.press('Enter');
  await picker.waitFor({ state: 'hidden' });
}

/** Makes a party the owner of a touchpoint, in the inspector. */
async function setOwner(page: Page, touchpoint: string, party: string): Promise<void> {
  await card(page, touchpoint).click();
  await page.getByRole('button', { name: 'Set the owner' }).click();
  await page.getByRole('combobox', { name: 'Person or team' }).fill(party);
  await page.getByRole('option', { name: new RegExp(`^${party}`) }).click();
  await card(page, touchpoint).getByText(party).waitFor();
}

/** Draws a data flow between two systems, with the keyboard alone. */
async function drawFlow(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: from, exact: false }).first().click();
  await page.keyboard.press('f');
  const picker = page.getByRole('dialog', { name: `Data flows from “${from}” to…` });
  await picker.getByRole('combobox').fill(to);
  await page.getByRole('option', { name: new RegExp(`^${to}`) }).waitFor();
  await page.keyboard.press('Enter');
  await picker.waitFor({ state: 'hidden' });
}

test('the main job on real files: import, attach, draw, part, work apart, meet again', async ({
  newPage,
}) => {
  // As people's browsers are: things move, and the app is kept.
  const browser = { reducedMotion: 'no-preference', serviceWorkers: 'allow' } as const;
  const ana = await newPage(browser);
  await importInto(ana, [journey], 'home-file-input');
  await ana.waitForURL(/\/m\//);
  const text = await readFile(journey, 'utf8');
  const titles = [...text.matchAll(/^\s+(.+?)\s*: \d/gm)].map((match) => match[1]?.trim() ?? '');
  const [first = '', second = '', third = ''] = titles;
  await card(ana, first).waitFor();

  const link = await share(ana);
  await introduce(ana, 'Ana', 'Marketing');
  const jon = await newPage(browser);
  await jon.goto(link);
  await introduce(jon, 'Jon', 'IT');
  await card(jon, first).waitFor();

  // Jon brings the catalogue and says what serves which touchpoint.
  await jon.keyboard.press('Control+o');
  await importInto(jon, catalogue, 'import-file-input');
  await jon.getByRole('button', { name: 'Undo', exact: true }).first().waitFor();
  await attachSystem(jon, first, 'product-api');
  await attachSystem(jon, second, 'payment-api');
  await drawFlow(jon, 'product-api', 'payment-api');
  await setOwner(ana, first, 'developers');

  await untilKeptOffline(jon);
  await goOffline(jon);
  await attachSystem(jon, third, 'payment-api');
  await rename(jon, first, `${first} (Jon)`);
  await rename(jon, second, `${second} (Jon)`);
  await rename(ana, first, `${first} (Ana)`);
  await rename(ana, third, `${third} (Ana)`);
  await jon.reload();
  await card(jon, `${second} (Jon)`).waitFor();
  await expectSaveState(jon, /waiting/);
  await goOnline(jon);
  await card(ana, `${second} (Jon)`).waitFor();
  await card(jon, `${third} (Ana)`).waitFor();
  await expectSaveState(ana, /^Saved$/);
  await expectSaveState(jon, /^Saved$/);
  const merged = await recordsOf(ana);
  await expect.poll(() => recordsOf(jon)).toEqual(merged);
  expect(merged['usages']).toHaveLength(3);
  expect(merged['dataFlows']).toHaveLength(1);
  expect(merged['assignments']).toContainEqual(expect.objectContaining({ role: 'accountable' }));
});
