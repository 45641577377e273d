import { createSecretKey, type KeyObject } from "node:crypto";
import { env } from "@/lib/env";

/** A key-encryption key. `id` stands in the header of everything that it wraps. */
export interface WrappingKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The keys of ENCRYPTION_KEYS: new wrappings use the current one, old ones are still opened. */
export interface KeyRing {
  readonly current: WrappingKey;
  find(id: string): WrappingKey | undefined;
}

/** `keys` as `lib/env.ts` reads them: the first is the current one. Throws when there is none. */
export function createKeyRing(keys: readonly { readonly id: string; readonly key: Uint8Array }[]): KeyRing {
  const ring = keys.map(({ id, key }): WrappingKey => ({ id, key: createSecretKey(key) }));
  const [current] = ring;
  if (!current) throw new Error("A key ring needs at least one key.");
  return { current, find: (id) => ring.find((candidate) => candidate.id === id) };
}

let fromEnvironment: KeyRing | undefined;

/** The ring of this process's settings. */
export function keyRing(): KeyRing {
  fromEnvironment ??= createKeyRing(env().ENCRYPTION_KEYS);
  return fromEnvironment;
}
