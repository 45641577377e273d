import { identityOf } from "@/lib/accounts/data-identity";
import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/db/client";
import {
  enterClinic,
  inClinicTransaction,
  inSystemTransaction,
  type TransactionOptions,
} from "@/lib/db/context";
import { roleOf } from "./clinic-row";
import { clinicKey } from "./keys";
import type { ClinicRole } from "./schema";
import { sealMember } from "./sealed-clinic";

/**
 * Somebody comes into a clinic: what they are there, null for whoever has no access. That they came, and who they are now, is
 * written at most once an hour.
 */
export function comeIn(
  { userId, clinicId }: { readonly userId: string; readonly clinicId: string },
  options: TransactionOptions = {},
): Promise<ClinicRole | null> {
  return inClinicTransaction(
    { clinicId, actor: userActor(userId) },
    async (tx) => {
      // Row-level security shows members to members only, and nobody to one who stopped coming.
      const [member] = await tx.$queryRaw<{ role: string; isDue: boolean }[]>`
        SELECT role, last_seen_at < clock_timestamp() - interval '1 hour' AS "isDue" FROM clinic_member
        WHERE clinic_id = ${clinicId}::uuid AND user_id = ${userId}::uuid`;
      if (!member) return null;
      if (member.isDue) await noteComing(tx, { userId, clinicId });
      return roleOf(member.role);
    },
    options,
  );
}

async function noteComing(
  tx: Transaction,
  { userId, clinicId }: { readonly userId: string; readonly clinicId: string },
): Promise<void> {
  const identity = await identityOf(tx, userId);
  await tx.$executeRaw`
    UPDATE clinic_member SET last_seen_at = clock_timestamp()
    WHERE clinic_id = ${clinicId}::uuid AND user_id = ${userId}::uuid`;
  // Whoever has taken their address back stays known as they were.
  if (identity === null) return;
  const sealed = sealMember(identity, { clinicId, rowId: userId }, await clinicKey(tx, clinicId));
  await tx.clinicMember.updateMany({ where: { clinicId, userId }, data: { sealed } });
}

/** How long an invitation that nobody answered stays listed as such. */
const OVER_KEPT_DAYS = 30;

/** Removes members who stopped coming, whose access ended by itself, and invitations that nobody answered. */
export async function sweepClinics(options: TransactionOptions = {}): Promise<void> {
  const clinics = await inSystemTransaction(
    "system:clinics",
    async (tx) => {
      await tx.$executeRaw`
        DELETE FROM clinic_invitation WHERE expires_at < clock_timestamp() - make_interval(days => ${OVER_KEPT_DAYS})`;
      return tx.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT c.id FROM clinic AS c JOIN clinic_member AS m ON m.clinic_id = c.id
        WHERE m.last_seen_at <= clock_timestamp() - make_interval(days => c.inactive_days)
          AND role_in(m.clinic_id, m.user_id) IS NULL
        ORDER BY c.id`;
    },
    options,
  );
  // Each on its own: whoever goes waits for the clinic's row.
  for (const { id: clinicId } of clinics)
    await inClinicTransaction(
      { clinicId, actor: "system:clinics" },
      (tx) => removeInactive(tx, clinicId),
      options,
    );
}

/** The same for one clinic, in a transaction that is about it; it acts as the clinics' own job from then on. */
export async function removeInactive(tx: Transaction, clinicId: string): Promise<void> {
  const actor = "system:clinics";
  await enterClinic(tx, { clinicId, actor });
  const removed = await tx.$queryRaw<{ userId: string }[]>`
    DELETE FROM clinic_member WHERE clinic_id = ${clinicId}::uuid AND role_in(clinic_id, user_id) IS NULL
    RETURNING user_id AS "userId"`;
  for (const { userId } of removed)
    await record(
      tx,
      { actor, patientId: null },
      { action: "member.removed", detail: { clinicId, userId, reason: "inactive" } },
    );
}
