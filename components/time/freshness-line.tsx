import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { formatDateTime } from "@/lib/format/date";
import type { Freshness } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import { helpPath } from "@/lib/routes";
import { delaySentence } from "./delay-words";
import styles from "./freshness-line.module.css";

/** "Data through Sat, Nov 21, 9:05 PM · Dexcom shares data three hours late", always under the top bar. */
export function FreshnessLine({
  freshness: { dataThrough, displayOffsetMinutes, delayMinutes },
  words,
}: {
  readonly freshness: Freshness;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <p className={styles.line}>
      <span className={styles.dot} aria-hidden="true" />
      <span>
        {dataThrough === null
          ? t("states.noReadingsYet")
          : t.rich("states.dataThrough", {
              time: formatDateTime(dataThrough, displayOffsetMinutes, words),
              strong: timeOf(dataThrough),
            })}{" "}
        · <Link href={helpPath("delay")}>{delaySentence(delayMinutes, words)}</Link>
      </span>
    </p>
  );
}

/** The tag around a time that machines can read as well. */
function timeOf(instant: number): (text: ReactNode) => ReactNode {
  return (text) => (
    <strong>
      <time dateTime={new Date(instant).toISOString()}>{text}</time>
    </strong>
  );
}
