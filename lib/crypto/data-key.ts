import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { UnsealError } from "./errors";
import { type JweContext, jweKeyId, openJwe, sealJwe } from "./jwe";
import { type KeyRing, keyRing } from "./key-ring";

/** A 256-bit key of one patient or one connection. A KeyObject does not print and does not serialise. */
export interface DataKey {
  readonly id: string;
  readonly key: KeyObject;
}

export interface DataKeyOwner {
  readonly purpose: Extract<JweContext["purpose"], "patient-key" | "connection-key">;
  /** The id of the patient or the connection. */
  readonly owner: string;
}

const KEY_BYTES = 32;
const CACHED_MAX = 512;

// Keyed by the wrapped text, never by the owner: a key whose row is gone can no longer be asked for, in any process.
// What is saved is the unwrapping only. A Map keeps insertion order, so its first entry is the least recently used.
const unwrapped = new Map<string, DataKey>();

/** A new key and its wrapped form for the `keys` schema. */
export async function createDataKey(
  owner: DataKeyOwner,
  ring: KeyRing = keyRing(),
): Promise<{ readonly dataKey: DataKey; readonly wrapped: string }> {
  const dataKey = { id: owner.owner, key: createSecretKey(randomBytes(KEY_BYTES)) };
  return { dataKey, wrapped: await wrap(dataKey, owner, ring) };
}

/** The key inside `wrapped`. Throws `UnsealError` when it is somebody else's, changed, or its wrapping key is gone. */
export async function unwrapDataKey(
  wrapped: string,
  owner: DataKeyOwner,
  ring: KeyRing = keyRing(),
): Promise<DataKey> {
  const slot = `${owner.purpose}/${owner.owner}/${wrapped}`;
  const cached = unwrapped.get(slot);
  if (cached) {
    unwrapped.delete(slot);
    unwrapped.set(slot, cached);
    return cached;
  }
  const bytes = await openJwe(wrapped, (id) => ring.find(id)?.key, owner);
  if (bytes.length !== KEY_BYTES) throw new UnsealError();
  const dataKey = { id: owner.owner, key: createSecretKey(bytes) };
  unwrapped.set(slot, dataKey);
  const [oldest] = unwrapped.keys();
  if (unwrapped.size > CACHED_MAX && oldest !== undefined) unwrapped.delete(oldest);
  return dataKey;
}

/** The same key under the ring's current wrapping key; null when it is already. Nothing it sealed is touched. */
export async function rewrapDataKey(
  wrapped: string,
  owner: DataKeyOwner,
  ring: KeyRing = keyRing(),
): Promise<string | null> {
  if (jweKeyId(wrapped) === ring.current.id) return null;
  return wrap(await unwrapDataKey(wrapped, owner, ring), owner, ring);
}

/** Lets go of an erased owner's keys in this process's memory. */
export function forgetDataKeys(owner: string): void {
  for (const [slot, { id }] of unwrapped) if (id === owner) unwrapped.delete(slot);
}

function wrap(dataKey: DataKey, owner: DataKeyOwner, ring: KeyRing): Promise<string> {
  return sealJwe(dataKey.key.export(), ring.current, owner);
}
