import { readJsonBody } from "@/lib/api/body";
import { ownPatientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { env } from "@/lib/env";
import { labResultAnswerOf } from "@/lib/journal/answers";
import { changeLabResult, removeLabResult } from "@/lib/journal/mutations";
import { labResultBody } from "@/lib/journal/schema";

export const PUT = route<{ id: string; entryId: string }>(async (request, { entryId, ...params }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  const result = await changeLabResult(access, entryId, await readJsonBody(request, labResultBody));
  return Response.json(labResultAnswerOf(result));
});

export const DELETE = route<{ id: string; entryId: string }>(async (request, { entryId, ...params }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  await removeLabResult(access, entryId);
  return new Response(null, { status: 204 });
});
