import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { DeleteEverything, type DeletionItem } from "@/components/settings/delete-everything";
import { deletionWords } from "@/components/settings/deletion-words";
import { env } from "@/lib/env";
import { formatDateRange } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { type ErasurePreview, previewErasure } from "@/lib/patients/mutations-erasure";
import { loadPatientPage } from "@/lib/reports/loaders";
import { API_PATHS } from "@/lib/routes";
import { SettingsTabs } from "../settings-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("settings.data.title") };
}

export default async function DataPage() {
  const page = await loadPatientPage("me");
  const { words } = page;
  const preview = await previewErasure(page.access);
  return (
    <PatientFrame page={page} patient="me" current="settings">
      <SettingsTabs current="data" words={words} />
      <ReportBody>
        <ReportHeader title={words.t("settings.data.title")} facts={words.t("settings.data.facts")} />
        <DeleteEverything
          items={itemsOf(preview, words)}
          action={API_PATHS.erase}
          words={deletionWords(words, env().KEY_BACKUP_DAYS)}
        />
      </ReportBody>
    </PatientFrame>
  );
}

function itemsOf(preview: ErasurePreview, { t, locale }: Words): DeletionItem[] {
  const { firstDay, lastDay, glucoseDays: count } = preview;
  const glucose =
    firstDay === null || lastDay === null
      ? t("settings.data.days", { count })
      : t("settings.data.daysSpan", {
          count,
          dates: formatDateRange(localDateOf(firstDay, 0), localDateOf(lastDay, 0), { locale }),
        });
  return [
    { term: t("settings.data.glucose"), text: glucose },
    { term: t("settings.data.others"), text: t("settings.data.blocks", { count: preview.otherDays }) },
    {
      term: t("settings.data.connection"),
      text: t("settings.data.connections", { count: preview.connections }),
    },
    { term: t("settings.data.consent"), text: t("settings.data.consents", { count: preview.consents }) },
    { term: t("settings.data.journal"), text: t("settings.data.entries", { count: preview.journalEntries }) },
    { term: t("settings.data.log"), text: t("settings.data.runs", { count: preview.syncRuns }) },
    { term: t("settings.data.record"), text: t("settings.data.lines", { count: preview.auditLines }) },
    { term: t("settings.data.account"), text: t("settings.data.all") },
  ];
}
