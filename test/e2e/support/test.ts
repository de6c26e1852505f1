import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { expect, inject, test as base } from 'vitest';
import { watchContext, type PageWatch } from './pageWatch';
import { startApp, type RunningApp } from './startApp';

/** What a test can ask for by naming it. Everything is closed when the test ends. */
interface BrowserFixtures {
  /** The real server with the production build, on a port of its own and an empty data folder; one per test file. */
  readonly app: RunningApp;
  readonly browser: Browser;
  /** A browser profile of its own (storage, service worker, network): one per person. */
  readonly newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of a new person, already at `path`; give `context` for a second tab of the same person. */
  readonly newPage: (options?: NewPageOptions) => Promise<Page>;
  /** The page of the only person, at the home screen. */
  readonly page: Page;
}

interface NewPageOptions extends BrowserContextOptions {
  readonly path?: string;
  readonly context?: BrowserContext;
}

/**
 * A browser in which nothing moves by itself and which fetches what it is asked for and no more. Tests about motion ask
 * for `reducedMotion: 'no-preference'`, those about a start without a network for `serviceWorkers: 'allow'`: keeping the
 * whole app for later costs more requests than opening it.
 */
const usual: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
};

/** Runs in the page: refuses service workers as some private windows do. */
function refuseServiceWorkers(): void {
  // Pages without a secure origin, such as the empty one, have none anyway.
  if (!('ServiceWorkerContainer' in globalThis)) return;
  ServiceWorkerContainer.prototype.register = () =>
    Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
}

/** Only ends what hangs: on a busy machine everything may take ten times as long. */
const patienceMs = 30_000;

/**
 * `test` of the browser tests. A test fails when a page it opened logged an error, threw, or asked another origin for
 * anything, unless it said so with `allowErrors`.
 */
export const test = base.extend<BrowserFixtures>({
  app: [
    // eslint-disable-next-line no-empty-pattern -- vitest wants the parameter destructured
    async ({}, provide) => {
      const app = await startApp();
      await provide(app);
      await app.stop();
    },
    { scope: 'file' },
  ],
  browser: [
    // eslint-disable-next-line no-empty-pattern -- vitest wants the parameter destructured
    async ({}, provide) => {
      const endpoints = inject('browserEndpoints');
      const endpoint = endpoints[Number(process.env['VITEST_POOL_ID']) - 1];
      if (endpoint === undefined) throw new Error('There is no browser for this worker.');
      const browser = await chromium.connect(endpoint);
      await provide(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  newContext: async ({ app, browser }, provide) => {
    const contexts: BrowserContext[] = [];
    const watches: PageWatch[] = [];
    await provide(async ({ serviceWorkers = 'block', ...options } = {}) => {
      const context = await browser.newContext({ baseURL: app.origin, ...usual, ...options });
      if (serviceWorkers === 'block') await context.addInitScript(refuseServiceWorkers);
      context.setDefaultTimeout(patienceMs);
      contexts.push(context);
      watches.push(watchContext(context, app.origin));
      return context;
    });
    const problems = watches.flatMap((watch) => watch.problems());
    await Promise.all(contexts.map((context) => context.close()));
    expect(problems, 'errors in the browser').toEqual([]);
  },
  newPage: async ({ newContext }, provide) => {
    await provide(async ({ path = '/', context, ...options } = {}) => {
      const page = await (context ?? (await newContext(options))).newPage();
      await page.goto(path);
      return page;
    });
  },
  page: async ({ newPage }, provide) => {
    await provide(await newPage());
  },
});
