import { clinicInvitationMessage } from "@/lib/clinics/invitation-message";
import type { ComposeClinicInvitation } from "@/lib/clinics/mutations-invitation";
import { type Instant, systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { mailDelivery } from "@/lib/mail/delivery-kind";
import { refused } from "@/lib/refusals";
import { invitationMessage } from "@/lib/sharing/invitation-message";
import type { ComposeInvitation } from "@/lib/sharing/mutations";

/** Writes invitations to share in the language of whoever asks; a site without mail refuses when there is one to write. */
export function invitationsOf(): Promise<ComposeInvitation> {
  return composing(invitationMessage);
}

/** The same of invitations to work in a clinic. */
export function clinicInvitations(): Promise<ComposeClinicInvitation> {
  return composing(clinicInvitationMessage);
}

type Compose<Said, Message> = (
  said: Said,
  at: { readonly origin: string; readonly now: Instant },
  words: Words,
) => Message;

async function composing<Said, Message>(compose: Compose<Said, Message>): Promise<(said: Said) => Message> {
  const settings = env();
  const words = await loadWords();
  return (said) => {
    if (mailDelivery(settings) === "none") throw refused("no-mail");
    return compose(said, { origin: settings.NEXTAUTH_URL, now: systemClock.now() }, words);
  };
}
