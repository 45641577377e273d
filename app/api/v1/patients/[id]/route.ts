import { patientOf, withoutDays } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { connectionAnswerOf, retrospectiveAnswer } from "@/lib/reports/answers";
import type { PatientAnswer } from "@/lib/reports/schema";
import { readSettings } from "@/lib/settings/data";

export const GET = route<{ id: string }>(async (request, params) => {
  const { userId, access, freshness, connection } = await patientOf(
    request,
    params,
    "api-patient",
    withoutDays,
  );
  const settings = await readSettings(userId);
  return Response.json({
    ...retrospectiveAnswer(freshness),
    id: access.patientId,
    unit: settings.glucoseUnit,
    connection: connection && connectionAnswerOf(connection),
  } satisfies PatientAnswer);
});
