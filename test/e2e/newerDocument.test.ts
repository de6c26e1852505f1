import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { joinPeer, type Peer } from '../server/support/testServer';
import {
  card,
  expectSaveState,
  introduce,
  openFiles,
  openSample,
  redeemLink,
  rename,
  saveAsFile,
  share,
  untilKeptOffline,
} from './support/mapActions';
import { expectNoAxeFindings } from './support/axe';
import { goOffline, goOnline } from './support/pageWatch';
import { test } from './support/test';

const mapIdOf = (page: Page): string => page.url().split('/').at(-1) ?? '';
const says = /This map was made with a newer version of Throughline/;

/** A colleague with a newer program changes the map. */
function writeAsNewer({ doc }: Peer): void {
  doc.transact(() => {
    doc.getMap('meta').set('schemaVersion', 99);
    doc.getMap('map').set('title', 'From the future');
  });
}

/** Tries what a hand and a keyboard can do to a map; nothing of it may change anything. */
async function expectUnchangeable(page: Page): Promise<void> {
  const before = JSON.parse((await saveAsFile(page)).text) as Record<string, unknown>;
  await card(page, 'Pay').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Control+z');
  await card(page, 'Pay').dblclick();
  await page.keyboard.type('Changed');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const box = await card(page, 'Pay').boundingBox();
  if (!box) throw new Error('the card is not there');
  await page.mouse.move(box.x + 20, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
  await page.mouse.up();
  const after = JSON.parse((await saveAsFile(page)).text) as Record<string, unknown>;
  expect(after).toEqual(before);
}

test('LOC-55: a map that a newer program writes turns read-only, follows it, and sends nothing', async ({
  page,
  app,
}) => {
  await openSample(page);
  const link = await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
  const newer = await joinPeer({ url: app.origin }, mapIdOf(page), { cookie: await redeemLink(link) });
  writeAsNewer(newer);
  await page.getByText(says).waitFor();
  await page.getByRole('heading', { level: 1, name: 'From the future' }).waitFor();
  const heard: Uint8Array[] = [];
  newer.doc.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin === newer.provider && heard.push(update),
  );
  await expectUnchangeable(page);
  newer.doc.getMap('map').set('title', 'Further on');
  await page.getByRole('heading', { level: 1, name: 'Further on' }).waitFor();
  await expectSaveState(page, /^Saved$/);
  expect(heard).toEqual([]);
  await expectNoAxeFindings(page);
  await page.reload();
  await page.getByText(says).waitFor();
  const file = JSON.parse((await saveAsFile(page)).text) as { version: number; document: unknown };
  expect(file.version).toBe(99);
  expect(file.document).toBeDefined();
});

test('LOC-55: work done offline meanwhile is kept, counted as waiting, and can be saved', async ({
  newPage,
  app,
}) => {
  const page = await newPage({ serviceWorkers: 'allow' });
  await openSample(page);
  const link = await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
  await untilKeptOffline(page);
  const newer = await joinPeer({ url: app.origin }, mapIdOf(page), { cookie: await redeemLink(link) });
  await goOffline(page);
  await rename(page, 'Pay', 'Pay by card');
  writeAsNewer(newer);
  await expect.poll(() => newer.acknowledged()).toBeGreaterThan(0);
  await expectSaveState(page, /^Saved on this device · 1 change waiting$/);
  await page.reload();
  await card(page, 'Pay by card').waitFor();
  await goOnline(page);
  await page.getByText(says).waitFor();
  await expectSaveState(page, /^Saved on this device · 1 change waiting$/);
  await expect.poll(async () => (await saveAsFile(page)).text).toContain('Pay by card');
  await page.reload();
  await page.getByText(says).waitFor();
  await card(page, 'Pay by card').waitFor();
});

test('LOC-24: a file of a newer version opens to be read, with everything in it', async ({
  page,
  newPage,
}) => {
  await openSample(page);
  const file = await saveAsFile(page);
  const content = JSON.parse(file.text) as { version: number; document: { update: string } };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(content.document.update, 'base64'));
  doc.getMap('meta').set('schemaVersion', 99);
  content.document.update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
  const other = await newPage();
  await openFiles(other, {
    name: 'newer.throughline.json',
    text: JSON.stringify({ ...content, version: 99 }),
  });
  await other.getByText(says).waitFor();
  await expectUnchangeable(other);
  await expectSaveState(other, /^Saved on this device$/);

  const damaged = { ...content, version: 99, document: undefined };
  await page.getByRole('button', { name: 'All maps' }).click();
  await openFiles(page, { name: 'newer.throughline.json', text: JSON.stringify(damaged) });
  await page
    .getByText(/newer\.throughline\.json could not be opened: it was saved with a newer version/)
    .waitFor();
});
