import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { DevicesReport } from "@/components/devices/devices-report";
import { loadWords } from "@/lib/i18n/loaders";
import { devicesOf } from "@/lib/reports/devices";
import { loadPeriodPage } from "@/lib/reports/loaders";
import { optionFromQuery, type PageQuery } from "@/lib/reports/period-query";
import { rangesQuery } from "@/lib/reports/ranges-query";
import { reportPath, viewPath, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("devices.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function DevicesPage({ params, searchParams }: Props) {
  const [{ patientId: patient }, query] = await Promise.all([params, searchParams]);
  const page = await loadPeriodPage(patient, query, "devices");
  const gaps = optionFromQuery(query, "gaps", { known: ["longest", "all"], standard: "longest" });
  if (!gaps.ok) notFound();
  const devices = await devicesOf(page.access, page.period, page.freshness);
  const path = viewPath(patient, "devices");
  const options: Readonly<Record<string, string>> = gaps.value === "all" ? { gaps: "all" } : {};
  return (
    <PatientFrame page={page} patient={patient} current="devices" period={{ ...page, path, options }}>
      <DevicesReport
        {...devices}
        period={page.period}
        isAllGaps={gaps.value === "all"}
        allGapsHref={withQuery(path, { ...page.passedOn, gaps: "all" })}
        fewerGapsHref={withQuery(path, page.passedOn)}
        certificateHref={withQuery(reportPath.certificate(patient), rangesQuery(page.ranges))}
        freshness={page.freshness}
        unit={page.unit}
        words={page.words}
        state={<ViewState page={page} patient={patient} view="devices" readings={devices.wear.observed} />}
      />
    </PatientFrame>
  );
}
