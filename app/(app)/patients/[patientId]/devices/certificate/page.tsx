import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { CertificatePage } from "@/components/devices/certificate-page";
import { CERTIFICATE_DAYS } from "@/lib/glucose/wear-certificate";
import { loadWords } from "@/lib/i18n/loaders";
import { loadViewPage } from "@/lib/reports/loaders";
import { optionFromQuery, type PageQuery } from "@/lib/reports/period-query";
import { certificateDates, wearCertificateOf } from "@/lib/reports/wear-certificate";
import { reportPath, viewPath, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("certificate.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function WearCertificatePage({ params, searchParams }: Props) {
  const [{ patientId: patient }, query] = await Promise.all([params, searchParams]);
  const days = optionFromQuery(query, "days", { known: CERTIFICATE_DAYS, standard: "90" });
  if (!days.ok) notFound();
  const count = Number(days.value);
  // Its days are no period of the views: only the ranges go along, for the way back.
  const kept = { ranges: query["ranges"] };
  const page = await loadViewPage(patient, kept, "certificate", ({ freshness, access }) =>
    certificateDates(count, freshness, access.limits),
  );
  const certificate = await wearCertificateOf(page.access, count, page.freshness);
  // Everything has been imported, so it is the share that shows none of these days.
  if (certificate === null && page.freshness.checkedThrough !== null) notFound();
  return (
    <PatientFrame page={page} patient={patient} current="devices" passedOn={page.passedOn}>
      <CertificatePage
        certificate={certificate}
        models={certificate?.models ?? []}
        days={days.value}
        path={reportPath.certificate(patient)}
        kept={page.passedOn}
        backHref={withQuery(viewPath(patient, "devices"), page.passedOn)}
        firstDate={page.firstDate}
        freshness={page.freshness}
        words={page.words}
        state={<ViewState page={page} patient={patient} view="certificate" readings={null} />}
      />
    </PatientFrame>
  );
}
