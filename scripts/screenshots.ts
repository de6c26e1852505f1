import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startServer } from '../server/server';
import { ensureChromium } from './findChromium';

/**
 * Takes the README's pictures of the production build (`npm run build` first), so that they show what there is.
 */
const folder = resolve('docs/pictures');
const sample = 'Buy online, collect and return in store';

async function openSample(browser: Browser, origin: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1440, height: 900 } });
  await page.goto(origin);
  await page.getByRole('button', { name: sample }).click();
  await page.getByText('Unbox at home').first().waitFor();
  // The view glides to its place; a picture is taken once it has come to rest.
  await page.waitForTimeout(1_000);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
}

async function main(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'throughline-'));
  const server = await startServer({ port: 0, dataFolder, staticFolder: resolve('dist/app') });
  const browser = await chromium.launch({
    executablePath: ensureChromium((line) => process.stdout.write(`${line}\n`)),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  await mkdir(folder, { recursive: true });
  try {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await openSample(browser, server.url, scheme);
      await page.getByText('Return an item', { exact: true }).first().click();
      await page.waitForTimeout(400);
      await shoot(page, `map-${scheme}`);
      if (scheme === 'light') {
        await page.keyboard.press('3');
        await page.getByRole('region', { name: /^Legend/ }).waitFor();
        await page.waitForTimeout(400);
        await shoot(page, 'ownership');
        await page.keyboard.press('1');
        await page.keyboard.press('Control+Shift+E');
        await page.getByRole('grid').waitFor();
        await page.waitForTimeout(400);
        await shoot(page, 'side-by-side');
        await page.keyboard.press('Control+Shift+E');
        await page.getByRole('button', { name: 'All maps' }).click();
        await page.getByRole('link', { name: `Open ${sample}` }).waitFor();
        await page.waitForTimeout(400);
        await shoot(page, 'home');
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

await main();
