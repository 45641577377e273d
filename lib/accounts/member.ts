import type { Transaction } from "@/lib/db/client";

/** Whoever is signed in, in the session in which they change how they sign in. */
export interface Member {
  readonly sessionId: string;
  readonly userId: string;
}

/** Until the transaction ends nobody else changes this person's ways in, gives them data or deletes them. */
export async function holdPerson(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`;
}

/** The same, and their session goes on until then; false when it is over, or not theirs. */
export async function holdMember(tx: Transaction, { sessionId, userId }: Member): Promise<boolean> {
  // The person first, as everybody who deletes one: the other way round the two would wait for each other.
  await holdPerson(tx, userId);
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM session
    WHERE id = ${sessionId}::uuid AND user_id = ${userId}::uuid
      AND expires_at > clock_timestamp() AND absolute_expires_at > clock_timestamp()
    FOR UPDATE`;
  return held.length > 0;
}
