import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { A1cReport } from "@/components/a1c/a1c-report";
import { localDateOf } from "@/lib/glucose/local-time";
import { loadWords } from "@/lib/i18n/loaders";
import { a1cOf } from "@/lib/reports/a1c";
import { loadViewPage } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { API_PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("a1c.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function A1cPage({ params, searchParams }: Props) {
  const [{ patientId: patient }, query] = await Promise.all([params, searchParams]);
  const page = await loadViewPage(patient, query, "a1c");
  const { pairs, gap } = await a1cOf(page.access, page.freshness);
  const { now, displayOffsetMinutes } = page.freshness;
  return (
    <PatientFrame page={page} patient={patient} current="a1c" passedOn={page.passedOn}>
      <A1cReport
        pairs={pairs}
        gap={gap}
        labsUrl={API_PATHS.labResults(patient)}
        labUrl={(id) => API_PATHS.labResult(patient, id)}
        today={localDateOf(now, displayOffsetMinutes)}
        now={now}
        writer={page.subject?.name ?? null}
        words={page.words}
        state={<ViewState page={page} patient={patient} view="a1c" readings={null} />}
      />
    </PatientFrame>
  );
}
