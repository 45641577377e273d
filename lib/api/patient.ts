import { requireUser } from "@/lib/auth";
import { patientParam } from "@/lib/reports/schema";
import { accessAsOwner } from "@/lib/sharing/access";
import type { PatientAccess } from "@/lib/sharing/policy";

/** Who asks and what they may: 401 without a session, and one and the same 404 for unknown, foreign and malformed ids. */
export async function patientOf(params: { readonly id: string }): Promise<{
  readonly userId: string;
  readonly access: PatientAccess;
}> {
  const { userId } = await requireUser();
  const known = patientParam.safeParse(params.id);
  // An id that cannot be one is looked up all the same, so that its answer takes as long as any other.
  const access = await accessAsOwner({ userId, patient: known.success ? known.data : "unknown" });
  return { userId, access };
}
