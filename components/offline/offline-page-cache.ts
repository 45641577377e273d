import { PATHS } from "@/lib/routes";

/** The same name as in public/service-worker.js. */
const CACHE = "hindsight-offline-page";
const BUILD_FILES = /\/_next\/static\/[^"'\\\s<>]+/g;
const FONT = /\/_next\/static\/media\/[^/]+\.woff2$/;

/** The files of the build that a page names in its markup or in what it sends for its components. */
export function buildFilesOf(html: string): string[] {
  return [...new Set(html.match(BUILD_FILES))];
}

/**
 * Keeps the page for readers without a network, and what it needs to run. It says nothing about anybody: what it shows
 * comes from the sealed copy. Files first, the page last, so that a page that is there can always run.
 */
export async function keepOfflinePage(): Promise<void> {
  const page = await fetch(PATHS.offline, { cache: "no-store" });
  if (!page.ok || page.redirected) throw new Error("The offline page could not be loaded");
  const files = [...buildFilesOf(await page.clone().text()), ...fontsInUse()];
  const cache = await caches.open(CACHE);
  await Promise.all(files.map(async (file) => (await cache.match(file)) ?? cache.add(file)));
  await cache.put(PATHS.offline, page);
  await dropOthers(cache, [PATHS.offline, ...files]);
}

export async function deleteOfflinePage(): Promise<void> {
  await caches.delete(CACHE);
}

/** Of the many parts of a typeface only those that this reader's language needs. */
function fontsInUse(): string[] {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => FONT.test(path));
}

/** Files of builds that have gone. */
async function dropOthers(cache: Cache, paths: readonly string[]): Promise<void> {
  const needed = new Set(paths.map((path) => new URL(path, globalThis.location.origin).href));
  for (const request of await cache.keys()) if (!needed.has(request.url)) await cache.delete(request);
}
