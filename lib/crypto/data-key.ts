import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import type { Instant } from "@/lib/clock";
import { UnsealError } from "./errors";
import { type JweContext, jweKeyId, openJwe, sealJwe } from "./jwe";
import { KeyMemory } from "./key-memory";
import { type KeyRing, keyRing } from "./key-ring";

/** A 256-bit key of one patient, connection, clinic or person who signs in. A KeyObject does not print and does not serialise. */
export interface DataKey {
  readonly id: string;
  readonly key: KeyObject;
}

export interface DataKeyOwner {
  readonly purpose: Extract<
    JweContext["purpose"],
    "patient-key" | "connection-key" | "user-key" | "clinic-key"
  >;
  /** The id of the patient, the connection, the clinic or the person who signs in. */
  readonly owner: string;
}

const KEY_BYTES = 32;

// Found by the owner, and given only for the very text that it was unwrapped from: a key whose row is gone can no longer be
// asked for, in any process. What is saved is the unwrapping only. The long text is compared, not looked up: of thousands
// of keys, hashing it would take longer than everything else here.
const unwrapped = new KeyMemory<{ readonly wrapped: string; readonly dataKey: DataKey }>();

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
  const known = knownDataKey(wrapped, owner);
  if (known !== null) return known.key;
  const bytes = await openJwe(wrapped, (id) => ring.find(id)?.key, owner);
  if (bytes.length !== KEY_BYTES) throw new UnsealError();
  const dataKey = { id: owner.owner, key: createSecretKey(bytes) };
  unwrapped.keep(slotOf(owner), owner.owner, { wrapped, dataKey });
  return dataKey;
}

/** A key that was unwrapped a moment ago, and until when this process keeps it at most. */
export interface KnownKey {
  readonly key: DataKey;
  readonly until: Instant;
}

/** The same where it was unwrapped from this very text a moment ago; null where `unwrapDataKey` has work to do. */
export function knownDataKey(wrapped: string, owner: DataKeyOwner): KnownKey | null {
  const known = unwrapped.find(slotOf(owner));
  return known?.key.wrapped === wrapped ? { key: known.key.dataKey, until: known.until } : null;
}

function slotOf({ purpose, owner }: DataKeyOwner): string {
  return `${purpose}/${owner}`;
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
  unwrapped.forget(owner);
}

function wrap(dataKey: DataKey, owner: DataKeyOwner, ring: KeyRing): Promise<string> {
  return sealJwe(dataKey.key.export(), ring.current, owner);
}
