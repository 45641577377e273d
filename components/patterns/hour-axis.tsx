import { formatHour } from "@/lib/format/date";
import styles from "./hour-axis.module.css";

const HOURS = [0, 6, 12, 18, 24];

/** The clock under a small curve, midnight to midnight. Decoration: the words beside it name the hours. */
export function HourAxis({ locale }: { readonly locale: string }) {
  return (
    <span className={styles.axis} aria-hidden="true">
      {HOURS.map((hour) => (
        <span key={hour}>{formatHour(hour * 60, { locale })}</span>
      ))}
    </span>
  );
}
