import { userActor } from "@/lib/audit/schema";
import { UnsealError } from "@/lib/crypto/errors";
import type { Transaction } from "@/lib/db/client";
import { inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { createLogger } from "@/lib/log";
import { userKey } from "./keys";
import { type KeptPasskey, openPasskey } from "./passkey";
import type { PasskeyView } from "./status";

const log = createLogger({ part: "accounts" });

/** Somebody's passkeys as they see them, the oldest first. */
export async function passkeysOf(
  userId: string,
  options: TransactionOptions = {},
): Promise<readonly PasskeyView[]> {
  const rows = await openedPasskeys(userId, options);
  return rows.map(
    ({ id, kept, isBackedUp, createdAt, lastUsedAt }) =>
      ({
        passkeyId: id,
        browser: kept?.browser ?? null,
        system: kept?.system ?? null,
        isBackedUp,
        createdAt: createdAt.getTime(),
        lastUsedAt: lastUsedAt?.getTime() ?? null,
      }) satisfies PasskeyView,
  );
}

/** The same as their browser is to know them by. */
export async function keptPasskeysOf(
  userId: string,
  options: TransactionOptions = {},
): Promise<readonly KeptPasskey[]> {
  const rows = await openedPasskeys(userId, options);
  return rows.flatMap(({ kept }) => (kept === null ? [] : [kept]));
}

function openedPasskeys(userId: string, options: TransactionOptions) {
  return inUserTransaction(userActor(userId), (tx) => readPasskeys(tx, userId), options);
}

async function readPasskeys(tx: Transaction, userId: string) {
  const rows = await tx.passkey.findMany({
    where: { userId },
    select: { id: true, sealed: true, isBackedUp: true, createdAt: true, lastUsedAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const key = await userKey(tx, userId);
  return rows.map(({ sealed, ...row }) => {
    try {
      return { ...row, kept: openPasskey(sealed, { passkeyId: row.id, userId }, key) };
    } catch (error) {
      if (!(error instanceof UnsealError)) throw error;
      // It opens no account any more, but its owner must see it to remove it.
      log.warn("passkey.unreadable", { passkeyId: row.id });
      return { ...row, kept: null };
    }
  });
}
