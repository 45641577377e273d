import type { DataKey } from "@/lib/crypto/data-key";
import { seal, unseal } from "@/lib/crypto/seal";

const contextOf = (userId: string) => ["person-name", userId] as const;

/** A person's name as others see it, sealed under their own key. */
export function sealName(name: string, userId: string, { key }: DataKey): Buffer<ArrayBuffer> {
  return seal(Buffer.from(name, "utf8"), key, contextOf(userId));
}

/** Throws `UnsealError` for what was changed or moved. */
export function openName(sealed: Uint8Array, userId: string, { key }: DataKey): string {
  return unseal(sealed, key, contextOf(userId)).toString("utf8");
}
