import type { Browser, BrowserContext, Page } from 'playwright-core';
import { share } from '../../e2e/support/mapActions';
import { serveApp, servePage } from '../browser/servedApp';
import { syntheticFile } from '../syntheticMap';
import { joinAsColleague } from './colleague';
import { plainMap } from './plain/plainMap';

/** A program that shows the map, ready to be opened again and again. */
export interface Subject {
  readonly name: 'plain React Flow' | 'ours';
  readonly context: BrowserContext;
  readonly url: string;
  /** Lets somebody else rename a touchpoint. Settles when it is sent, not when it is seen. */
  rename(page: Page, touchpoint: string, title: string): Promise<void>;
  stop(): Promise<void>;
}

const viewport = { width: 1440, height: 900 };

/** The program itself: the map imported through the home screen, shared, with a colleague in its room. */
export async function ourSubject(browser: Browser, size: number): Promise<Subject> {
  const app = await serveApp();
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
  await page.waitForURL('**/m/*', { timeout: 60_000 });
  const url = page.url();
  const colleague = await joinAsColleague(await share(page));
  await page.close();
  return {
    name: 'ours',
    context,
    url,
    rename: async (_page, touchpoint, title) => colleague.rename(touchpoint, title),
    async stop() {
      colleague.leave();
      await context.close();
      await app.stop();
    },
  };
}

/** React Flow by itself, which gets the same cards and lines with their places computed already. */
export async function plainSubject(browser: Browser, size: number): Promise<Subject> {
  const app = await servePage('canvas/plain', { 'map.json': JSON.stringify(plainMap(size)) });
  const context = await browser.newContext({ viewport });
  return {
    name: 'plain React Flow',
    context,
    url: app.origin,
    rename: (page, touchpoint, title) =>
      page.evaluate(([id, text]) => globalThis.editTitle(id, text), [touchpoint, title] as const),
    async stop() {
      await context.close();
      await app.stop();
    },
  };
}
