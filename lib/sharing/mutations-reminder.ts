import { readAccount } from "@/lib/accounts/data";
import { userActor } from "@/lib/audit/schema";
import { DAY_MS, type Instant } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import {
  enterUser,
  inPatientTransaction,
  inSystemTransaction,
  type TransactionOptions,
} from "@/lib/db/context";
import { queueMail } from "@/lib/mail/mutations";
import { REMINDER_DAYS } from "./share-terms";

/** Writes the message about so many shares. */
export type ComposeReminder = (count: number) => { readonly subject: string; readonly text: string };

interface ReminderOptions extends TransactionOptions {
  readonly now: Instant;
}

const PATIENTS_MAX = 500;
const MESSAGE_DAYS = 7;

/**
 * Asks whoever shares without an end, once a year and at their confirmed address, whether it is still right; their page asks
 * whether there is an address or not. Returns how many messages were put in the queue.
 */
export async function remindOwners(compose: ComposeReminder, options: ReminderOptions): Promise<number> {
  const { now, ...transaction } = options;
  const due = await inSystemTransaction(
    "system:sharing",
    (tx) => tx.$queryRaw<{ patientId: string }[]>`
      SELECT DISTINCT patient_id AS "patientId" FROM share
      WHERE state = 'active' AND remind_at <= ${new Date(now)}
        AND (reminded_at IS NULL OR reminded_at <= ${lastRound(now)})
      LIMIT ${PATIENTS_MAX}`,
    transaction,
  );
  let written = 0;
  for (const { patientId } of due) {
    const actor = "system:sharing";
    written += await inPatientTransaction(
      { patientId, actor },
      (tx) => remindOwnersOf(tx, { patientId, now }, compose),
      transaction,
    );
  }
  return written;
}

/** Whoever marks the shares writes: of two workers at once, one. */
async function remindOwnersOf(
  tx: Transaction,
  { patientId, now }: { readonly patientId: string; readonly now: Instant },
  compose: ComposeReminder,
): Promise<number> {
  const count = await tx.$executeRaw`
    UPDATE share SET reminded_at = ${new Date(now)}
    WHERE patient_id = ${patientId}::uuid AND state = 'active' AND remind_at <= ${new Date(now)}
      AND (reminded_at IS NULL OR reminded_at <= ${lastRound(now)})`;
  if (count === 0) return 0;
  const owners = await tx.patientOwner.findMany({ where: { patientId }, select: { userId: true } });
  const message = { ...compose(count), keptMinutes: MESSAGE_DAYS * 24 * 60 };
  let written = 0;
  for (const { userId } of owners) {
    // Only as this person can their address be opened.
    await enterUser(tx, userActor(userId));
    const account = await readAccount(tx, userId);
    if (!account?.email) continue;
    await queueMail(tx, { to: account.email.address, ...message });
    written += 1;
  }
  return written;
}

function lastRound(now: Instant): Date {
  return new Date(now - REMINDER_DAYS * DAY_MS);
}
