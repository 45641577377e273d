import { userActor } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/db/client";
import { inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { refused } from "@/lib/refusals";
import { readAccount } from "./data";
import { userKey } from "./keys";
import { openClaims } from "./oidc-identity";
import type { ViewerIdentity } from "./schema";

/** How the signed-in person would be known to whoever lets them in; null while that is not enough to be let in. */
export function ownIdentity(
  userId: string,
  options: TransactionOptions = {},
): Promise<ViewerIdentity | null> {
  return inUserTransaction(userActor(userId), (tx) => identityOf(tx, userId), options);
}

/**
 * How somebody is known: by the name that their organisation vouches for, else by the one they gave and a confirmed
 * address; null while there is neither. The transaction acts as them.
 */
export async function identityOf(tx: Transaction, userId: string): Promise<ViewerIdentity | null> {
  const oidc = await tx.oidcIdentity.findFirst({
    where: { userId },
    select: { id: true, issuer: true, sealed: true },
  });
  if (oidc) {
    const place = { identityId: oidc.id, userId };
    const { name } = openClaims(oidc.sealed, place, await userKey(tx, userId));
    // Never the name they gave themselves: it would look vouched for.
    if (name !== null) return { name, verifiedBy: { kind: "oidc", issuer: oidc.issuer } };
  }
  const account = await readAccount(tx, userId);
  if (!account?.name || !account.email) return null;
  return { name: account.name, verifiedBy: { kind: "email", address: account.email.address } };
}

/** The same for what nobody may do who is not known; the transaction acts as them. */
export async function demandIdentity(tx: Transaction, userId: string): Promise<ViewerIdentity> {
  const identity = await identityOf(tx, userId);
  if (identity !== null) return identity;
  const user = await tx.user.findUnique({ where: { id: userId }, select: { nameSealed: true } });
  throw refused(user?.nameSealed ? "verified-first" : "name-first");
}
