import type { Words } from "@/lib/i18n/translate";
import { HELP_LINKS } from "./help-links";
import { Topic } from "./topic";

/** Excluding readings: how, and what stays. */
export function LeftOutTopic({ words }: { readonly words: Words }) {
  const { t } = words;
  return (
    <Topic topic="left-out" words={words}>
      <p>{t.rich("help.leftOut.how", HELP_LINKS)}</p>
      <p>{t("help.leftOut.active")}</p>
    </Topic>
  );
}
