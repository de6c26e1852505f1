/** What happens to the page that matters to storing and sending. */
export type PageEvent =
  /** The page may not get another moment: hidden, frozen, or about to go. */
  | 'hide'
  /** The page is looked at (again). */
  | 'show'
  | 'online'
  | 'offline';

/** The page this tab shows. Passed in, so that tests hide it and cut its network. */
export interface PageLife {
  readonly isHidden: () => boolean;
  readonly isOnline: () => boolean;
  /** Calls back at every event. Returns the way to stop. */
  observe(listener: (event: PageEvent) => void): () => void;
}

/** The browser's own page. */
export function browserPageLife(): PageLife {
  return {
    isHidden: () => document.visibilityState === 'hidden',
    isOnline: () => navigator.onLine,
    observe(listener) {
      const stop = new AbortController();
      const { signal } = stop;
      const visibility = (): void => listener(document.visibilityState === 'hidden' ? 'hide' : 'show');
      document.addEventListener('visibilitychange', visibility, { signal });
      window.addEventListener('pagehide', () => listener('hide'), { signal });
      window.addEventListener('pageshow', () => listener('show'), { signal });
      window.addEventListener('online', () => listener('online'), { signal });
      window.addEventListener('offline', () => listener('offline'), { signal });
      return () => stop.abort();
    },
  };
}
