import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { DeleteEverything, type DeletionItem } from "@/components/settings/delete-everything";
import { env } from "@/lib/env";
import { formatDateRange } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import { type ErasurePreview, previewErasure } from "@/lib/patients/mutations-erasure";
import { loadPatientPage } from "@/lib/reports/loaders";
import { API_PATHS } from "@/lib/routes";
import { SettingsTabs } from "../settings-tabs";

export const metadata: Metadata = { title: "Data" };

export default async function DataPage() {
  const page = await loadPatientPage("me");
  const preview = await previewErasure(page.access);
  return (
    <PatientFrame page={page} patient="me" current="settings">
      <SettingsTabs current="data" />
      <ReportBody>
        <ReportHeader title="Data" facts="What Hindsight holds about you, and how to make it forget." />
        <DeleteEverything
          items={itemsOf(preview, page.locale)}
          keyBackupDays={env().KEY_BACKUP_DAYS}
          action={API_PATHS.erase}
        />
      </ReportBody>
    </PatientFrame>
  );
}

function itemsOf(preview: ErasurePreview, locale: string): DeletionItem[] {
  const count = (n: number, one: string, many: string) =>
    `${n.toLocaleString(locale)} ${n === 1 ? one : many}`;
  const { firstDay, lastDay } = preview;
  const span =
    firstDay === null || lastDay === null
      ? ""
      : `, ${formatDateRange(localDateOf(firstDay, 0), localDateOf(lastDay, 0), { locale })}`;
  return [
    { term: "Glucose, by UTC day", text: `${count(preview.glucoseDays, "day", "days")}${span}` },
    {
      term: "Events, calibrations and alerts",
      text: count(preview.otherDays, "sealed day block", "sealed day blocks"),
    },
    { term: "Connection to Dexcom", text: count(preview.connections, "connection", "connections") },
    { term: "Consents", text: count(preview.consents, "consent", "consents") },
    { term: "Sync log", text: count(preview.syncRuns, "run", "runs") },
    { term: "Record of what happened", text: count(preview.auditLines, "line", "lines") },
    { term: "Your sign-in and settings", text: "all of it" },
  ];
}
