import { clinicKey } from "@/lib/clinics/keys";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { openMember } from "@/lib/clinics/sealed-clinic";
import type { Transaction } from "@/lib/db/client";
import type { PreviewReview } from "./preview";
import { UNDO_MINUTES } from "./schema";

const REVIEWS_MAX = 5;

/** The newest reviews of a patient; the transaction is about the clinic. */
export async function reviewsOf(
  tx: Transaction,
  { clinicId, userId }: ClinicAccess,
  patientId: string,
): Promise<PreviewReview[]> {
  const rows = await tx.$queryRaw<ReviewRow[]>`
    SELECT id, user_id AS "userId", reviewed_at AS "reviewedAt", user_id = ${userId}::uuid
      AND reviewed_at > statement_timestamp() - make_interval(mins => ${UNDO_MINUTES}) AND works_in_clinic() AS "canBeUndone"
    FROM clinic_review WHERE clinic_id = ${clinicId}::uuid AND patient_id = ${patientId}::uuid
    ORDER BY reviewed_at DESC, id LIMIT ${REVIEWS_MAX}`;
  const names = await reviewerNames(
    tx,
    clinicId,
    rows.map((row) => row.userId),
  );
  return rows.map(({ id, userId: reviewer, reviewedAt, canBeUndone }) => ({
    id,
    at: reviewedAt.getTime(),
    by: names.get(reviewer) ?? null,
    canBeUndone,
  }));
}

interface ReviewRow {
  readonly id: string;
  readonly userId: string;
  readonly reviewedAt: Date;
  readonly canBeUndone: boolean;
}

/**
 * The names of those of a clinic's members, by their ids, as they were known when they last came; the transaction is about
 * that clinic. Whoever is no member any more has none.
 */
export async function reviewerNames(
  tx: Transaction,
  clinicId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(userIds)];
  if (asked.length === 0) return new Map();
  const members = await tx.clinicMember.findMany({
    where: { clinicId, userId: { in: asked } },
    select: { userId: true, sealed: true },
  });
  const key = await clinicKey(tx, clinicId);
  return new Map(
    members.map(({ userId, sealed }) => [userId, openMember(sealed, { clinicId, rowId: userId }, key).name]),
  );
}
