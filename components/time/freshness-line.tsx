import { formatDateTime } from "@/lib/format/date";
import { delaySentence } from "@/lib/format/delay";
import type { Freshness } from "@/lib/glucose/figures";
import styles from "./freshness-line.module.css";

/** "Data through Sat, Nov 21, 9:05 PM · Dexcom shares data three hours late", always under the top bar. */
export function FreshnessLine({
  freshness,
  locale,
}: {
  readonly freshness: Freshness;
  readonly locale: string;
}) {
  const { dataThrough, displayOffsetMinutes, delayMinutes } = freshness;
  return (
    <p className={styles.line}>
      <span className={styles.dot} aria-hidden="true" />
      <span>
        {dataThrough === null ? (
          "No readings yet"
        ) : (
          <>
            Data through{" "}
            <strong>
              <time dateTime={new Date(dataThrough).toISOString()}>
                {formatDateTime(dataThrough, displayOffsetMinutes, { locale })}
              </time>
            </strong>
          </>
        )}{" "}
        · {delaySentence(delayMinutes)}
      </span>
    </p>
  );
}
