import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { env } from "@/lib/env";
import { markReviewed, undoReview } from "@/lib/worklist/mutations-review";
import { reviewBody, undoReviewBody } from "@/lib/worklist/schema";

interface Params {
  readonly clinicId: string;
  readonly patientId: string;
}

/** Marks a patient reviewed; the answer names the review, to take it back. */
export const POST = route<Params>(async (request, { clinicId, patientId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  await readJsonBody(request, reviewBody);
  const access = await accessToClinic({ userId, clinicId });
  return Response.json(await markReviewed(access, patientId), { status: 201 });
});

/** Takes back a review of one's own within ten minutes. */
export const DELETE = route<Params>(async (request, { clinicId, patientId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const { reviewId } = await readJsonBody(request, undoReviewBody);
  const access = await accessToClinic({ userId, clinicId });
  await undoReview(access, { patient: patientId, reviewId });
  return new Response(null, { status: 204 });
});
