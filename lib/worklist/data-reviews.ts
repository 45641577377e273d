import { clinicKey } from "@/lib/clinics/keys";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { openMember } from "@/lib/clinics/sealed-clinic";
import type { Instant } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { pairsIn } from "./pairs";
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

/** Who reviewed somebody last. */
export interface NewestReview {
  readonly at: Instant;
  readonly userId: string;
}

/** When each patient of the clinic was reviewed last, by their ids. As one text: of thousands of rows, each would show on its way. */
export async function reviewTimes(tx: Transaction, clinicId: string): Promise<ReadonlyMap<string, Instant>> {
  const [list] = await tx.$queryRaw<{ times: string | null }[]>`
    SELECT string_agg(s.patient_id || ' ' || (extract(epoch FROM r.reviewed_at) * 1000)::bigint, ' ') AS times
    FROM current_clinic_shares() AS s, LATERAL (
      SELECT one.reviewed_at FROM clinic_review AS one
      WHERE one.clinic_id = ${clinicId}::uuid AND one.patient_id = s.patient_id
      ORDER BY one.reviewed_at DESC LIMIT 1) AS r`;
  const times = new Map<string, Instant>();
  for (const [id, at] of pairsIn(list?.times ?? null)) times.set(id, Number(at));
  return times;
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
