import { patientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { connectionAnswerOf, retrospectiveAnswer } from "@/lib/reports/answers";
import { standingOf } from "@/lib/reports/freshness";
import type { PatientAnswer } from "@/lib/reports/schema";
import { readSettings } from "@/lib/settings/data";

export const GET = route<{ id: string }>(async (_, params) => {
  const { userId, access } = await patientOf(params);
  const [{ freshness, connection }, settings] = await Promise.all([standingOf(access), readSettings(userId)]);
  return Response.json({
    ...retrospectiveAnswer(freshness),
    id: access.patientId,
    unit: settings.glucoseUnit,
    connection: connection && connectionAnswerOf(connection),
  } satisfies PatientAnswer);
});
