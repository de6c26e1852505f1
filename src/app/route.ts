import { useSyncExternalStore } from 'react';
import { isMapId } from '../model/ids';

/** The page an address leads to. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'map'; readonly mapId: string }
  | { readonly page: 'unknown'; readonly path: string };

/** Reads an address path. What has not the form of a map's address is unknown, whatever it says. */
export function parseRoute(path: string): Route {
  if (path === '/' || path === '/index.html') return { page: 'home' };
  const match = /^\/m\/([^/]+)\/?$/.exec(path);
  if (match?.[1] !== undefined && isMapId(match[1])) return { page: 'map', mapId: match[1] };
  return { page: 'unknown', path };
}

/** The address of a map on this server. */
export function mapPath(mapId: string): string {
  return `/m/${mapId}`;
}

/** The secret of the link one came by: what stands after `#k=`. Browsers send that part to nobody. Null without. */
export function linkSecret(): string | null {
  return /^#k=([A-Za-z0-9_-]{1,64})$/.exec(location.hash)?.[1] ?? null;
}

/** Takes the secret out of the address, so that nobody copies it from there or sees it over one's shoulder. */
export function forgetLinkSecret(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

const changed = new EventTarget();

/** Goes to another page without loading the app again. */
export function navigate(path: string): void {
  history.pushState(null, '', path);
  changed.dispatchEvent(new Event('change'));
}

function subscribe(listener: () => void): () => void {
  changed.addEventListener('change', listener);
  window.addEventListener('popstate', listener);
  return () => {
    changed.removeEventListener('change', listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The current address path. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}
