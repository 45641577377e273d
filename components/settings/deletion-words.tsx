import { Question } from "@/components/help/question";
import type { Words } from "@/lib/i18n/translate";
import type { DeletionWords } from "./delete-everything";

/** What "Delete everything" says to somebody who holds glucose data. */
export function deletionWords(words: Words, keyBackupDays: number): DeletionWords {
  const { t } = words;
  return {
    ...phraseWords(words, t("settings.delete.phrase")),
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
    pending: t("settings.delete.pending"),
  };
}

/** What it says to somebody who holds none. */
export function accountDeletionWords(words: Words): DeletionWords {
  const { t } = words;
  return {
    ...phraseWords(words, t("accounts.account.phrase")),
    title: t("accounts.account.title"),
    goes: t("settings.delete.goes"),
    consequences: t("accounts.account.text"),
    question: null,
    pending: t("settings.delete.pending"),
  };
}

function phraseWords({ t }: Words, phrase: string) {
  return {
    phrase,
    type: t.rich("settings.delete.type", { phrase, strong: (text) => <strong key="phrase">{text}</strong> }),
    refused: t("settings.delete.refused", { phrase }),
  };
}
