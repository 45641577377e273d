import type { Words } from "@/lib/i18n/translate";
import { HELP_LINKS } from "./help-links";
import { Topic } from "./topic";

/** What Dexcom is asked to permit, how the first import goes, how a permission can be lost, and how to get in meanwhile. */
export function ConnectionTopic({ words }: { readonly words: Words }) {
  const { t } = words;
  return (
    <Topic topic="connection" words={words}>
      <p>{t("help.connection.permission")}</p>
      <p>{t("help.connection.history")}</p>
      <p>{t("help.connection.lost")}</p>
      <p>{t.rich("help.connection.down", HELP_LINKS)}</p>
      <p>{t("help.connection.guardian")}</p>
    </Topic>
  );
}
