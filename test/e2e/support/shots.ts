import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Where pictures of a test run go; never committed. */
const folder = 'test-results/shots';

/** Keeps a picture of the page as it is now, for people to look at: where THROUGHLINE_SHOTS says that somebody will. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['THROUGHLINE_SHOTS'] === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled', caret: 'hide' });
}
