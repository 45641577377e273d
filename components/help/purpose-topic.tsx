import type { Words } from "@/lib/i18n/translate";
import { HELP_LINKS } from "./help-links";
import { Terms, Topic } from "./topic";

/** What Hindsight is for, and what the CGM app and CLARITY are for instead. */
export function PurposeTopic({ words }: { readonly words: Words }) {
  const { t } = words;
  return (
    <Topic topic="purpose" words={words}>
      <Terms
        items={(["now", "past", "clarity"] as const).map((app) => ({
          term: t(`help.purpose.${app}.term`),
          text: t.rich(`help.purpose.${app}.text`, HELP_LINKS),
        }))}
      />
    </Topic>
  );
}
