import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Fails when text is cut off without an ellipsis, when a button or field lies outside the window or under something
 * else, or when the page
 * scrolls. Whatever lies on the canvas (`.react-flow`, `.gutter`) or in a table and
 * its tabs may be out of sight: they pan and scroll.
 */
export async function expectEverythingFits(page: Page): Promise<void> {
  const size = page.viewportSize();
  const message = `what does not fit ${size?.width} × ${size?.height} at ${page.url()}`;
  // Popups follow a resized window a frame or two later.
  await expect.poll(() => problemsOf(page), { message }).toEqual([]);
}

async function problemsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element): string =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 60)}`;
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    // What is there for screen readers alone is one pixel large on purpose.
    const isForEyes = ({ width, height }: DOMRect): boolean => width > 2 && height > 2;
    const ancestorsOf = (element: Element): readonly Element[] =>
      element.parentElement ? [element.parentElement, ...ancestorsOf(element.parentElement)] : [];
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect();
      if (!isShown(element) || !isForEyes(box)) continue;
      const style = getComputedStyle(element);
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      const cutsX = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const cutsY = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      const canScroll = [style.overflowX, style.overflowY].some(
        (value) => value === 'auto' || value === 'scroll',
      );
      const isShortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (hasText && (cutsX || cutsY) && !canScroll && !isShortened) found.push(`cut off: ${name(element)}`);
      const isControl = element.matches('button, input, select, textarea, a[href]');
      const isOutside = box.right > innerWidth + 1 || box.left < -1;
      if (isControl && isOutside && !element.closest('.react-flow, [role=grid], [role=tablist]'))
        found.push(`outside: ${name(element)}`);
    }
    // What an open dialog or menu sets aside is covered on purpose.
    const isModal = document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null;
    for (const control of isModal
      ? []
      : document.querySelectorAll('button, input, select, textarea, a[href]')) {
      const { left, top, width, height } = control.getBoundingClientRect();
      if (!isShown(control) || width <= 2 || control.closest('.react-flow, .gutter, [role=grid], [inert]'))
        continue;
      const [x, y] = [left + width / 2, top + height / 2];
      const isScrolledAway = ancestorsOf(control).some((ancestor) => {
        const box = ancestor.getBoundingClientRect();
        const isOut = x < box.left || x > box.right || y < box.top || y > box.bottom;
        return isOut && getComputedStyle(ancestor).overflowY !== 'visible';
      });
      const there = document.elementFromPoint(x, y);
      if (isScrolledAway || !there || control.contains(there) || there.contains(control)) continue;
      found.push(`covered: ${name(control)} by ${name(there)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    const { scrollHeight, clientHeight } = document.documentElement;
    // Enlarged four times a workspace is taller than the window, on purpose.
    const tallest = Math.max(clientHeight, 420);
    if (scrollHeight > tallest) found.push(`the page is ${scrollHeight - clientHeight} px too long`);
    return found;
  });
}
