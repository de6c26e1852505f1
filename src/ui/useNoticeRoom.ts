import { useLayoutEffect } from 'react';
import { notices } from './notices';

/**
 * Notices stand above what this component shows at the foot of the page, so many CSS pixels high, while it is there. Told
 * and not looked for (`:root:has(…)`): a page that asks what is in it is styled anew with everything that comes and goes.
 */
export function useNoticeRoom(height: number): void {
  useLayoutEffect(() => notices.keepRoom(height), [height]);
}
