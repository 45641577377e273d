import { parseQuery } from "@/lib/api/body";
import { patientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { periodOf } from "@/lib/api/spans";
import { glucoseProfile } from "@/lib/glucose/profile";
import { profileAnswerOf } from "@/lib/reports/answers";
import { loadPeriodInput } from "@/lib/reports/period-input";
import { profileQuery } from "@/lib/reports/schema";

const BIN_MINUTES = { "5": 5, "15": 15 } as const;

export const GET = route<{ id: string }>(async (request, params) => {
  const { access, freshness, period, bins } = await patientOf(request, params, "api-profile", (reader) => {
    const { bins: asked, ...dates } = parseQuery(profileQuery, new URL(request.url));
    return { ...periodOf(dates, reader), bins: asked };
  });
  const input = await loadPeriodInput(access, period, freshness);
  const profile = glucoseProfile(input, { binMinutes: bins ? BIN_MINUTES[bins] : 60 });
  return Response.json(profileAnswerOf(profile, period, freshness));
});
