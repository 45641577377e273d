import styles from "./hour-marks.module.css";
import type { MarkedHours } from "./marked-hours";

const DAY_MINUTES = 1_440;

/** The hours that a pattern concerns, shaded over the whole height and underlined. Decoration: the words name them. */
export function HourMarks({ hours }: { readonly hours: readonly MarkedHours[] }) {
  if (hours.length === 0) return null;
  return (
    <svg
      className={styles.marks}
      viewBox={`0 0 ${DAY_MINUTES} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {hours.map(({ from, to }) => (
        <g key={from}>
          <rect x={from} width={to - from} height="100" className={styles.shade} />
          <path d={`M${from} 100H${to}`} className={styles.line} vectorEffect="non-scaling-stroke" />
        </g>
      ))}
    </svg>
  );
}
