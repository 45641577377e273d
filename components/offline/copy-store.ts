import type { SealedCopy } from "./sealed-copy";

// The one place where anything about a person stays in a browser: on their wish, sealed, for twelve hours.

const DATABASE = "hindsight-offline";
const STORE = "kept";

/** Whose wish it was, as an opaque mark: somebody else who signs in on this device has made no such wish. */
export interface Choice {
  readonly owner: string;
}

interface Kept {
  readonly choice: Choice;
  readonly copy: SealedCopy;
}

export async function readKept<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | null> {
  const get = (store: IDBObjectStore) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `keep` writes; what was changed will not open
    store.get(name) as IDBRequest<Kept[Name] | undefined>;
  return (await inStore("readonly", get)) ?? null;
}

export async function keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void> {
  await inStore("readwrite", (store) => store.put(value, name));
}

/** Key and ciphertext go together: they are one record. */
export async function deleteCopy(): Promise<void> {
  await inStore("readwrite", (store) => store.delete("copy"));
}

/** Everything. Resolves even while another tab still has the database open: the browser deletes it as that one lets go. */
export function deleteStore(): Promise<void> {
  const request = indexedDB.deleteDatabase(DATABASE);
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve());
    request.addEventListener("blocked", () => resolve());
    request.addEventListener("error", () =>
      reject(new Error("The copy could not be deleted", { cause: request.error })),
    );
  });
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openStore();
  // A connection that stayed open would block the deletion.
  database.addEventListener("versionchange", () => database.close());
  try {
    const transaction = database.transaction(STORE, mode);
    const [result] = await Promise.all([settled(act(transaction.objectStore(STORE))), finished(transaction)]);
    return result;
  } finally {
    database.close();
  }
}

function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
  return settled(request);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser's store failed")));
  });
}

/** On disk, not only accepted. */
function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () =>
      reject(transaction.error ?? new Error("The browser's store refused")),
    );
  });
}
