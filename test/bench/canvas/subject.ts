import type { Browser, BrowserContext, Page } from 'playwright-core';
import { share } from '../../e2e/support/mapActions';
import { serveApp, servePage, type ServedApp } from '../browser/servedApp';
import { syntheticFile } from '../syntheticMap';
import { joinAsColleague } from './colleague';
import { excalidrawElements } from '../peers/excalidraw/excalidrawMap';
import { plainMap } from './plain/plainMap';
import { storeMap } from './storedMap';

/** A program that shows the map, ready to be opened again and again. */
export interface Subject {
  readonly name: 'plain React Flow' | 'Excalidraw' | 'ours';
  readonly context: BrowserContext;
  readonly url: string;
  /** Brings the whole map into view, or its beginning in full size, or selects all of it. */
  readonly show: (page: Page, what: 'all' | 'full size' | 'everything selected') => Promise<void>;
  /** Lets somebody else rename a touchpoint. Settles when it is sent, not when it is seen. */
  rename(page: Page, touchpoint: string, title: string): Promise<void>;
  stop(): Promise<void>;
}

const viewport = { width: 1440, height: 900 };

/** Whoever joins a shared map says once who they are. */
function introduce(): void {
  localStorage.setItem('throughline.me', JSON.stringify({ name: 'Bench', function: 'it' }));
}

/** The program itself: the map imported through the home screen, shared, with a colleague in its room. */
export async function ourSubject(browser: Browser, size: number): Promise<Subject> {
  const app = await serveApp();
  const context = await browser.newContext({ viewport });
  await context.addInitScript(introduce);
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
    show: showByKeys,
    rename: async (_page, touchpoint, title) => colleague.rename(touchpoint, title),
    async stop() {
      colleague.leave();
      await context.close();
      await app.stop();
    },
  };
}

/**
 * The program with a map that is stored on the device, and edits that arrive from another tab: also for sizes that no
 * server takes.
 * @param app where it is served, by whoever stops it
 */
export async function storedSubject(browser: Browser, size: number, app: ServedApp): Promise<Subject> {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(introduce);
  const map = await storeMap(context, app.origin, size);
  return {
    name: 'ours',
    context,
    url: map.url,
    show: showByKeys,
    async rename(page, touchpoint, title) {
      const { line, bytes } = map.rename(touchpoint, title);
      await page.evaluate(
        ([name, update]) => {
          const channel = new BroadcastChannel(name);
          channel.postMessage({ kind: 'update', bytes: Uint8Array.from(update) });
          channel.close();
        },
        [line, [...bytes]] as const,
      );
    },
    stop: () => context.close(),
  };
}

async function showByKeys(page: Page, what: keyof typeof keysToShow): Promise<void> {
  for (const key of keysToShow[what]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
  }
}

const keysToShow = {
  all: ['Shift+1'],
  // At full size the keyboard goes to the first touchpoint, which brings it into view.
  'full size': ['Escape', 'Shift+0', 'Enter'],
  'everything selected': ['Control+a'],
} as const;

/** React Flow by itself, which gets the same cards and lines with their places computed already. */
export async function plainSubject(browser: Browser, size: number): Promise<Subject> {
  return peerSubject(browser, 'plain React Flow', 'canvas/plain', plainMap(size));
}

/** Excalidraw with the same cards and lines at the same places; its packages are in `test/bench/peers`. */
export async function excalidrawSubject(browser: Browser, size: number): Promise<Subject> {
  return peerSubject(browser, 'Excalidraw', 'peers/excalidraw', excalidrawElements(size));
}

async function peerSubject(
  browser: Browser,
  name: Subject['name'],
  folder: string,
  map: unknown,
): Promise<Subject> {
  const app = await servePage(folder, { 'map.json': JSON.stringify(map) });
  const context = await browser.newContext({ viewport });
  return {
    name,
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
