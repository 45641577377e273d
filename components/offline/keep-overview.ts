import { answerField, textField } from "@/components/forms/answer-field";
import { API_PATHS } from "@/lib/routes";
import { deleteCopy, keep, readKept } from "./copy-store";
import { forgetOffline } from "./forget-offline";
import { keepOfflinePage } from "./offline-page-cache";
import { type CopyDates, sealCopy } from "./sealed-copy";
import { workerRegistration } from "./worker-registration";

const WORKER = "/service-worker.js";

interface Fetched {
  readonly owner: string;
  /** The overview as JSON text. */
  readonly text: string;
}

/** Begins to keep the last overview on this device. All of it works, or nothing stays. */
export async function turnOfflineOn(): Promise<CopyDates> {
  try {
    const fetched = await fetchOverview();
    if (fetched === null) throw new Error("Nobody is signed in any more");
    await navigator.serviceWorker.register(WORKER);
    await keepOfflinePage();
    await keep("choice", { owner: fetched.owner });
    return await keepCopy(fetched);
  } catch (error) {
    await forgetOffline();
    throw error;
  }
}

/** Replaces the copy by the newest overview, if the person who is signed in wished for one on this device. */
export async function refreshKept(): Promise<void> {
  const choice = await choiceHere();
  if (choice === null) return;
  const fetched = await fetchOverview();
  if (fetched === null) return deleteCopy();
  if (fetched.owner !== choice.owner) return forgetOffline();
  // Somebody may have signed out, or turned it off, while the answer was on its way.
  if ((await choiceHere()) === null) return;
  await keepCopy(fetched);
  await keepOfflinePage();
}

/** The session is over: the copy goes, the wish stays for when the same person comes back. */
export async function dropCopy(): Promise<void> {
  if ((await choiceHere()) !== null) await deleteCopy();
}

/** When the copy was kept and until when it can be read; null while offline reading is off or no copy is there. */
export async function keptHere(): Promise<{ readonly on: boolean; readonly dates: CopyDates | null }> {
  if ((await choiceHere()) === null) return { on: false, dates: null };
  return { on: true, dates: await readKept("copy") };
}

// Without the worker there is no wish, and asking the store for one would create it.
async function choiceHere() {
  return (await workerRegistration()) === null ? null : readKept("choice");
}

async function keepCopy({ text }: Fetched): Promise<CopyDates> {
  const copy = await sealCopy(text, Date.now());
  await keep("copy", copy);
  return copy;
}

/** Null without a session. */
async function fetchOverview(): Promise<Fetched | null> {
  const response = await fetch(API_PATHS.offlineOverview, { cache: "no-store" });
  if (response.status === 401) return null;
  const answer: unknown = response.ok ? await response.json() : null;
  const owner = textField(answer, "owner");
  if (owner === null) throw new Error("The overview could not be loaded");
  return { owner, text: JSON.stringify(answerField(answer, "overview")) };
}
