import { readJsonBody } from "@/lib/api/body";
import { ownPatientOf, patientOf, withoutDays } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { env } from "@/lib/env";
import { exclusionAnswerOf } from "@/lib/journal/answers";
import { readHandExclusions } from "@/lib/journal/data";
import { addHandExclusion } from "@/lib/journal/mutations";
import { exclusionBody } from "@/lib/journal/schema";

export const GET = route<{ id: string }>(async (request, params) => {
  const { access } = await patientOf(request, params, "api-exclusions", withoutDays);
  return Response.json({ exclusions: (await readHandExclusions(access)).map(exclusionAnswerOf) });
});

export const POST = route<{ id: string }>(async (request, params) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  const exclusion = await addHandExclusion(access, await readJsonBody(request, exclusionBody));
  return Response.json(exclusionAnswerOf(exclusion), { status: 201 });
});
