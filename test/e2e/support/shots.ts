import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Where pictures of a test run go; never committed. */
const folder = 'test-results/shots';

/** Keeps a picture of the page as it is now, for people to look at. Returns its path. */
export async function shoot(page: Page, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = `${folder}/${name}.png`;
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}
