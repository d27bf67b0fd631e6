// The service worker of the installed app. It keeps what never changes, says in words that there is
// no connection, and takes what phones share; pages, the API and media always come from the server.
const shell = "vitrine-shell";
const assets = "vitrine-assets";
const shared = "vitrine-shared";
const offlinePage = "/offline";
const mostAssets = 300;

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("message", ({ data }) => {
  // The language was changed.
  if (data === "keep-offline-page") void keepOfflinePage().catch(() => {});
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== self.location.origin) return;
  if (method === "POST" && pathname === "/share/files") event.respondWith(receive(event.request));
  if (method !== "GET") return;
  if (pathname.startsWith("/_next/static/")) event.respondWith(kept(event));
  else if (mode === "navigate" && isPage(pathname)) event.respondWith(page(event));
});

/** The player looks after itself, and downloads are no pages. */
function isPage(pathname) {
  return !/^\/(api|data|media|offline|screen|_next)(\/|$)/.test(pathname);
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith("vitrine-") && ![shell, assets, shared].includes(name))
      await caches.delete(name);
  }
  // The question for a page need not wait until this worker has been started.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function keepOfflinePage() {
  const cache = await caches.open(shell);
  await cache.add(new Request(offlinePage, { cache: "reload" }));
}

async function page({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch (error) {
    const kept = await caches.match(offlinePage, { cacheName: shell });
    if (!kept) throw error;
    return kept;
  }
}

/** Names of assets carry a hash of what is in them. */
async function kept(event) {
  const cache = await caches.open(assets);
  const known = await cache.match(event.request);
  if (known) return known;
  const response = await fetch(event.request);
  if (response.ok) {
    event.waitUntil(keep(cache, event.request, response.clone()).catch(() => {}));
  }
  return response;
}

async function keep(cache, request, response) {
  await cache.put(request, response);
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - mostAssets))) await cache.delete(old);
}

/** Keeps the files until the person has said where they belong: components/share reads them. */
async function receive(request) {
  const form = await request.formData();
  const files = form.getAll("files").filter((value) => value instanceof File && value.size > 0);
  const cache = await caches.open(shared);
  for (const [index, file] of files.entries()) {
    const headers = {
      "content-type": file.type || "application/octet-stream",
      "x-name": encodeURIComponent(file.name),
      "x-modified": String(file.lastModified),
    };
    await cache.put(`/share/files/${Date.now()}-${index}`, new Response(file, { headers }));
  }
  return Response.redirect("/share", 303);
}
