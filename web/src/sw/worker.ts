/// <reference lib="webworker" />
/** Keeps the application itself, so that it opens at once and without a link. Answers of the interface are never kept here. */
export type {};
declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: the files of the application, without the map's. */
declare const __FILES__: string[];
/** Put in by the build: changes with the files. */
declare const __BUILD__: string;

const KIND = 'airbridge-';
const CACHE = `${KIND}${__BUILD__}`;
const PAGE = '/';

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      // The page as the server has it now; its files have names that change with what is in them.
      await cache.addAll([new Request(PAGE, { cache: 'reload' }), ...__FILES__]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // The build before stays: windows that are open still ask for its files.
      const others = (await caches.keys()).filter((name) => name.startsWith(KIND) && name !== CACHE);
      for (const name of others.slice(0, -1)) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    event.respondWith(page(request));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(asset(request));
  }
});

/**
 * The page that is kept, with the files that belong to it: over a bad line it opens at once, and never as a half of the build before. Another build is
 * fetched by the browser beside it, whole, and is there the next time.
 */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(PAGE)) ?? fetch(request);
}

/** Names of assets change with what is in them: one that is kept is good for ever. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(CACHE)).put(request, fresh.clone());
  return fresh;
}
