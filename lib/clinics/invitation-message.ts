import { DAY_MS, type Instant } from "@/lib/clock";
import { formatDate } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import type { SaidInvitation } from "./mutations-invitation";
import { INVITATION_DAYS } from "./schema";

/**
 * The message to somebody who is invited to a clinic. It holds no token, and so opens nothing: the invitation belongs to
 * whoever signs in with its address.
 */
export function clinicInvitationMessage(
  { clinicName: clinic, invitedBy: name }: SaidInvitation,
  { origin, now }: { readonly origin: string; readonly now: Instant },
  { t, locale }: Words,
): { readonly subject: string; readonly text: string } {
  const { host } = new URL(origin);
  const date = formatDate(localDateOf(now + INVITATION_DAYS * DAY_MS, 0), { locale, style: "full" });
  const paragraphs = [
    t("clinics.message.why", { name, clinic, host }),
    `${t("clinics.message.how")}\n${origin}${PATHS.clinics}`,
    t("clinics.message.until", { days: String(INVITATION_DAYS), date }),
    t("clinics.message.purpose"),
    t("clinics.message.ignore"),
  ];
  return { subject: t("clinics.message.subject", { name, clinic }), text: `${paragraphs.join("\n\n")}\n` };
}
