import { parseQuery } from "@/lib/api/body";
import { patientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { spanOf } from "@/lib/api/spans";
import { withholdNewerThan } from "@/lib/glucose/delay";
import { readEvents } from "@/lib/readings/data";
import { DEXCOM_SOURCE } from "@/lib/readings/schema";
import { eventsAnswerOf } from "@/lib/reports/answers";
import { instantRangeQuery } from "@/lib/reports/schema";

export const GET = route<{ id: string }>(async (request, params) => {
  const { access, freshness, span } = await patientOf(request, params, "api-events", (reader) =>
    spanOf(parseQuery(instantRangeQuery, new URL(request.url)), reader),
  );
  const stored = await readEvents(access, span);
  const { kept } = withholdNewerThan(stored, freshness.availableUntil);
  return Response.json(eventsAnswerOf(kept, span, freshness, DEXCOM_SOURCE));
});
