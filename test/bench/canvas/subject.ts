import type { Browser, BrowserContext, Page } from 'playwright-core';
import { share } from '../../e2e/support/mapActions';
import { serveApp, servePage, type ServedApp } from '../browser/servedApp';
import { syntheticFile } from '../syntheticMap';
import { joinAsColleague } from './colleague';
import { plainMap } from './plain/plainMap';

/** A program that shows the map, ready to be opened again and again. */
export interface Subject {
  readonly name: 'plain React Flow' | 'ours';
  readonly context: BrowserContext;
  readonly url: string;
  /** Brings the whole map into view, or its beginning in full size, or selects all of it. */
  readonly show: (page: Page, what: 'all' | 'full size' | 'everything selected') => Promise<void>;
  /** Lets somebody else rename a touchpoint. Settles when it is sent, not when it is seen. */
  rename(page: Page, touchpoint: string, title: string): Promise<void>;
  stop(): Promise<void>;
}

const viewport = { width: 1440, height: 900 };

/**
 * The program itself: the map imported through the home screen, shared, with a colleague in its room.
 * @param served where it is served already, by whoever stops it; built and served for this subject alone if not given
 */
export async function ourSubject(browser: Browser, size: number, served?: ServedApp): Promise<Subject> {
  const app = served ?? (await serveApp());
  const context = await browser.newContext({ viewport });
  // Whoever joins a shared map says once who they are.
  await context.addInitScript(() => {
    localStorage.setItem('throughline.me', JSON.stringify({ name: 'Bench', function: 'it' }));
  });
  const page = await context.newPage();
  await page.goto(app.origin);
  await page.getByTestId('home-file-input').setInputFiles({
    name: 'synthetic.throughline.json',
    mimeType: 'application/json',
    buffer: Buffer.from(syntheticFile(size)),
  });
  await page.waitForURL('**/m/*', { timeout: 120_000 });
  const url = page.url();
  const colleague = await joinAsColleague(await share(page), size);
  await page.close();
  return {
    name: 'ours',
    context,
    url,
    show: async (page, what) => {
      for (const key of keysToShow[what]) {
        await page.keyboard.press(key);
        await page.waitForTimeout(500);
      }
    },
    rename: async (_page, touchpoint, title) => colleague.rename(touchpoint, title),
    async stop() {
      colleague.leave();
      await context.close();
      if (!served) await app.stop();
    },
  };
}

const keysToShow = {
  all: ['Shift+1'],
  // At full size the keyboard goes to the first touchpoint, which brings it into view.
  'full size': ['Escape', 'Shift+0', 'Enter'],
  'everything selected': ['Control+a'],
} as const;

/** React Flow by itself, which gets the same cards and lines with their places computed already. */
export async function plainSubject(browser: Browser, size: number): Promise<Subject> {
  const app = await servePage('canvas/plain', { 'map.json': JSON.stringify(plainMap(size)) });
  const context = await browser.newContext({ viewport });
  return {
    name: 'plain React Flow',
    context,
    url: app.origin,
    show: (page, what) => page.evaluate((asked) => globalThis.show(asked), what),
    rename: (page, touchpoint, title) =>
      page.evaluate(([id, text]) => globalThis.editTitle(id, text), [touchpoint, title] as const),
    async stop() {
      await context.close();
      await app.stop();
    },
  };
}
