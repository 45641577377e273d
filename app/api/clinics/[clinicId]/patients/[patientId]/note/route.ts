import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { env } from "@/lib/env";
import { writeClinicNote } from "@/lib/worklist/mutations-placing";
import { clinicNoteBody } from "@/lib/worklist/schema";
import { outcomeAnswer } from "../outcome-answer";

/** Writes the clinic's note about a patient. Where somebody else was there before, the answer holds what they wrote. */
export const PUT = route<{ clinicId: string; patientId: string }>(
  async (request, { clinicId, patientId }) => {
    requireSameOrigin(request, env().NEXTAUTH_URL);
    const { userId } = await requireUser();
    const body = await readJsonBody(request, clinicNoteBody);
    const access = await accessToClinic({ userId, clinicId });
    return outcomeAnswer(await writeClinicNote(access, patientId, body));
  },
);
