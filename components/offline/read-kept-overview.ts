import { deleteCopy, readKept } from "./copy-store";
import { type OfflineOverview, readOfflineOverview } from "./offline-overview";
import { openCopy } from "./sealed-copy";
import { workerRegistration } from "./worker-registration";

export type KeptOverview =
  | {
      readonly status: "open";
      readonly overview: OfflineOverview;
      readonly keptAt: number;
      readonly readableUntil: number;
    }
  | { readonly status: "none" | "expired" | "unreadable" };

/** What this browser keeps, if it may still be read. What may not, or cannot, is deleted together with its key. */
export async function readKeptOverview(now: number): Promise<KeptOverview> {
  const copy = (await workerRegistration()) === null ? null : await readKept("copy");
  if (copy === null) return { status: "none" };
  const opened = await openCopy(copy, now);
  const overview = opened.status === "open" ? readOfflineOverview(opened.text) : null;
  if (overview !== null)
    return { status: "open", overview, keptAt: copy.keptAt, readableUntil: copy.readableUntil };
  await deleteCopy();
  return { status: opened.status === "expired" ? "expired" : "unreadable" };
}
