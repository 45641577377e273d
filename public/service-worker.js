// Registered only when somebody asked to read their last overview offline (components/offline/keep-overview.ts), and
// gone when they take that back. It answers when the network does not, with one page that holds nothing of anybody and
// the files of the build which that page needs. It stores nothing itself: no answer with data ever passes into a cache.

// The same name as in components/offline/offline-page-cache.ts.
const CACHE = "hindsight-offline-page";
const PAGE = "/offline";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => insteadOf(pathname)));
  else if (pathname.startsWith("/_next/static/"))
    event.respondWith(fetch(request).catch(async () => (await kept(request)) ?? Response.error()));
});

async function insteadOf(pathname) {
  const page = await kept(PAGE);
  if (page === undefined) return Response.error();
  // The address bar says what is shown: the saved copy, not the page that could not be reached.
  return pathname === PAGE ? page : Response.redirect(PAGE);
}

async function kept(request) {
  return (await caches.open(CACHE)).match(request, { ignoreVary: true });
}
