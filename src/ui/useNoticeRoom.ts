import { useLayoutEffect, type RefObject } from 'react';
import { notices } from './notices';

/**
 * Notices stand above what this component shows at the foot of the page, so many CSS pixels high, while it is there. Told
 * and not looked for (`:root:has(…)`): a page that asks what is in it is styled anew with everything that comes and goes.
 *
 * @param above what the height is counted from the lower edge of, where that is not the foot of the page
 */
export function useNoticeRoom(height: number, above?: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = above?.current;
    if (!element) return notices.keepRoom(height);
    let leave: (() => void) | null = null;
    let room = -1;
    const measure = (): void => {
      const below = Math.max(0, window.innerHeight - element.getBoundingClientRect().bottom);
      const next = height + Math.round(below);
      if (next === room) return;
      leave?.();
      room = next;
      leave = notices.keepRoom(next);
    };
    // Whatever opens below it makes it lower.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
      leave?.();
    };
  }, [height, above]);
}
