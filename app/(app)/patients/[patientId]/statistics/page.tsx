import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { figureRows } from "@/components/statistics/figure-rows";
import { plainText } from "@/components/statistics/plain-text";
import {
  optionsQuery,
  RANGE_SET_CHOICES,
  STATISTICS_BY,
  type StatisticsOptions,
} from "@/components/statistics/statistics-options";
import { StatisticsReport } from "@/components/statistics/statistics-report";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPeriodPage } from "@/lib/reports/loaders";
import { optionFromQuery, type PageQuery, singleValue } from "@/lib/reports/period-query";
import { pageOfDates, statisticsOf } from "@/lib/reports/statistics";
import { viewPath, withQuery } from "@/lib/routes";

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
  const { unit, words, periodQuery, freshness } = page;
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
        path={path}
        hrefOf={(other) => withQuery(path, { ...periodQuery, ...optionsQuery({ ...options, ...other }) })}
        periodQuery={periodQuery}
        dayHref={(date) => withQuery(viewPath(patient, "daily"), { ...periodQuery, date })}
        unit={unit}
        words={words}
        state={
          <ViewState page={page} patient={patient} view="statistics" readings={summary.coverage.observed} />
        }
      />
    </PatientFrame>
  );
}

/** What the address asks for beside the period and the page of days; a value that is not known leads nowhere. */
function optionsOf(query: PageQuery): Omit<StatisticsOptions, "page"> {
  const by = optionFromQuery(query, "by", { known: STATISTICS_BY, standard: "figures" });
  const ranges = optionFromQuery(query, "ranges", { known: RANGE_SET_CHOICES, standard: "standard" });
  const find = singleValue(query, "find");
  if (!by.ok || !ranges.ok || !find.ok) notFound();
  return { by: by.value, ranges: ranges.value, find: find.value?.trim() ?? "" };
}
