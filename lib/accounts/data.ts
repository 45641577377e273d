import { userActor } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/db/client";
import { inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { openAddress } from "./email-identity";
import { userKey } from "./keys";
import { openName } from "./person-name";
import type { Account } from "./status";

/** What somebody has told about themselves and how they may sign in; null when they are gone. */
export function accountOf(userId: string, options: TransactionOptions = {}): Promise<Account | null> {
  return inUserTransaction(userActor(userId), (tx) => readAccount(tx, userId), options);
}

/** The same in a transaction that acts as this person already. */
export async function readAccount(tx: Transaction, userId: string): Promise<Account | null> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: {
      nameSealed: true,
      emailAddress: { select: { id: true, sealed: true, confirmedAt: true } },
      _count: { select: { patients: true, oidcAccounts: true, passkeys: true } },
    },
  });
  if (!user) return null;
  const { nameSealed, emailAddress, _count } = user;
  const key = nameSealed || emailAddress ? await userKey(tx, userId) : null;
  return {
    name: key && nameSealed && openName(nameSealed, userId, key),
    email: key &&
      emailAddress && {
        address: openAddress(emailAddress.sealed, { identityId: emailAddress.id, userId }, key),
        confirmedAt: emailAddress.confirmedAt.getTime(),
      },
    // Whoever holds a patient's data signed in with that patient's Dexcom account.
    hasDexcom: _count.patients > 0,
    hasOidc: _count.oidcAccounts > 0,
    passkeys: _count.passkeys,
  } satisfies Account;
}
