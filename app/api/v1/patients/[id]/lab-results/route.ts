import { readJsonBody } from "@/lib/api/body";
import { ownPatientOf, patientOf, withoutDays } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { env } from "@/lib/env";
import { labResultAnswerOf } from "@/lib/journal/answers";
import { readLabResults } from "@/lib/journal/data";
import { addLabResult } from "@/lib/journal/mutations";
import { labResultBody } from "@/lib/journal/schema";

export const GET = route<{ id: string }>(async (request, params) => {
  const { access } = await patientOf(request, params, "api-lab-results", withoutDays);
  return Response.json({ labResults: (await readLabResults(access)).map(labResultAnswerOf) });
});

export const POST = route<{ id: string }>(async (request, params) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  const result = await addLabResult(access, await readJsonBody(request, labResultBody));
  return Response.json(labResultAnswerOf(result), { status: 201 });
});
