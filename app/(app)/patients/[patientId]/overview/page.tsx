import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { OverviewReport } from "@/components/reports/overview-report";
import { ConnectionNotice, EmptyReport } from "@/components/reports/report-states";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import { PERIOD_DEFAULT_DAYS } from "@/lib/glucose/period";
import { loadOverview } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { API_PATHS, PATHS, reportPath } from "@/lib/routes";

export const metadata: Metadata = { title: "Overview" };

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function OverviewPage({ params, searchParams }: Props) {
  const { patientId: patient } = await params;
  const page = await loadOverview(patient, await searchParams);
  const { connection, freshness, locale, summary } = page;
  const path = reportPath.overview(patient);
  return (
    <PatientFrame page={page} patient={patient} current="overview" period={{ ...page, path }}>
      <OverviewReport
        summary={summary}
        sparklines={page.sparklines}
        unit={page.unit}
        locale={locale}
        dayHref={(date) => `${reportPath.daily(patient)}?date=${date}`}
        dailyHref={reportPath.daily(patient)}
        state={
          <>
            <ConnectionNotice
              connection={connection}
              freshness={freshness}
              locale={locale}
              syncUrl={API_PATHS.sync(patient)}
              connectHref={PATHS.reconnect}
            />
            {summary.coverage.observed === 0 ? (
              <EmptyReport
                connection={connection}
                delayMinutes={freshness.delayMinutes}
                hasReadings={freshness.dataThrough !== null}
                latestHref={latestHref(path, page.newestDate)}
                connectHref={PATHS.reconnect}
              />
            ) : null}
          </>
        }
      />
    </PatientFrame>
  );
}

/** The days that end with the newest reading there is. */
function latestHref(path: string, newest: LocalDate | null): string {
  return newest === null ? path : `${path}?from=${addDays(newest, 1 - PERIOD_DEFAULT_DAYS)}&to=${newest}`;
}
