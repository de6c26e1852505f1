import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  card,
  expectSaveState,
  introduce,
  openSample,
  rename,
  saveAsFile,
  share,
} from './support/mapActions';
import { expectNoAxeFindings } from './support/axe';
import { test } from './support/test';

const sample = 'Buy online, collect and return in store';
const mapIdOf = (page: Page): string => page.url().split('/').at(-1) ?? '';

/** Saves the open map and expects it to hold this. */
async function expectExportable(page: Page, text: string): Promise<void> {
  await expect.poll(async () => (await saveAsFile(page)).text).toContain(text);
}

/** How much this browser may store for the app from now on; null takes the limit away. */
async function limitStorage(page: Page, quotaSize: number | null): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await debug.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize !== null && { quotaSize }) });
}

/** Stores noise beside the app until the browser takes no more: it asks for its limit only now and then. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('filler', 1);
      opening.addEventListener('upgradeneeded', () =>
        opening.result.createObjectStore('noise', { autoIncrement: true }),
      );
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('open')));
    });
    const store = (bytes: number): Promise<boolean> =>
      new Promise((resolve) => {
        const transaction = database.transaction('noise', 'readwrite');
        transaction.objectStore('noise').add(crypto.getRandomValues(new Uint8Array(bytes)));
        transaction.addEventListener('complete', () => resolve(true));
        transaction.addEventListener('abort', () => resolve(false));
      });
    for (const bytes of [65_536, 5_000, 500, 50, 1])
      for (let times = 0; times < 400 && (await store(bytes)); times++);
    database.close();
  });
}

/** A sample in a browser with room for little more than it. */
async function openSampleOnFullDisk(page: Page): Promise<void> {
  await limitStorage(page, 20_000_000);
  await openSample(page);
  await expectSaveState(page, /^Saved on this device$/);
  await fillStorage(page);
}

/** Flips one bit in the middle of stored updates: all of them, or those from `from` on. */
async function damageUpdates(page: Page, from = 0): Promise<number> {
  return page.evaluate(
    (first) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('throughline');
        opening.addEventListener('error', () => reject(new Error('open')));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('updates', 'readwrite');
          const store = transaction.objectStore('updates');
          const reading = store.getAll();
          let damaged = 0;
          reading.addEventListener('success', () => {
            for (const row of (reading.result as { bytes: Uint8Array }[]).slice(first)) {
              const middle = Math.floor(row.bytes.length / 2);
              row.bytes[middle] = (row.bytes[middle] ?? 0) ^ 4;
              store.put(row);
              damaged++;
            }
          });
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve(damaged);
          });
        });
      }),
    from,
  );
}

/** A browser that refuses the database, as strict settings and some private windows do. */
async function withoutDatabase(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  return context;
}

test('LOC-5: a full disk says so, lets the work out, and stores all of it once there is room', async ({
  page,
}) => {
  await openSampleOnFullDisk(page);
  await rename(page, 'Pay', 'Pay by card');
  await expectSaveState(page, /^Not saved$/);
  await page.getByText(/This device has no room left/).waitFor();
  await page.getByRole('button', { name: 'Save as a file' }).waitFor();
  await expectExportable(page, 'Pay by card');
  await expectNoAxeFindings(page);
  await limitStorage(page, null);
  await expectSaveState(page, /^Saved on this device$/);
  await page.reload();
  await card(page, 'Pay by card').waitFor();
});

test('LOC-13: what a full disk did not take survives going to the list and back', async ({ page }) => {
  await openSampleOnFullDisk(page);
  await rename(page, 'Pay', 'Pay by card');
  await expectSaveState(page, /^Not saved$/);
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByRole('link', { name: `Open ${sample}` }).click();
  await card(page, 'Pay by card').waitFor();
  await expectSaveState(page, /^Not saved$/);
  await limitStorage(page, null);
  await expectSaveState(page, /^Saved on this device$/);
  await page.reload();
  await card(page, 'Pay by card').waitFor();
});

test('LOC-13: where nothing can be stored, one can still draw, is told, and can save a file', async ({
  newContext,
}) => {
  const page = await (await withoutDatabase(await newContext())).newPage();
  await page.goto('/');
  await page.getByText('Maps cannot be stored in this browser').waitFor();
  await expectNoAxeFindings(page);
  await openSample(page);
  await expectSaveState(page, /^Not saved$/);
  await page.getByText(/This browser stores nothing for this site/).waitFor();
  await rename(page, 'Pay', 'Pay by card');
  await expectExportable(page, 'Pay by card');
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.goBack();
  await card(page, 'Pay by card').waitFor();
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await leaving;
  await expectSaveState(page, /^Not saved$/);
});

