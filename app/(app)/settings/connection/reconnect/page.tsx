import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { Consent } from "@/app/consent";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPatientPage } from "@/lib/reports/loaders";
import { PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("settings.reconnect.title") };
}

export default async function ReconnectPage() {
  const page = await loadPatientPage("me", "overview");
  return (
    <PatientFrame page={page} patient="me" current="settings">
      <ReportBody>
        <ReportHeader
          title={page.words.t("settings.reconnect.title")}
          facts={page.words.t("settings.reconnect.facts")}
        />
        <Consent purpose="reconnect" backHref={PATHS.connection} />
      </ReportBody>
    </PatientFrame>
  );
}
