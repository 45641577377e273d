import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { PatternsReport } from "@/components/patterns/patterns-report";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPeriodPage } from "@/lib/reports/loaders";
import { patternsReportOf } from "@/lib/reports/patterns";
import type { PageQuery } from "@/lib/reports/period-query";
import { viewPath, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("patterns.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function PatternsPage({ params, searchParams }: Props) {
  const { patientId: patient } = await params;
  const page = await loadPeriodPage(patient, await searchParams, "patterns");
  const { period, passedOn } = page;
  const report = await patternsReportOf(page.access, period, page.freshness);
  const path = viewPath(patient, "patterns");
  return (
    <PatientFrame page={page} patient={patient} current="patterns" period={{ ...page, path }}>
      <PatternsReport
        {...report}
        period={period}
        unit={page.unit}
        words={page.words}
        dayHref={(date) => withQuery(viewPath(patient, "daily"), { ...passedOn, date })}
        overlayHref={withQuery(viewPath(patient, "overlay"), passedOn)}
        state={<ViewState page={page} patient={patient} view="patterns" readings={report.observed} />}
      />
    </PatientFrame>
  );
}
