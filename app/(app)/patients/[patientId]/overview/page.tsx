import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { KeepOverviewFresh } from "@/components/offline/keep-overview-fresh";
import { OverviewReport, SummaryReport } from "@/components/reports/overview-report";
import { loadWords } from "@/lib/i18n/loaders";
import { loadOverview } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { queryWithRanges } from "@/lib/reports/ranges-query";
import { reportPath, viewPath, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("overview.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function OverviewPage({ params, searchParams }: Props) {
  const { patientId: patient } = await params;
  const page = await loadOverview(patient, await searchParams);
  const { summary, unit, words, access, ranges } = page;
  const path = reportPath.overview(patient);
  const held = {
    ranges,
    hrefOf: (set: typeof ranges) => withQuery(path, queryWithRanges(page.query, set)),
  };
  const state = (
    <ViewState page={page} patient={patient} view="overview" readings={summary.coverage.observed} />
  );
  if (access.limits?.scope === "summary")
    return (
      <PatientFrame page={page} patient={patient} current="overview" period={{ ...page, path }}>
        <SummaryReport summary={summary} held={held} unit={unit} words={words} state={state} />
      </PatientFrame>
    );
  return (
    <PatientFrame page={page} patient={patient} current="overview" period={{ ...page, path }}>
      <OverviewReport
        summary={summary}
        sparklines={page.sparklines}
        facts={page.facts}
        held={held}
        unit={unit}
        words={words}
        dayHref={(date) => withQuery(reportPath.daily(patient), { ...page.passedOn, date })}
        dailyHref={withQuery(reportPath.daily(patient), page.passedOn)}
        calendarHref={withQuery(viewPath(patient, "calendar"), { ...page.passedOn, show: "curves" })}
        lastDate={page.lastDate}
        patternsHref={withQuery(viewPath(patient, "patterns"), page.passedOn)}
        state={state}
      />
      {patient === "me" ? <KeepOverviewFresh /> : null}
    </PatientFrame>
  );
}
