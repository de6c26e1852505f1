import type { BrowserContext, Page } from 'playwright-core';

declare global {
  /** When the first frame with cards, or a picture of them, in it was presented, ms since the navigation began. */
  var firstCardsAt: number | undefined;
  /** The same for cards that can be worked on, not a picture of them. */
  var firstEditableAt: number | undefined;
}

/** So long after a tab was opened the browser is done with what it does for every new tab, ms. */
const tabIsOpenMs = 1_500;

/**
 * A tab in which one can go somewhere. Chromium starts pages of its own for a new tab, which take half a core for a second:
 * whoever measured from there would measure them too.
 */
export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.waitForTimeout(tabIsOpenMs);
  return page;
}

/** Makes every page that `page` goes to note when its first cards are on the screen. */
export async function watchFirstCards(page: Page): Promise<void> {
  // Functions compiled for Node name themselves through this helper, which a page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(() => {
    const cards = '.react-flow__node .card, [data-drawn]';
    const isSeen = (card: Element): boolean => {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      const isOnScreen = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      // React Flow hides a node until it knows its size.
      return isOnScreen && card.checkVisibility({ visibilityProperty: true });
    };
    /** The frame this is asked for in is painted before the next task. */
    const oncePainted = (note: () => void): void => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', note);
      port1.start();
      port2.postMessage(null);
    };
    const look = (selector: string, note: () => void): void => {
      if ([...document.querySelectorAll(selector)].some(isSeen)) oncePainted(note);
      else requestAnimationFrame(() => look(selector, note));
    };
    look(`${cards}, #map-stand-in`, () => {
      globalThis.firstCardsAt = performance.now();
    });
    look(cards, () => {
      globalThis.firstEditableAt = performance.now();
    });
  });
}

/** Waits for the first cards and says when they came, ms since the navigation began. */
export async function firstCardsAt(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => globalThis.firstCardsAt, undefined, { timeout: 60_000 });
  return (await found.jsonValue()) as number;
}

/** Waits for the first cards that can be worked on and says when they came, ms since the navigation began. */
export async function firstEditableAt(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => globalThis.firstEditableAt, undefined, { timeout: 120_000 });
  return (await found.jsonValue()) as number;
}
