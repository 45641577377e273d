import { parseQuery } from "@/lib/api/body";
import { patientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { periodOf } from "@/lib/api/spans";
import { summarize } from "@/lib/glucose/summary";
import { summaryAnswerOf } from "@/lib/reports/answers";
import { standingOf } from "@/lib/reports/freshness";
import { loadPeriodInput } from "@/lib/reports/period-input";
import { dateRangeQuery } from "@/lib/reports/schema";

export const GET = route<{ id: string }>(async (request, params) => {
  const { access } = await patientOf(params);
  const period = periodOf(parseQuery(dateRangeQuery, new URL(request.url)));
  const { freshness } = await standingOf(access);
  const input = await loadPeriodInput(access, period, freshness);
  return Response.json(summaryAnswerOf(summarize(input), freshness));
});
