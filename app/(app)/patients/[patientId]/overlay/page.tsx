import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { OverlayReport } from "@/components/overlay/overlay-report";
import { ConnectionNotice, EmptyReport } from "@/components/reports/report-states";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import { PERIOD_DEFAULT_DAYS } from "@/lib/glucose/period";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPeriodPage } from "@/lib/reports/loaders";
import { overlayOf } from "@/lib/reports/overlay";
import { type OverlayOptions, overlayOptions, overlayQuery } from "@/lib/reports/overlay-query";
import type { PageQuery } from "@/lib/reports/period-query";
import { API_PATHS, PATHS, viewPath, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("overlay.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function OverlayPage({ params, searchParams }: Props) {
  const { patientId: patient } = await params;
  const query = await searchParams;
  const options = optionsOf(query);
  const page = await loadPeriodPage(patient, query);
  const { connection, freshness, locale, period } = page;
  const overlay = await overlayOf(page.access, { period, freshness, weekdays: options.weekdays });
  const path = viewPath(patient, "overlay");
  return (
    <PatientFrame
      page={page}
      patient={patient}
      current="overlay"
      // Another period has other days: only the weekdays go along.
      period={{ ...page, path, options: overlayQuery({ ...options, day: null }) }}
    >
      <OverlayReport
        {...overlay}
        {...options}
        period={period}
        reader={{ unit: page.unit, words: page.words, lastDate: page.lastDate }}
        hrefOf={(chosen) => withQuery(path, { ...page.periodQuery, ...overlayQuery(chosen) })}
        dailyHref={(date) => withQuery(viewPath(patient, "daily"), { date })}
        state={
          <>
            <ConnectionNotice
              connection={connection}
              freshness={freshness}
              locale={locale}
              syncUrl={API_PATHS.sync(patient)}
              connectHref={PATHS.reconnect}
            />
            {overlay.observed === 0 ? (
              <EmptyReport
                connection={connection}
                delayMinutes={freshness.delayMinutes}
                hasReadings={freshness.dataThrough !== null}
                latestHref={latestHref(path, page.newestDate)}
                connectHref={PATHS.reconnect}
                locale={locale}
              />
            ) : null}
          </>
        }
      />
    </PatientFrame>
  );
}

function optionsOf(query: PageQuery): OverlayOptions {
  const options = overlayOptions(query);
  if (!options.ok) notFound();
  return options.value;
}

/** The days that end with the newest reading there is. */
function latestHref(path: string, newest: LocalDate | null): string {
  return newest === null
    ? path
    : withQuery(path, { from: addDays(newest, 1 - PERIOD_DEFAULT_DAYS), to: newest });
}
