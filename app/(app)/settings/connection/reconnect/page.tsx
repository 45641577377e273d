import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { Consent } from "@/app/consent";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { loadPatientPage } from "@/lib/reports/loaders";
import { PATHS } from "@/lib/routes";

export const metadata: Metadata = { title: "Reconnect Dexcom" };

export default async function ReconnectPage() {
  const page = await loadPatientPage("me");
  return (
    <PatientFrame page={page} patient="me" current="settings">
      <ReportBody>
        <ReportHeader
          title="Reconnect Dexcom"
          facts="Use the Dexcom account that you used before. What is here stays, and what is new is added."
        />
        <Consent purpose="reconnect" backHref={PATHS.connection} />
      </ReportBody>
    </PatientFrame>
  );
}
