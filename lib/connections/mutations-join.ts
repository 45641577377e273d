import { holdMember } from "@/lib/accounts/member";
import { userActor } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/db/client";
import { enterUser } from "@/lib/db/context";
import { err, ok, type Result } from "@/lib/result";
import type { JoinProblem } from "./outcome";

/**
 * Who gets a Dexcom account that nobody has yet: whoever is signed in, if they hold no data. From here on the transaction
 * acts as they do, and they get no other until it ends.
 */
export async function whoJoins(
  tx: Transaction,
  { sessionId, userId }: { readonly sessionId: string | null; readonly userId: string | null },
): Promise<Result<string, JoinProblem>> {
  if (sessionId === null || userId === null) return err("signed-out");
  if (!(await holdMember(tx, { sessionId, userId }))) return err("signed-out");
  await enterUser(tx, userActor(userId));
  return (await tx.patientOwner.count({ where: { userId } })) > 0 ? err("one-dexcom") : ok(userId);
}
