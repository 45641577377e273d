import { ShareAction } from "@/components/sharing/share-action";
import { ShareCard, SharePart } from "@/components/sharing/share-card";
import { dayInWords, verifiedInWords } from "@/components/sharing/share-words";
import type { InvitationToMe } from "@/lib/clinics/status";
import type { Instant } from "@/lib/clock";
import type { Words } from "@/lib/i18n/translate";
import styles from "./clinics.module.css";

interface ClinicInvitationsProps {
  readonly invitations: readonly InvitationToMe[];
  /** Whether it is known who the reader is: nobody joins without. */
  readonly isKnown: boolean;
  readonly answerUrl: (id: string) => string;
  readonly now: Instant;
  readonly words: Words;
}

/** Clinics that invite the reader: who, where to, as what, and what that may do. */
export function ClinicInvitations({ invitations, ...props }: ClinicInvitationsProps) {
  if (invitations.length === 0) return null;
  return (
    <SharePart id="invitations" title={props.words.t("clinics.invitations.title")}>
      <ul className={styles.cards}>
        {invitations.map((invitation) => (
          <Invitation key={invitation.id} invitation={invitation} {...props} />
        ))}
      </ul>
    </SharePart>
  );
}

function Invitation({
  invitation: { id, clinicName: clinic, role, invitedBy, expiresAt },
  isKnown,
  answerUrl,
  now,
  words,
}: Omit<ClinicInvitationsProps, "invitations"> & { readonly invitation: InvitationToMe }) {
  const { t } = words;
  const from = `${invitedBy.name} · ${verifiedInWords(invitedBy.verifiedBy, words)}`;
  const as = `${t(`clinics.roles.${role}`)}. ${t(`clinics.rights.${role}`)}`;
  const until = dayInWords(expiresAt, { now, displayOffsetMinutes: 0 }, words);
  return (
    <ShareCard
      id={id}
      title={t("clinics.invitations.to", { clinic })}
      facts={[
        { term: t("clinics.invitations.from"), text: from },
        { term: t("clinics.invitations.as"), text: as },
        { term: t("clinics.invitations.until"), text: until },
      ]}
      notice={isKnown ? null : <p>{t("clinics.invitations.nameFirst")}</p>}
    >
      {isKnown ? (
        <ShareAction
          url={answerUrl(id)}
          body={{ action: "accept" }}
          tone="primary"
          label={t("clinics.invitations.accept")}
          about={clinic}
          pending={t("clinics.invitations.accepting")}
          said={t("clinics.invitations.accepted", { clinic })}
        />
      ) : null}
      <ShareAction
        url={answerUrl(id)}
        body={{ action: "decline" }}
        label={t("clinics.invitations.decline")}
        about={clinic}
        pending={t("clinics.invitations.declining")}
        said={t("clinics.invitations.declined")}
      />
    </ShareCard>
  );
}
