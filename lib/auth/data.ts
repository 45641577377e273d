import { userKey } from "@/lib/accounts/keys";
import { openPlace, type Place } from "@/lib/accounts/sealed-place";
import { type SignInMethod, userActor } from "@/lib/audit/schema";
import type { DataKey } from "@/lib/crypto/data-key";
import { UnsealError } from "@/lib/crypto/errors";
import { database } from "@/lib/db/client";
import { inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { createLogger } from "@/lib/log";
import { RECENT_SIGN_IN_MS } from "./limits";
import type { SessionView } from "./status";

const log = createLogger({ part: "auth" });

const NOWHERE: Place = { browser: null, system: null, network: null };

interface Row {
  readonly id: string;
  readonly method: SignInMethod;
  readonly place_sealed: Uint8Array | null;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

/** Everywhere this person is signed in, the one that was seen last first. */
export function sessionsOf(
  userId: string,
  currentSessionId: string,
  options: TransactionOptions = {},
): Promise<readonly SessionView[]> {
  return inUserTransaction(
    userActor(userId),
    async (tx) => {
      const rows = await tx.$queryRaw<Row[]>`
        SELECT id, method, place_sealed, created_at, last_seen_at FROM session
        WHERE user_id = ${userId}::uuid AND expires_at > now() AND absolute_expires_at > now()
        ORDER BY last_seen_at DESC, created_at DESC, id`;
      // Who has no key yet needs none to be told that nothing is known.
      const key = rows.some((row) => row.place_sealed !== null) ? await userKey(tx, userId) : null;
      return rows.map(
        (row) =>
          ({
            sessionId: row.id,
            method: row.method,
            ...placeOfRow(row, key),
            startedAt: row.created_at.getTime(),
            lastSeenAt: row.last_seen_at.getTime(),
            isCurrent: row.id === currentSessionId,
          }) satisfies SessionView,
      );
    },
    options,
  );
}

/** A place that does not open must not hide its session: that one most of all should be there to be ended. */
function placeOfRow({ id, place_sealed: sealed }: Row, key: DataKey | null): Place {
  if (sealed === null || key === null) return NOWHERE;
  try {
    return openPlace(sealed, ["session-place", id], key);
  } catch (error) {
    if (!(error instanceof UnsealError)) throw error;
    log.warn("session-place.unreadable", { sessionId: id });
    return NOWHERE;
  }
}

const RECENT = `${RECENT_SIGN_IN_MS} milliseconds`;

/** Whether somebody proved who they are in this session so lately that it may join or remove a way in. */
export async function isRecentlyConfirmed(
  sessionId: string,
  { db = database() }: Pick<TransactionOptions, "db"> = {},
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ readonly recent: boolean }[]>`
    SELECT confirmed_at > now() - ${RECENT}::interval AS recent FROM session
    WHERE id = ${sessionId}::uuid AND expires_at > now() AND absolute_expires_at > now()`;
  return row?.recent ?? false;
}
