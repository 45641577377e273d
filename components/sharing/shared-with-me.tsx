import { Notice } from "@/components/ui/notice";
import { DAY_MS } from "@/lib/clock";
import { AskedShares, Invitations, PeopleIMaySee } from "./people-cards";
import { SharePart } from "./share-card";
import { dayInWords } from "./share-words";
import type { SharedWithMeProps } from "./shares-props";
import styles from "./sharing.module.css";

const ENDED_DAYS = 30;

/** What others share with somebody: invitations first, then whose data they may see, and what they wait for. */
export function SharedWithMe(props: SharedWithMeProps) {
  const { shares, words } = props;
  const { t } = words;
  return (
    <>
      {shares.every(({ state }) => state === "ended") ? (
        <Notice title={t("accounts.people.empty")}>{t("accounts.people.emptyText")}</Notice>
      ) : null}
      <Invitations {...props} />
      <PeopleIMaySee {...props} />
      <AskedShares {...props} />
    </>
  );
}

/** What ended lately: that it did, never why. What was never seen has nothing to end. */
export function EndedWithMe({ shares, clock, words }: SharedWithMeProps) {
  const { t } = words;
  const ended = shares.filter(
    ({ state, activatedAt, endedAt }) =>
      state === "ended" && activatedAt !== null && (endedAt ?? 0) > clock.now - ENDED_DAYS * DAY_MS,
  );
  if (ended.length === 0) return null;
  return (
    <SharePart id="over" title={t("sharing.people.over.title")}>
      <ul className={styles.lines}>
        {ended.map(({ id, patientName: name, endedAt }) => {
          const date = dayInWords(endedAt ?? clock.now, clock, words);
          return (
            <li key={id}>
              {name === null
                ? t("sharing.people.over.unnamed", { date })
                : t("sharing.people.over.named", { name, date })}
            </li>
          );
        })}
      </ul>
    </SharePart>
  );
}
