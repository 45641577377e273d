import { patientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { syncLog } from "@/lib/connections/data";
import { env } from "@/lib/env";
import { requestSync } from "@/lib/jobs/request-sync";
import { refused } from "@/lib/refusals";
import { syncAnswerOf } from "@/lib/reports/answers";
import { standingOf } from "@/lib/reports/freshness";
import type { PatientAccess } from "@/lib/sharing/policy";

async function answer(access: PatientAccess): Promise<Response> {
  const [{ freshness, connection }, runs] = await Promise.all([standingOf(access), syncLog(access)]);
  return Response.json(syncAnswerOf(connection, runs, freshness));
}

export const GET = route<{ id: string }>(async (_, params) => {
  const { access } = await patientOf(params);
  return answer(access);
});

/** Sync now. Asking twice while one is queued or under way is harmless. */
export const POST = route<{ id: string }>(async (request, params) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await patientOf(params);
  access.demand("connect");
  const { connection } = await standingOf(access);
  if (!connection || connection.status === "disconnected" || connection.status === "reconnect-needed")
    throw refused("not-connected");
  await requestSync({ connectionId: connection.id, trigger: "manual" });
  return answer(access);
});
