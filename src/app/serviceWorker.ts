/// <reference lib="webworker" />
/**
 * Keeps the app itself on the device, so that a cold start needs no network. Maps are not its business: they live in
 * IndexedDB. A new version waits until the user asks for it; it never takes over a page that is being worked in.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
/** Every file of the app, and a digest over them all; put in by the build. */
declare const __PRECACHE__: readonly { readonly url: string; readonly revision: string }[];
declare const __APP_VERSION__: string;

const cacheName = `throughline-${__APP_VERSION__}`;
const shell = '/index.html';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(__PRECACHE__.map(({ url }) => new Request(url, { cache: 'reload' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim()));
});

/** The version before this one stays: tabs that still run it fetch parts of it on demand. */
async function forgetOldVersions(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/'))
    return;
  event.respondWith(answer(request, request.mode === 'navigate' ? shell : url.pathname));
});

async function answer(request: Request, wanted: string): Promise<Response> {
  const current = await caches.open(cacheName);
  return (await current.match(wanted)) ?? (await caches.match(wanted)) ?? fetch(request);
}
