import type { Words } from "@/lib/i18n/translate";
import { contactHref } from "./contact-href";
import { Terms, Topic } from "./topic";

const OTHERS = ["emergency", "now", "care", "dexcom"] as const;

/** Whom to call for what. No advice beyond "glucose now is in the CGM app or on a meter". */
export function ContactTopic({ support, words }: { readonly support: string | null; readonly words: Words }) {
  const { t } = words;
  return (
    <Topic topic="contact" words={words}>
      <Terms
        items={[
          ...OTHERS.map((whom) => ({
            term: t(`help.contact.${whom}.term`),
            text: t(`help.contact.${whom}.text`),
          })),
          {
            term: t("help.contact.operator.term"),
            text:
              support === null ? (
                t("help.contact.operator.none")
              ) : (
                <>
                  {t("help.contact.operator.text")} <Contact contact={support} />
                </>
              ),
          },
        ]}
      />
    </Topic>
  );
}

function Contact({ contact }: { readonly contact: string }) {
  const href = contactHref(contact);
  return href === null ? contact : <a href={href}>{contact}</a>;
}
