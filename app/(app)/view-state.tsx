import { RangesLine } from "@/components/reports/ranges-line";
import { ConnectionNotice, EmptyReport } from "@/components/reports/report-states";
import { SharedConnectionNotice, SharedEmptyReport } from "@/components/reports/shared-states";
import { addDays } from "@/lib/glucose/local-time";
import { PERIOD_DEFAULT_DAYS } from "@/lib/glucose/period";
import type { ViewPage } from "@/lib/reports/loaders";
import { queryWithRanges, rangesQuery } from "@/lib/reports/ranges-query";
import { API_PATHS, PATHS, reportPath, type View, viewPath, withQuery } from "@/lib/routes";

interface Props {
  readonly page: ViewPage;
  readonly patient: string;
  /** The certificate says how much a sensor was worn, to somebody else: nothing of ranges stands on it. */
  readonly view: View | "certificate";
  /** Readings in the period; null for a view that does without. */
  readonly readings: number | null;
  /** Where there are some. */
  readonly latestHref?: string;
}

/** What stands above the figures of every view: which ranges hold, how the connection is, and why a period is empty. */
export function ViewState(props: Props) {
  return (
    <>
      <Ranges {...props} />
      <Standing {...props} />
    </>
  );
}

function Ranges({ page, patient, view }: Props) {
  const { ranges, subject, unit, words } = page;
  if (view === "certificate" || ranges === "standard") return null;
  return (
    <RangesLine
      ranges={ranges}
      view={view}
      name={subject?.name ?? null}
      standardHref={withQuery(viewPath(patient, view), queryWithRanges(page.query, "standard"))}
      unit={unit}
      words={words}
    />
  );
}

function Standing({
  page,
  patient,
  view,
  readings,
  latestHref = latestOf(page, pathOf(patient, view)),
}: Props) {
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

function pathOf(patient: string, view: Props["view"]): string {
  return view === "certificate" ? reportPath.certificate(patient) : viewPath(patient, view);
}

/** The days that end with the newest reading there is. */
function latestOf({ newestDate, access, ranges }: ViewPage, path: string): string {
  if (newestDate === null) return withQuery(path, rangesQuery(ranges));
  const first = addDays(newestDate, 1 - PERIOD_DEFAULT_DAYS);
  const from = access.limits?.from ?? first;
  return withQuery(path, { from: first < from ? from : first, to: newestDate, ...rangesQuery(ranges) });
}
