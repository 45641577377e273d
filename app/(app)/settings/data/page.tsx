import type { Metadata } from "next";
import { ReportHeader } from "@/components/reports/report-header";
import { DeleteEverything, type DeletionItem } from "@/components/settings/delete-everything";
import { accountDeletionWords, deletionWords } from "@/components/settings/deletion-words";
import { loadAccountPage } from "@/lib/accounts/loaders";
import { clinicsOf } from "@/lib/clinics/data";
import type { OwnClinic } from "@/lib/clinics/status";
import { env } from "@/lib/env";
import { formatDateRange } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { type ErasurePreview, previewErasure } from "@/lib/patients/mutations-erasure";
import { loadOwnPage } from "@/lib/reports/loaders";
import { API_PATHS } from "@/lib/routes";
import { SettingsFrame } from "../settings-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("settings.data.title") };
}

export default async function DataPage() {
  const page = await loadAccountPage();
  const { words } = page;
  const own = await loadOwnPage();
  const work = clinicItems(await clinicsOf(page.userId), words);
  return (
    <SettingsFrame page={page} own={own} current="data">
      <ReportHeader title={words.t("settings.data.title")} facts={words.t("settings.data.facts")} />
      {own === null ? (
        <DeleteEverything
          items={[...work, { term: words.t("settings.data.account"), text: words.t("settings.data.all") }]}
          action={API_PATHS.account}
          method="DELETE"
          confirmation="delete this account"
          words={accountDeletionWords(words)}
        />
      ) : (
        <DeleteEverything
          items={[...itemsOf(await previewErasure(own.access), words), ...work]}
          action={API_PATHS.erase}
          words={deletionWords(words, env().KEY_BACKUP_DAYS)}
        />
      )}
    </SettingsFrame>
  );
}

/** What becomes of the clinics in which somebody works. */
function clinicItems(clinics: readonly OwnClinic[], { t, locale }: Words): DeletionItem[] {
  if (clinics.length === 0) return [];
  const names = new Intl.ListFormat(locale).format(clinics.map(({ name }) => name));
  return [{ term: t("clinics.deletion.term"), text: t("clinics.deletion.text", { clinics: names }) }];
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
    { term: t("settings.data.looked"), text: t("settings.data.looks", { count: preview.disclosures }) },
    { term: t("settings.data.account"), text: t("settings.data.all") },
  ];
}
