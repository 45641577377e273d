import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { figureRows } from "@/components/statistics/figure-rows";
import { plainText } from "@/components/statistics/plain-text";
import { ReadingsDownload } from "@/components/statistics/readings-download";
import {
  optionsQuery,
  STATISTICS_BY,
  type StatisticsOptions,
} from "@/components/statistics/statistics-options";
import { StatisticsReport } from "@/components/statistics/statistics-report";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPeriodPage, type PeriodPage } from "@/lib/reports/loaders";
import { optionFromQuery, type PageQuery, singleValue } from "@/lib/reports/period-query";
import { queryWithRanges } from "@/lib/reports/ranges-query";
import { pageOfDates, statisticsOf } from "@/lib/reports/statistics";
import { API_PATHS, viewPath, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("statistics.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function StatisticsPage({ params, searchParams }: Props) {
  const [{ patientId: patient }, query] = await Promise.all([params, searchParams]);
  const chosen = optionsOf(query);
  const page = await loadPeriodPage(patient, query, "statistics");
  const { unit, words, passedOn, ranges, freshness } = page;
  const { summary, all, byHour, byWeekday, byDate } = await statisticsOf(page.access, page.period, freshness);
  const shown = pageOfDates(query, byDate);
  if (!shown.ok) notFound();
  const options = { ...chosen, page: shown.value.page };
  const path = viewPath(patient, "statistics");
  const groups = figureRows(summary, catalogueFor(words), { unit, words });
  return (
    <PatientFrame
      page={page}
      patient={patient}
      current="statistics"
      period={{ ...page, path, options: optionsQuery({ ...options, page: 1 }) }}
    >
      <StatisticsReport
        summary={summary}
        all={all}
        byHour={byHour}
        byWeekday={byWeekday}
        shownDates={shown.value}
        groups={groups}
        text={plainText(summary, groups, { unit, freshness, words })}
        options={options}
        held={{ ranges, hrefOf: (set) => withQuery(path, queryWithRanges(query, set)) }}
        path={path}
        hrefOf={(other) => withQuery(path, { ...passedOn, ...optionsQuery({ ...options, ...other }) })}
        passedOn={passedOn}
        dayHref={(date) => withQuery(viewPath(patient, "daily"), { ...passedOn, date })}
        unit={unit}
        words={words}
        download={page.isVisit ? null : <Download page={page} patient={patient} />}
        state={
          <ViewState page={page} patient={patient} view="statistics" readings={summary.coverage.observed} />
        }
      />
    </PatientFrame>
  );
}

/** Nothing for a visit by a link: like the API, the file is for whoever has signed in. */
function Download({ page, patient }: { readonly page: PeriodPage; readonly patient: string }) {
  const { access, period, words } = page;
  const { from, to } = period;
  return (
    <ReadingsDownload
      href={withQuery(API_PATHS.readingsExport(patient), { from, to })}
      period={period}
      isOwn={access.capability === "owner"}
      words={words}
    />
  );
}

/** What the address asks for beside the period, the ranges and the page of days; a value that is not known leads nowhere. */
function optionsOf(query: PageQuery): Omit<StatisticsOptions, "page"> {
  const by = optionFromQuery(query, "by", { known: STATISTICS_BY, standard: "figures" });
  const find = singleValue(query, "find");
  if (!by.ok || !find.ok) notFound();
  return { by: by.value, find: find.value?.trim() ?? "" };
}
