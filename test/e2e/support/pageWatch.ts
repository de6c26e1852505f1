import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/** What the browser says about every request and socket while it is cut off. */
const networkErrors =
  /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|FAILED)|Error in connection establishment/;

/**
 * Collects what must not happen in a browser while a test runs: errors in the console (broken content-security
 * policy among them), exceptions nobody caught, requests to another origin than the app's.
 */
export interface PageWatch {
  /** What has gone wrong so far, without what the test said it expects. */
  problems(): readonly string[];
  /** Errors that belong to the test's story, such as a refused file. */
  allow(pattern: RegExp): void;
}

const watches = new WeakMap<BrowserContext, PageWatch>();

/** Watches every page of a context. */
export function watchContext(context: BrowserContext, origin: string): PageWatch {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  const report = (problem: string): void => {
    seen.push(problem);
  };
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error') return;
    const { url, lineNumber } = message.location();
    report(`console error: ${message.text()} (${url}:${lineNumber})`);
  });
  context.on('weberror', (error) => report(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      report(`third-party request: ${request.url()}`);
  });
  const watch: PageWatch = {
    problems: () => seen.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
    allow: (pattern) => void allowed.push(pattern),
  };
  watches.set(context, watch);
  return watch;
}

/** Says that an error in this page's console is part of the test's story. */
export function allowErrors(page: Page, pattern: RegExp): void {
  const watch = watches.get(page.context());
  if (!watch) throw new Error('The page was not opened through newPage or newContext.');
  watch.allow(pattern);
}

/** Cuts a person's browser off: requests fail, open sockets go silent. The browser's complaints about it are expected. */
export async function goOffline(page: Page): Promise<void> {
  allowErrors(page, networkErrors);
  await page.context().setOffline(true);
}

/** Gives a person's browser the network back. */
export async function goOnline(page: Page): Promise<void> {
  await page.context().setOffline(false);
}

/** What the browser says about every request while the server is away. */
const serverAwayErrors =
  /net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE)|WebSocket connection to .* failed/;

/** Says that the server will be away during this page's story. */
export function expectServerAway(page: Page): void {
  allowErrors(page, serverAwayErrors);
}
