import type { Words } from "@/lib/i18n/translate";
import { sharingPath } from "@/lib/routes";

/**
 * The yearly message to whoever shares without an end. A job has nobody's browser to ask for a language, so it speaks all
 * of them. It says neither with whom nor what: the page behind it does, to whoever signs in.
 */
export function reminderMessage(
  count: number,
  origin: string,
  languages: readonly Pick<Words, "t">[],
): { readonly subject: string; readonly text: string } {
  const texts = languages.map(({ t }) =>
    [
      t("sharing.reminderMessage.why", { count }),
      `${t("sharing.reminderMessage.how")}\n${origin}${sharingPath("me")}`,
      t("sharing.reminderMessage.nothing"),
    ].join("\n\n"),
  );
  return {
    subject: languages.map(({ t }) => t("sharing.reminderMessage.subject")).join(" · "),
    text: `${texts.join("\n\n———\n\n")}\n`,
  };
}
