import { COPY_HOURS } from "@/components/offline/sealed-copy";
import type { Words } from "@/lib/i18n/translate";
import { HELP_LINKS } from "./help-links";
import { Terms, Topic } from "./topic";

/** Installing, printing, languages and accessibility. */
export function DeviceTopic({ words }: { readonly words: Words }) {
  const { t } = words;
  const values = { ...HELP_LINKS, hours: String(COPY_HOURS) };
  return (
    <Topic topic="device" words={words}>
      <Terms
        items={(["install", "print", "language", "accessibility"] as const).map((part) => ({
          term: t(`help.device.${part}.title`),
          text: t.rich(`help.device.${part}.text`, values),
        }))}
      />
    </Topic>
  );
}
