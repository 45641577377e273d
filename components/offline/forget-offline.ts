import { deleteStore } from "./copy-store";
import { deleteOfflinePage } from "./offline-page-cache";
import { workerRegistration } from "./worker-registration";

/**
 * Leaves nothing in this browser: the sealed copy with its key, the wish to keep one, the page that shows it, the
 * worker. Each goes even if another cannot.
 */
export async function forgetOffline(): Promise<void> {
  await Promise.allSettled([
    deleteStore(),
    deleteOfflinePage(),
    workerRegistration().then((registration) => registration?.unregister()),
  ]);
}
