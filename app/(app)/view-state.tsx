import { ConnectionNotice, EmptyReport } from "@/components/reports/report-states";
import { SharedConnectionNotice, SharedEmptyReport } from "@/components/reports/shared-states";
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
  latestHref = latestOf(page, viewPath(patient, view)),
}: {
  readonly page: PatientPage;
  readonly patient: string;
  readonly view: View;
  /** Readings in the period; null for a view that does without. */
  readonly readings: number | null;
  /** Where there are some. */
  readonly latestHref?: string;
}) {
  const { connection, freshness, locale, subject } = page;
  const hasReadings = freshness.dataThrough !== null;
  if (subject !== null)
    return (
      <>
        <SharedConnectionNotice connection={connection} freshness={freshness} locale={locale} {...subject} />
        {readings === 0 ? (
          <SharedEmptyReport
            hasReadings={hasReadings}
            latestHref={latestHref}
            locale={locale}
            name={subject.name}
          />
        ) : null}
      </>
    );
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
          hasReadings={hasReadings}
          latestHref={latestHref}
          connectHref={PATHS.reconnect}
          locale={locale}
        />
      ) : null}
    </>
  );
}

/** The days that end with the newest reading there is. */
function latestOf({ newestDate, access }: PatientPage, path: string): string {
  if (newestDate === null) return path;
  const first = addDays(newestDate, 1 - PERIOD_DEFAULT_DAYS);
  const from = access.limits?.from ?? first;
  return withQuery(path, { from: first < from ? from : first, to: newestDate });
}
