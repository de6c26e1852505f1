import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import * as Y from 'yjs';
import { checksumOf } from '../../../src/sync/checksum';
import { tabMessage, tabsChannelName } from '../../../src/sync/tabs';
import { syntheticDocument } from '../syntheticMap';

/** A map as this device has it, and somebody in another tab of the browser. */
export interface StoredMap {
  readonly url: string;
  /** What the other tab says when a touchpoint is renamed in it: the name of the line, and the message's bytes. */
  rename(touchpoint: string, title: string): { readonly line: string; readonly bytes: Uint8Array };
}

/** Edits of the last visit that lie beside the whole map. */
const lastEdits = 30;

/**
 * Stores a map of any size on the device without importing it: an import takes 20,000 records of a kind, and a map of
 * 20,000 touchpoints has 30,000 usages. Settles when a picture of it is stored too, as after any visit.
 */
export async function storeMap(context: BrowserContext, origin: string, size: number): Promise<StoredMap> {
  const ydoc = syntheticDocument(size);
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByRole('button', { name: 'New map' }).click();
  await page.waitForURL(/\/m\//);
  const url = page.url();
  const mapId = new URL(url).pathname.split('/').at(-1) ?? '';
  await page.getByTestId('save-indicator').getByText('Saved').waitFor();
  // Nobody has the map open while what is stored of it is replaced.
  await page.goto(origin);
  await page.getByRole('button', { name: 'New map' }).waitFor();
  const rows = [Y.encodeStateAsUpdate(ydoc), ...renamings(ydoc)].map((bytes) => ({
    row: { map: mapId, checksum: checksumOf(bytes), at: Date.now() },
    text: Buffer.from(bytes).toString('base64'),
  }));
  await page.evaluate(replaceRows, rows);
  await page.goto(url);
  await page.locator('.react-flow__node .card').first().waitFor({ timeout: 120_000 });
  await untilPicture(page, mapId);
  await page.close();
  return {
    url,
    rename(touchpoint, title) {
      let update: Uint8Array = new Uint8Array();
      ydoc.once('update', (made: Uint8Array) => {
        update = made;
      });
      const record = ydoc.getMap('touchpoints').get(touchpoint);
      if (!(record instanceof Y.Map)) throw new Error('The map does not have this touchpoint.');
      record.set('title', title);
      const { bytes: told } = tabMessage.update(update);
      return { line: tabsChannelName(mapId), bytes: told };
    },
  };
}

/** What the last visit left beside the whole: a row for each edit, until they are made one. */
function renamings(ydoc: Y.Doc): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array): unknown => updates.push(update);
  ydoc.on('update', note);
  for (const [place, record] of [...ydoc.getMap('touchpoints').values()].slice(0, lastEdits).entries())
    if (record instanceof Y.Map) record.set('title', `Renamed on the last visit ${place}`);
  ydoc.off('update', note);
  return updates;
}

interface Replacement {
  readonly row: { readonly map: string; readonly checksum: number; readonly at: number };
  /** The update in base64. */
  readonly text: string;
}

/** Runs in the page: these rows in place of all that is stored of the map. */
async function replaceRows(rows: readonly Replacement[]): Promise<void> {
  const opening = indexedDB.open('throughline');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const database = opening.result;
  const transaction = database.transaction('updates', 'readwrite');
  const updates = transaction.objectStore('updates');
  const keys = updates.index('map').getAllKeys(rows[0]?.row.map);
  keys.addEventListener('success', () => {
    for (const key of keys.result) updates.delete(key);
    for (const { row, text } of rows)
      updates.add({ ...row, bytes: Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) });
  });
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}

/**
 * Waits until a picture is stored: 2.5 s after the map was judged for the first time (PIC-11). Asked from here again and
 * again: a condition that the page itself waits for may not be a promise, which always holds.
 */
async function untilPicture(page: Page, mapId: string): Promise<void> {
  if ((await page.locator('.picture').count()) === 0) return;
  for (let asked = 0; asked < 120; asked++) {
    if (await page.evaluate(hasPicture, mapId)) return;
    await pause(500);
  }
}

/** Runs in the page: whether a picture of the map is stored. Small maps have none. */
async function hasPicture(mapId: string): Promise<boolean> {
  const opening = indexedDB.open('throughline.pictures', 1);
  // The program may not have made it yet.
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('pictures'));
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const database = opening.result;
  const found = database.transaction('pictures').objectStore('pictures').count(mapId);
  await new Promise((resolve) => found.addEventListener('success', resolve));
  database.close();
  return found.result > 0;
}
