import type { Words } from "@/lib/i18n/translate";
import type { DeletionWords } from "./delete-everything";

export function deletionWords({ t }: Words, keyBackupDays: number): DeletionWords {
  const phrase = t("settings.delete.phrase");
  return {
    title: t("settings.delete.title"),
    goes: t("settings.delete.goes"),
    consequences: [
      t("settings.delete.key"),
      keyBackupDays > 0
        ? t("settings.delete.backups", { days: keyBackupDays })
        : t("settings.delete.noBackups"),
      t("settings.delete.signedOut"),
    ].join(" "),
    phrase,
    type: t.rich("settings.delete.type", { phrase, strong: (text) => <strong key="phrase">{text}</strong> }),
    refused: t("settings.delete.refused", { phrase }),
    pending: t("settings.delete.pending"),
  };
}
