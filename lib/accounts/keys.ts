import { createDataKey, type DataKey, unwrapDataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";

const ownedBy = (userId: string) => ({ purpose: "user-key", owner: userId }) as const;

/**
 * The key under which what a person says about themselves is sealed, made at the first need. The transaction must act
 * as that person: row-level security shows the key to nobody else.
 */
export async function userKey(tx: Transaction, userId: string): Promise<DataKey> {
  const known = await tx.userKey.findUnique({ where: { userId }, select: { wrapped: true } });
  if (known) return unwrapDataKey(known.wrapped, ownedBy(userId));
  const { wrapped } = await createDataKey(ownedBy(userId));
  // Two first needs at once: whoever came second uses the key that is there.
  await tx.userKey.createMany({ data: { userId, wrapped }, skipDuplicates: true });
  const kept = await tx.userKey.findUniqueOrThrow({ where: { userId }, select: { wrapped: true } });
  return unwrapDataKey(kept.wrapped, ownedBy(userId));
}
