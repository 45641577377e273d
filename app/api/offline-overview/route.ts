import { prepareOfflineOverview } from "@/components/offline/prepare-offline-overview";
import { ownPatientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { latestPeriod, PERIOD_DEFAULT_DAYS } from "@/lib/glucose/period";
import { loadWords } from "@/lib/i18n/loaders";
import { hashToken } from "@/lib/ids";
import { standingOf } from "@/lib/reports/freshness";
import { overviewOf } from "@/lib/reports/overview";
import { readSettings } from "@/lib/settings/data";

/**
 * The signed-in person's own newest overview as texts, for a browser that was asked to keep it. There is no way to
 * name anybody else. `owner` marks whose it is and says nothing: a browser whose wish came from somebody else forgets.
 */
export const GET = route(async () => {
  const { userId, access } = await ownPatientOf({ id: "me" });
  const [{ freshness }, { glucoseUnit: unit }, words] = await Promise.all([
    standingOf(access),
    readSettings(userId),
    loadWords(),
  ]);
  const period = latestPeriod(PERIOD_DEFAULT_DAYS, freshness);
  const { summary, facts } = await overviewOf(access, period, freshness);
  return Response.json({
    owner: hashToken(`offline overview of ${userId}`),
    overview: prepareOfflineOverview({ summary, facts, freshness, unit, words }),
  });
});
