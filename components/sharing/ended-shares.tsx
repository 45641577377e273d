import { Disclosure } from "@/components/ui/disclosure";
import type { Words } from "@/lib/i18n/translate";
import type { OwnedShare } from "@/lib/sharing/status";
import { SharePart } from "./share-card";
import { dayInWords, endInWords, type ReaderClock, timesInWords, whoInWords } from "./share-words";
import type { OwnSharesProps } from "./shares-props";
import styles from "./sharing.module.css";

/** How many of those that ended are still of interest. */
const SHOWN_MAX = 20;

/** What has ended, closed: who, when, and how. */
export function EndedShares({ shares, clock, words }: OwnSharesProps) {
  const { t } = words;
  const ended = shares
    .filter(({ state }) => state === "ended")
    .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))
    .slice(0, SHOWN_MAX);
  return (
    <SharePart
      id="ended"
      title={t("sharing.ended.title")}
      empty={ended.length === 0 ? t("sharing.ended.empty") : null}
    >
      <Disclosure summary={t("sharing.ended.summary", { count: ended.length })}>
        <ul className={styles.lines}>
          {ended.map((share) => (
            <li key={share.id}>{lineOf(share, clock, words)}</li>
          ))}
        </ul>
      </Disclosure>
    </SharePart>
  );
}

function lineOf(share: OwnedShare, clock: ReaderClock, words: Words): string {
  const { t } = words;
  const line = {
    who: whoInWords(share, words),
    date: dayInWords(share.endedAt ?? share.createdAt, clock, words),
    how: endInWords(share, words),
  };
  return share.link === null
    ? t("sharing.ended.line", line)
    : t("sharing.ended.lineOfLink", { ...line, times: timesInWords(share.link, words) });
}
