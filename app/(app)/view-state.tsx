import { ConnectionNotice, EmptyReport } from "@/components/reports/report-states";
import { addDays } from "@/lib/glucose/local-time";
import { PERIOD_DEFAULT_DAYS } from "@/lib/glucose/period";
import type { PatientPage } from "@/lib/reports/loaders";
import { API_PATHS, PATHS, type View, viewPath, withQuery } from "@/lib/routes";

/** What stands above the figures of every view: how the connection is, and why a period is empty. */
export function ViewState({
  page,
  patient,
  view,
  readings,
}: {
  readonly page: PatientPage;
  readonly patient: string;
  readonly view: View;
  /** Readings in the period; null for a view that does without. */
  readonly readings: number | null;
}) {
  const { connection, freshness, locale, newestDate } = page;
  // The days that end with the newest reading there is.
  const latest =
    newestDate === null ? {} : { from: addDays(newestDate, 1 - PERIOD_DEFAULT_DAYS), to: newestDate };
  return (
    <>
      <ConnectionNotice
        connection={connection}
        freshness={freshness}
        locale={locale}
        syncUrl={API_PATHS.sync(patient)}
        connectHref={PATHS.reconnect}
      />
      {readings === 0 ? (
        <EmptyReport
          connection={connection}
          delayMinutes={freshness.delayMinutes}
          hasReadings={freshness.dataThrough !== null}
          latestHref={withQuery(viewPath(patient, view), latest)}
          connectHref={PATHS.reconnect}
          locale={locale}
        />
      ) : null}
    </>
  );
}
