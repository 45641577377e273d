import { parseQuery } from "@/lib/api/body";
import { patientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { spanOf } from "@/lib/api/spans";
import { withholdNewerThan } from "@/lib/glucose/delay";
import { withoutDuplicates } from "@/lib/glucose/duplicates";
import { readEgvs } from "@/lib/readings/data";
import { DEXCOM_SOURCE } from "@/lib/readings/schema";
import { readingsAnswerOf } from "@/lib/reports/answers";
import { instantRangeQuery } from "@/lib/reports/schema";

export const GET = route<{ id: string }>(async (request, params) => {
  const { access, freshness, span } = await patientOf(request, params, "api-readings", (reader) =>
    spanOf(parseQuery(instantRangeQuery, new URL(request.url)), reader),
  );
  const stored = await readEgvs(access, span);
  const { kept } = withholdNewerThan(withoutDuplicates(stored), freshness.availableUntil);
  return Response.json(readingsAnswerOf(kept, span, freshness, DEXCOM_SOURCE));
});
