import { ownPatientOf, patientOf, withoutDays } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { syncLog } from "@/lib/connections/data";
import { env } from "@/lib/env";
import { requestSync } from "@/lib/jobs/request-sync";
import { refused } from "@/lib/refusals";
import { syncAnswerOf } from "@/lib/reports/answers";
import { type Standing, standingOf } from "@/lib/reports/freshness";
import type { PatientAccess } from "@/lib/sharing/policy";

async function answer(
  access: PatientAccess,
  { connection, freshness }: Pick<Standing, "connection" | "freshness">,
): Promise<Response> {
  return Response.json(syncAnswerOf(connection, await syncLog(access), freshness));
}

export const GET = route<{ id: string }>(async (request, params) => {
  const { access, ...standing } = await patientOf(request, params, "api-sync", withoutDays);
  return answer(access, standing);
});

/** Sync now. Asking twice while one is queued or under way is harmless. */
export const POST = route<{ id: string }>(async (request, params) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  access.demand("connect");
  const { connection } = await standingOf(access);
  if (!connection || connection.status === "disconnected" || connection.status === "reconnect-needed")
    throw refused("not-connected");
  await requestSync({ connectionId: connection.id, trigger: "manual" });
  return answer(access, await standingOf(access));
});
