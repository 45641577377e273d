import type { ClinicAccess } from "@/lib/clinics/policy";
import type { Instant } from "@/lib/clock";
import type { TransactionOptions } from "@/lib/db/context";
import { isId, newId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { workWith } from "./mutations-work";

export interface MarkedReview {
  readonly reviewId: string;
  readonly at: Instant;
}

/** Somebody of the clinic has looked a patient's figures through, at this moment by the database's clock. */
export function markReviewed(
  access: ClinicAccess,
  patient: string,
  options: TransactionOptions = {},
): Promise<MarkedReview> {
  const { clinicId, userId } = access;
  return workWith(
    access,
    patient,
    async (tx, patientId) => {
      const { id: reviewId, reviewedAt } = await tx.clinicReview.create({
        data: { id: newId(), clinicId, patientId, userId },
        select: { id: true, reviewedAt: true },
      });
      return {
        result: { reviewId, at: reviewedAt.getTime() },
        entry: { action: "review.marked", detail: { clinicId, reviewId } },
      };
    },
    options,
  );
}

/** Takes back a review of one's own, a few minutes after it. Any other is one that nobody has. */
export function undoReview(
  access: ClinicAccess,
  { patient, reviewId }: { readonly patient: string; readonly reviewId: string },
  options: TransactionOptions = {},
): Promise<void> {
  const { clinicId, userId } = access;
  return workWith(
    access,
    patient,
    async (tx, patientId) => {
      if (!isId(reviewId)) throw refused("no-such-review");
      // Row-level security leaves older ones where they are.
      const { count } = await tx.clinicReview.deleteMany({
        where: { id: reviewId, clinicId, patientId, userId },
      });
      if (count === 0) throw refused("no-such-review");
      return { result: undefined, entry: { action: "review.undone", detail: { clinicId, reviewId } } };
    },
    options,
  );
}
