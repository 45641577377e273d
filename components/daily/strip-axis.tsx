import { formatHour } from "@/lib/format/date";
import styles from "./day-strip.module.css";

const ORDINARY_DAY_MINUTES = 1_440;
const EVERY_MINUTES = 180;

/** The hours of an ordinary day over the strip; every other one gives way on a narrow page. */
export function StripAxis({
  axisMinutes,
  locale,
}: {
  readonly axisMinutes: number;
  readonly locale: string;
}) {
  const hours = Array.from({ length: ORDINARY_DAY_MINUTES / EVERY_MINUTES + 1 }, (_, i) => i * EVERY_MINUTES);
  return (
    <svg width="100%" height="20" className={styles.axis} aria-hidden="true" focusable="false">
      {hours.map((minutes) => (
        <text
          key={minutes}
          x={`${((100 * minutes) / axisMinutes).toFixed(2)}%`}
          y="14"
          textAnchor={minutes === 0 ? "start" : minutes === axisMinutes ? "end" : "middle"}
          data-minor={minutes % 360 !== 0 || undefined}
        >
          {formatHour(minutes, { locale })}
        </text>
      ))}
    </svg>
  );
}
