import { DAY_MS, type Instant } from "@/lib/clock";
import { formatDate } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import { OFFER_DAYS, type OwnerWords } from "./schema";

/**
 * The message to somebody who is invited. It holds no token, and so opens nothing: the invitation belongs to whoever signs
 * in with its address. Nor does it hold anything of what is shared, or the note: nobody writes to strangers through it.
 */
export function invitationMessage(
  { patientName: name, note }: OwnerWords,
  { origin, now }: { readonly origin: string; readonly now: Instant },
  { t, locale }: Words,
): { readonly subject: string; readonly text: string } {
  const { host } = new URL(origin);
  const date = formatDate(localDateOf(now + OFFER_DAYS * DAY_MS, 0), { locale, style: "full" });
  const paragraphs = [
    t("sharing.message.why", { name, host }),
    ...(note === null ? [] : [t("sharing.message.note", { name })]),
    `${t("sharing.message.how")}\n${origin}${PATHS.people}`,
    t("sharing.message.until", { days: OFFER_DAYS, date }),
    t("sharing.message.purpose"),
    t("sharing.message.ignore"),
  ];
  return { subject: t("sharing.message.subject", { name }), text: `${paragraphs.join("\n\n")}\n` };
}
