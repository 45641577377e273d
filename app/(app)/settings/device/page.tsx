import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { DeviceSettings } from "@/components/offline/device-settings";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { PERIOD_DEFAULT_DAYS } from "@/lib/glucose/period";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPatientPage } from "@/lib/reports/loaders";
import { SettingsTabs } from "../settings-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("offline.device.title") };
}

export default async function DevicePage() {
  const page = await loadPatientPage("me", "overview");
  const { words } = page;
  return (
    <PatientFrame page={page} patient="me" current="settings">
      <SettingsTabs current="device" words={words} />
      <ReportBody>
        <ReportHeader title={words.t("offline.device.title")} facts={words.t("offline.device.facts")} />
        <DeviceSettings days={PERIOD_DEFAULT_DAYS} words={words} />
      </ReportBody>
    </PatientFrame>
  );
}