test('LOC-12: where nothing can be stored, a shared map can be joined and worked on', async ({
  newPage,
  newContext,
}) => {
  const ana = await newPage();
  await openSample(ana);
  const link = await share(ana);
  await introduce(ana, 'Ana', 'Marketing');
  const jon = await (await withoutDatabase(await newContext())).newPage();
  await jon.goto(link);
  await introduce(jon, 'Jon', 'IT');
  await expectSaveState(jon, /^Not saved$/);
  await rename(jon, 'Pay', 'Pay by card');
  await card(ana, 'Pay by card').waitFor();
  await expectSaveState(ana, /^Saved$/);
});

test('LOC-14: a map whose beginning is damaged is not opened as an empty one; all pieces can be had', async ({
  page,
}) => {
  await openSample(page);
  await rename(page, 'Pay', 'Pay by card');
  await expectSaveState(page, /^Saved on this device$/);
  expect(await damageUpdates(page)).toBeGreaterThan(0);
  for (const _ of ['set aside now', 'set aside before']) {
    await page.reload();
    await page.getByText('This map could not be read').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save what is there' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${mapIdOf(page)}.pieces.json`);
  }
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByText(/stored pieces? could not be read/).waitFor();
  await page.getByRole('link', { name: `Open ${sample}` }).waitFor();
});

test('LOC-8: a map with a damaged piece opens with the rest, says so, and keeps the piece', async ({
  page,
}) => {
  await openSample(page);
  await expectSaveState(page, /^Saved on this device$/);
  await rename(page, 'Pay', 'Pay by card');
  await expectSaveState(page, /^Saved on this device$/);
  await damageUpdates(page, 1);
  await page.reload();
  await page.getByText(/could not be read. (It was|They were) put aside/).waitFor();
  await card(page, 'Pay').waitFor();
  await expectNoAxeFindings(page);
  const [pieces] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the unreadable pieces' }).click(),
  ]);
  expect(pieces.suggestedFilename()).toContain('.pieces.json');
  await rename(page, 'Pay', 'Pay again');
  await expectSaveState(page, /^Saved on this device$/);
  await page.reload();
  await card(page, 'Pay again').waitFor();
});

test('LOC-14: a shared map that is damaged here comes back from the server', async ({ page }) => {
  await openSample(page);
  await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await rename(page, 'Pay', 'Pay by card');
  await expectSaveState(page, /^Saved$/);
  await damageUpdates(page);
  await page.reload();
  await card(page, 'Pay by card').waitFor();
  await expectSaveState(page, /^Saved$/);
});

test('LOC-7: a database that is deleted while a map is open is made again, with the whole map', async ({
  page,
}) => {
  await openSample(page);
  await expectSaveState(page, /^Saved on this device$/);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('throughline');
        deleting.addEventListener('success', () => resolve());
        deleting.addEventListener('error', () => reject(new Error('delete')));
      }),
  );
  await rename(page, 'Pay', 'Pay by card');
  await expectSaveState(page, /^Saved on this device$/);
  await page.reload();
  await card(page, 'Pay by card').waitFor();
  await card(page, 'Collect in store').waitFor();
});

test('LOC-10: newer code in another tab takes the storage over; this tab says so and lets the work out', async ({
  page,
}) => {
  await openSample(page);
  await expectSaveState(page, /^Saved on this device$/);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('throughline', 1_000);
        opening.addEventListener('error', () => reject(new Error('open')));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
  );
  await rename(page, 'Pay', 'Pay by card');
  await expectSaveState(page, /^Not saved$/);
  await page.getByText(/A newer version of Throughline in another tab has taken the storage over/).waitFor();
  await expectExportable(page, 'Pay by card');
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByText('A newer version of Throughline is at work here').waitFor();
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByText('Maps cannot be stored in this browser').waitFor();
  await page.getByText(/Load this page again to get it too/).waitFor();
});

test('LOC-65: a browser that refuses localStorage runs the app all the same', async ({ newContext }) => {
  const context = await newContext();
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  const page = await context.newPage();
  await page.goto('/');
  await openSample(page);
  await share(page);
  await introduce(page, 'Ana', 'Marketing');
  await expectSaveState(page, /^Saved$/);
});
