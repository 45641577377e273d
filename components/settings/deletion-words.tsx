import { Question } from "@/components/help/question";
import type { Words } from "@/lib/i18n/translate";
import type { DeletionWords } from "./delete-everything";

export function deletionWords(words: Words, keyBackupDays: number): DeletionWords {
  const { t } = words;
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
    question: <Question about="ending" words={words} />,
    phrase,
    type: t.rich("settings.delete.type", { phrase, strong: (text) => <strong key="phrase">{text}</strong> }),
    refused: t("settings.delete.refused", { phrase }),
    pending: t("settings.delete.pending"),
  };
}
