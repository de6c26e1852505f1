import type { Page } from 'playwright-core';

declare global {
  /** When the first frame with cards, or a picture of them, in it was presented, ms since the navigation began. */
  var firstCardsAt: number | undefined;
}

/** Makes every page that `page` goes to note when its first cards are on the screen. */
export async function watchFirstCards(page: Page): Promise<void> {
  // Functions compiled for Node name themselves through this helper, which a page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(() => {
    const isSeen = (card: Element): boolean => {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      const isOnScreen = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      // React Flow hides a node until it knows its size.
      return isOnScreen && card.checkVisibility({ visibilityProperty: true });
    };
    const look = (): void => {
      if (
        ![...document.querySelectorAll('.react-flow__node .card, [data-drawn], #map-stand-in')].some(isSeen)
      ) {
        requestAnimationFrame(look);
        return;
      }
      // The frame this runs in is painted before the next task.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        globalThis.firstCardsAt = performance.now();
      });
      port1.start();
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** Waits for the first cards and says when they came, ms since the navigation began. */
export async function firstCardsAt(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => globalThis.firstCardsAt, undefined, { timeout: 60_000 });
  return (await found.jsonValue()) as number;
}
