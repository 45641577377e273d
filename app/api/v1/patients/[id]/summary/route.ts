import { parseQuery } from "@/lib/api/body";
import { patientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { periodOf } from "@/lib/api/spans";
import { summarize } from "@/lib/glucose/summary";
import { summaryAnswerOf } from "@/lib/reports/answers";
import { standingOf } from "@/lib/reports/freshness";
import { loadSeries } from "@/lib/reports/period-input";
import { dateRangeQuery } from "@/lib/reports/schema";

export const GET = route<{ id: string }>(async (request, params) => {
  const { access } = await patientOf(params);
  const period = periodOf(parseQuery(dateRangeQuery, new URL(request.url)));
  const [{ freshness }, series] = await Promise.all([standingOf(access), loadSeries(access, period)]);
  return Response.json(summaryAnswerOf(summarize({ series, period, freshness }), freshness));
});
