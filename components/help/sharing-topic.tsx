import type { Words } from "@/lib/i18n/translate";
import { HELP_LINKS } from "./help-links";
import { Topic } from "./topic";

/** Letting somebody else look: how, what they see, how it stops, and what the other side learns. */
export function SharingTopic({ words }: { readonly words: Words }) {
  const { t } = words;
  return (
    <Topic topic="sharing" words={words}>
      <p>{t.rich("help.sharing.how", HELP_LINKS)}</p>
      <p>{t("help.sharing.link")}</p>
      <p>{t("help.sharing.clinic")}</p>
      <p>{t("help.sharing.what")}</p>
      <p>{t("help.sharing.stop")}</p>
      <p>{t("help.sharing.learn")}</p>
    </Topic>
  );
}
