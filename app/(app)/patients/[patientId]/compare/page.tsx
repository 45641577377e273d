import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { CompareReport } from "@/components/compare/compare-report";
import { formatDate } from "@/lib/format/date";
import { loadWords } from "@/lib/i18n/loaders";
import { compareOf } from "@/lib/reports/compare";
import { comparedDays, otherPeriodFromQuery } from "@/lib/reports/compare-query";
import { loadPeriodPage } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { viewPath } from "@/lib/routes";
import { showsDate } from "@/lib/sharing/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("compare.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ patientId: patient }, query] = await Promise.all([params, searchParams]);
  const page = await loadPeriodPage(patient, query, "compare", ({ period }, { freshness, access }) => {
    const asked = otherPeriodFromQuery(query, period, freshness, access.limits);
    return asked.ok ? comparedDays(period, asked.value.other, access.limits) : period;
  });
  const { limits } = page.access;
  const chosen = otherPeriodFromQuery(query, page.period, page.freshness, limits);
  if (!chosen.ok) notFound();
  const { other, comparedWith, options } = chosen.value;
  const periods = await compareOf(page.access, { period: page.period, other }, page.freshness, {
    ranges: page.ranges,
  });
  const path = viewPath(patient, "compare");
  return (
    <PatientFrame page={page} patient={patient} current="compare" period={{ ...page, path, options }}>
      <CompareReport
        {...periods}
        picker={{
          path,
          kept: page.passedOn,
          other,
          comparedWith,
          firstDate: limits?.from ?? null,
          lastDate: page.lastDate,
        }}
        ranges={page.ranges}
        unit={page.unit}
        words={page.words}
        state={
          <>
            <ViewState page={page} patient={patient} view="compare" readings={null} />
            {limits?.from && !showsDate(limits, other.to) ? (
              <p className="muted">
                {page.words.t("sharedView.notBefore", { date: formatDate(limits.from, page.words) })}
              </p>
            ) : null}
          </>
        }
      />
    </PatientFrame>
  );
}
