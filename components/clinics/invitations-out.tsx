import { ShareAction } from "@/components/sharing/share-action";
import { ShareCard, SharePart } from "@/components/sharing/share-card";
import { dayInWords } from "@/components/sharing/share-words";
import type { InvitationView } from "@/lib/clinics/status";
import type { Instant } from "@/lib/clock";
import type { Words } from "@/lib/i18n/translate";
import styles from "./clinics.module.css";

/** Invitations that nobody has answered yet, or did not in time. */
export function InvitationsOut({
  invitations,
  invitationUrl,
  sendsMail,
  now,
  words,
}: {
  readonly invitations: readonly InvitationView[];
  readonly invitationUrl: (id: string) => string;
  readonly sendsMail: boolean;
  readonly now: Instant;
  readonly words: Words;
}) {
  const { t } = words;
  const clock = { now, displayOffsetMinutes: 0 };
  return (
    <SharePart
      id="invitations"
      title={t("clinics.out.title")}
      empty={invitations.length === 0 ? t("clinics.out.empty") : null}
    >
      <ul className={styles.cards}>
        {invitations.map(({ id, address, role, invitedBy, expiresAt }) => (
          <ShareCard
            key={id}
            id={id}
            title={address}
            facts={[
              { term: t("clinics.out.as"), text: t(`clinics.roles.${role}`) },
              { term: t("clinics.out.by"), text: invitedBy },
              ...(expiresAt > now
                ? [{ term: t("clinics.out.until"), text: dayInWords(expiresAt, clock, words) }]
                : []),
            ]}
            notice={expiresAt > now ? null : <p>{t("clinics.out.over")}</p>}
          >
            {sendsMail ? (
              <ShareAction
                url={invitationUrl(id)}
                body={{ action: "send-again" }}
                label={t("clinics.out.again")}
                about={address}
                pending={t("clinics.out.sending")}
                said={t("clinics.out.sentAgain")}
              />
            ) : null}
            <ShareAction
              url={invitationUrl(id)}
              body={{ action: "withdraw" }}
              label={t("clinics.out.withdraw")}
              about={address}
              pending={t("clinics.out.withdrawing")}
              said={t("clinics.out.withdrawn")}
            />
          </ShareCard>
        ))}
      </ul>
    </SharePart>
  );
}
