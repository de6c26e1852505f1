import { t } from './i18n/t';

/**
 * How long news is gathered before it is read out as one, ms: what one act says in two places is one sentence, and the
 * answer still feels immediate (below 0.1 s, Nielsen 1993).
 */
const gatherMs = 80;
/** How many of them are read; the rest becomes a number. */
const mostRead = 3;

/** Gathers short news for screen readers and hands them on in batches, so that a busy map does not chatter. */
export interface Announcements {
  readonly announce: (text: string) => void;
  /** Calls back with each batch as one text; returns the way to stop. */
  readonly subscribe: (listener: (text: string) => void) => () => void;
}

/** @param schedule Runs a function after some milliseconds; setTimeout in the browser. */
export function createAnnouncements(schedule: (run: () => void, ms: number) => void): Announcements {
  const listeners = new Set<(text: string) => void>();
  let waiting: string[] = [];

  const flush = (): void => {
    const texts = [...new Set(waiting)];
    waiting = [];
    const rest = texts.length - mostRead;
    const read = rest > 0 ? [...texts.slice(0, mostRead), t('ui.moreAnnouncements', { count: rest })] : texts;
    for (const listener of listeners) listener(read.join('. '));
  };

  return {
    announce: (text) => {
      waiting.push(text);
      if (waiting.length === 1) schedule(flush, gatherMs);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The announcements of this page, read out by LiveRegion. */
export const announcements = createAnnouncements((run, ms) => setTimeout(run, ms));
