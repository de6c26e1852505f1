import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { card, expectSaveState, openSample, rename, untilKeptOffline } from './support/mapActions';
import { expectServerAway } from './support/pageWatch';
import { test } from './support/test';

/** A build that differs from this one in nothing but its version. */
async function nextVersion(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-next-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp('dist/app', folder, { recursive: true });
  const worker = join(folder, 'sw.js');
  await writeFile(worker, (await readFile(worker, 'utf8')).replace('throughline-', 'throughline-next-'));
  await Promise.all([rm(`${worker}.br`, { force: true }), rm(`${worker}.gz`, { force: true })]);
  return folder;
}

test('LOC-70: a new version is announced, loaded where it is asked for, and no edit is lost', async ({
  newPage,
  app,
}) => {
  const page = await newPage({ serviceWorkers: 'allow' });
  await openSample(page);
  await untilKeptOffline(page);
  await page.reload();
  await card(page, 'Pay').waitFor();
  const other = await newPage({ context: page.context(), path: new URL(page.url()).pathname });
  await card(other, 'Pay').waitFor();
  expectServerAway(page);
  await app.restart({ staticFolder: await nextVersion() });
  const marked = () => Object.assign(globalThis, { isSamePage: true });
  const isSamePage = () => 'isSamePage' in globalThis;
  await page.evaluate(marked);
  await other.evaluate(marked);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByText('A new version is ready.').waitFor();
  // Nobody is forced: both go on with what they have.
  await rename(page, 'Pay', 'Pay by card');
  await card(other, 'Pay by card').waitFor();
  await expect.poll(() => page.evaluate(isSamePage)).toBe(true);
  await rename(page, 'Pay by card', 'Pay by phone');
  await page.getByRole('button', { name: 'Load it' }).click();
  await page.waitForFunction(() => !('isSamePage' in globalThis));
  await card(page, 'Pay by phone').waitFor();
  await expectSaveState(page, /^Saved on this device$/);
  await other.getByText('Another tab has loaded a new version.').waitFor();
  await expect.poll(() => other.evaluate(isSamePage)).toBe(true);
  await rename(other, 'Pay by phone', 'Pay in store');
  await card(page, 'Pay in store').waitFor();
  await other.getByRole('button', { name: 'Load it' }).click();
  await other.waitForFunction(() => !('isSamePage' in globalThis));
  await card(other, 'Pay in store').waitFor();
});
