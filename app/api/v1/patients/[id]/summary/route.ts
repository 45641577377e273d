import { parseQuery } from "@/lib/api/body";
import { patientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { periodOf } from "@/lib/api/spans";
import { summarize } from "@/lib/glucose/summary";
import { bareSummaryAnswerOf, summaryAnswerOf } from "@/lib/reports/answers";
import { loadPeriodInput } from "@/lib/reports/period-input";
import { dateRangeQuery } from "@/lib/reports/schema";

export const GET = route<{ id: string }>(async (request, params) => {
  const { access, freshness, period } = await patientOf(request, params, "api-summary", (reader) =>
    periodOf(parseQuery(dateRangeQuery, new URL(request.url)), reader),
  );
  const answer = summaryAnswerOf(summarize(await loadPeriodInput(access, period, freshness)), freshness);
  return Response.json(access.limits?.scope === "summary" ? bareSummaryAnswerOf(answer) : answer);
});
