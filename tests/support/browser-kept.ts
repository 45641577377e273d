import type { Page } from "@playwright/test";

/** What this browser holds for our origin. */
export interface Remains {
  readonly databases: readonly string[];
  readonly caches: readonly string[];
  readonly workers: number;
}

export const NOTHING: Remains = { databases: [], caches: [], workers: 0 };

export function remainsIn(page: Page): Promise<Remains> {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ""),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

/** Everything that lies in the store and in the caches, as a thief with the browser's console would read it. */
export function rawContents(page: Page): Promise<{
  readonly records: readonly string[];
  readonly bytes: readonly string[];
  readonly cached: Readonly<Record<string, string>>;
  readonly exports: readonly string[];
}> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("no reason")));
      });
    const records: string[] = [];
    const bytes: string[] = [];
    const exports: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ""));
      for (const store of database.objectStoreNames) {
        const rows: unknown[] = await settled(database.transaction(store).objectStore(store).getAll());
        for (const row of rows) {
          records.push(JSON.stringify(row));
          for (const part of Object.values(row ?? {})) {
            if (part instanceof ArrayBuffer) bytes.push(new TextDecoder("latin1").decode(part));
            if (part instanceof CryptoKey)
              exports.push(
                await crypto.subtle.exportKey("raw", part).then(
                  () => "exported",
                  () => "refused",
                ),
              );
          }
        }
      }
      database.close();
    }
    const cached: Record<string, string> = {};
    for (const cacheName of await caches.keys()) {
      const cache = await caches.open(cacheName);
      for (const request of await cache.keys())
        cached[new URL(request.url).pathname] = (await (await cache.match(request))?.text()) ?? "";
    }
    return { records, bytes, cached, exports };
  });
}
