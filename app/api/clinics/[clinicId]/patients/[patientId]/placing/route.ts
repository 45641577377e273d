import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { env } from "@/lib/env";
import { placePatient } from "@/lib/worklist/mutations-placing";
import { placingBody } from "@/lib/worklist/schema";
import { outcomeAnswer } from "../outcome-answer";

/** A patient's site, tags and targets in a clinic. Where somebody else was there before, the answer holds what they chose. */
export const PUT = route<{ clinicId: string; patientId: string }>(
  async (request, { clinicId, patientId }) => {
    requireSameOrigin(request, env().NEXTAUTH_URL);
    const { userId } = await requireUser();
    const body = await readJsonBody(request, placingBody);
    const access = await accessToClinic({ userId, clinicId });
    return outcomeAnswer(await placePatient(access, patientId, body));
  },
);
