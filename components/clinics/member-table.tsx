import table from "@/components/devices/stacked-table.module.css";
import { SharePart } from "@/components/sharing/share-card";
import { verifiedInWords } from "@/components/sharing/share-words";
import type { MemberView } from "@/lib/clinics/status";
import { DAY_MS, type Instant } from "@/lib/clock";
import type { Words } from "@/lib/i18n/translate";
import styles from "./clinics.module.css";
import { MemberActions, type MemberActionWords } from "./member-actions";
import { roleChoices } from "./role-words";

export interface MemberTableProps {
  readonly members: readonly MemberView[];
  readonly ownUserId: string;
  /** Null: never. */
  readonly inactiveDays: number | null;
  /** Null for whoever does not manage the clinic. */
  readonly memberUrl: ((userId: string) => string) | null;
  readonly now: Instant;
  readonly words: Words;
}

/** Everybody who works in the clinic: who they are and how that is known, as what, and when they last came. */
export function MemberTable({ members, memberUrl, ...props }: MemberTableProps) {
  const { t } = props.words;
  return (
    <SharePart
      id="members"
      title={t("clinics.members.title")}
      facts={t("clinics.members.facts", { count: members.length })}
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t("clinics.members.name")}</th>
            <th scope="col">{t("clinics.members.verified")}</th>
            <th scope="col">{t("clinics.members.role")}</th>
            <th scope="col">{t("clinics.members.lastSeen")}</th>
            {memberUrl === null ? null : (
              <th scope="col">
                <span className="visually-hidden">{t("clinics.members.change")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.userId} member={member} memberUrl={memberUrl} {...props} />
          ))}
        </tbody>
      </table>
    </SharePart>
  );
}

function MemberRow({
  member: { userId, identity, role, lastSeenAt, isInactive },
  ownUserId,
  inactiveDays,
  memberUrl,
  now,
  words,
}: Omit<MemberTableProps, "members"> & { readonly member: MemberView }) {
  const { t } = words;
  const { name, verifiedBy } = identity;
  const isSelf = userId === ownUserId;
  const seen = Math.floor((now - lastSeenAt) / DAY_MS);
  return (
    <tr>
      <th scope="row" className={styles.member}>
        {name}
        {isSelf ? <span className={table.remark}>{t("clinics.members.you")}</span> : null}
      </th>
      <td data-label={t("clinics.members.verified")} className={styles.verified}>
        {verifiedInWords(verifiedBy, words)}
      </td>
      <td data-label={t("clinics.members.role")}>{t(`clinics.roles.${role}`)}</td>
      <td data-label={t("clinics.members.lastSeen")}>
        {seen < 1 ? t("clinics.members.today") : t("clinics.members.daysAgo", { count: seen })}
        {isInactive && inactiveDays !== null ? (
          <span className={table.remark}>{t("clinics.members.inactive", { days: inactiveDays })}</span>
        ) : null}
      </td>
      {memberUrl === null ? null : (
        <td className={styles.actions}>
          <MemberActions
            url={memberUrl(userId)}
            name={name}
            role={role}
            isRemovable={!isSelf}
            words={actionWords(name, words)}
          />
        </td>
      )}
    </tr>
  );
}

function actionWords(name: string, words: Words): MemberActionWords {
  const { t } = words;
  const roles = roleChoices(words);
  return {
    open: t("clinics.members.change"),
    close: t("clinics.members.close"),
    role: t("clinics.members.role"),
    roles,
    save: t("clinics.members.save"),
    saving: t("clinics.members.saving"),
    saved: roles.map(({ value, label }) => ({
      value,
      said: t("clinics.members.saved", { name, role: label }),
    })),
    remove: t("clinics.members.remove"),
    removeText: t("clinics.members.removeText", { name }),
    removing: t("clinics.members.removing"),
    removed: t("clinics.members.removed", { name }),
  };
}
