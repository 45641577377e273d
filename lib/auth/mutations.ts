import { record } from "@/lib/audit/record";
import { type SignInMethod, userActor } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/db/client";
import { inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { isId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import type { SessionRow } from "./adapter";

interface Ended {
  readonly id: string;
}

/** Ends a session of this person from another one. Somebody else's is refused like one that does not exist. */
export async function endSessionOf(
  userId: string,
  sessionId: string,
  options: TransactionOptions = {},
): Promise<void> {
  if (!isId(sessionId)) throw refused("no-such-session");
  await inUserTransaction(
    userActor(userId),
    async (tx) => {
      const ended = await tx.$queryRaw<Ended[]>`
        DELETE FROM session
        WHERE id = ${sessionId}::uuid AND user_id = ${userId}::uuid
          AND expires_at > now() AND absolute_expires_at > now()
        RETURNING id`;
      if (ended.length === 0) throw refused("no-such-session");
      await recordEnds(tx, userId, ended);
    },
    options,
  );
}

/** Ends every session of this person but the one that asks; how many there were. */
export function endOtherSessions(
  userId: string,
  currentSessionId: string,
  options: TransactionOptions = {},
): Promise<number> {
  return inUserTransaction(
    userActor(userId),
    async (tx) => {
      // Those that are over already are swept by the housekeeping: they ended by themselves.
      const ended = await tx.$queryRaw<Ended[]>`
        DELETE FROM session
        WHERE user_id = ${userId}::uuid AND id <> ${currentSessionId}::uuid
          AND expires_at > now() AND absolute_expires_at > now()
        RETURNING id`;
      await recordEnds(tx, userId, ended);
      return ended.length;
    },
    options,
  );
}

async function recordEnds(tx: Transaction, userId: string, ended: readonly Ended[]): Promise<void> {
  for (const { id: sessionId } of ended) {
    const detail = { sessionId, reason: "ended-elsewhere" } as const;
    await record(tx, { actor: userActor(userId), patientId: null }, { action: "session.ended", detail });
  }
}

/** Somebody has proved again who they are, in a session that goes on. */
export async function confirmSession(
  { sessionId, userId }: Pick<SessionRow, "sessionId" | "userId">,
  method: SignInMethod,
  options: TransactionOptions = {},
): Promise<void> {
  const actor = userActor(userId);
  await inUserTransaction(
    actor,
    async (tx) => {
      const confirmed = await tx.$executeRaw`
        UPDATE session SET confirmed_at = now()
        WHERE id = ${sessionId}::uuid AND user_id = ${userId}::uuid
          AND expires_at > now() AND absolute_expires_at > now()`;
      if (confirmed === 0) throw refused("signed-out");
      const entry = { action: "session.confirmed", detail: { sessionId, method } } as const;
      await record(tx, { actor, patientId: null }, entry);
    },
    options,
  );
}
