import { formatDate } from "@/lib/format/date";
import { WORN_DAY_PERCENT_MIN, type WornDay } from "@/lib/glucose/wear";
import type { Words } from "@/lib/i18n/translate";
import styles from "./wear-bars.module.css";
import { barsPath } from "./wear-layout";

const HEIGHT = 30;

/** One bar for each day, as high as the sensor was active: drawn by the server, so that paper has it, too. */
export function WearBars({
  days,
  label,
  words: { locale },
}: {
  readonly days: readonly WornDay[];
  readonly label: string;
  readonly words: Words;
}) {
  const first = days[0];
  const last = days.at(-1);
  const limit = HEIGHT * (1 - WORN_DAY_PERCENT_MIN / 100);
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${days.length * 10} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <rect width={days.length * 10} height={HEIGHT} className={styles.whole} />
        <path
          d={barsPath(
            days.map(({ activePercent: percent }, i) => ({ left: i * 10, right: (i + 1) * 10, percent })),
            { top: 0, height: HEIGHT },
          )}
          className={styles.worn}
        />
        <line
          x1="0"
          x2={days.length * 10}
          y1={limit}
          y2={limit}
          className={styles.limit}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className={styles.caption}>
        <span>{first ? formatDate(first.date, { locale, style: "month-day" }) : ""}</span>
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
        <span>{last ? formatDate(last.date, { locale, style: "month-day" }) : ""}</span>
      </figcaption>
    </figure>
  );
}
