import type { Difference } from "@/lib/glucose/compare/compare-periods";
import styles from "./interval-mark.module.css";

const HALF = 60;
const HEIGHT = 16;
const ROOM = 6;

/**
 * The interval of a difference as a line, the difference as a dot on it, and 0 as a rule: whether the line meets the rule
 * is what the words beside it say. Each row has its own scale.
 */
export function IntervalMark({ difference, interval }: Pick<Difference, "difference" | "interval">) {
  if (interval === null || difference === null) return null;
  const furthest = Math.max(Math.abs(interval.low), Math.abs(interval.high), Math.abs(difference));
  if (furthest === 0) return null;
  const x = (value: number) => HALF + (value / furthest) * (HALF - ROOM);
  const y = HEIGHT / 2;
  return (
    <svg viewBox={`0 0 ${2 * HALF} ${HEIGHT}`} className={styles.mark} aria-hidden="true">
      <path d={`M${HALF} 0V${HEIGHT}`} className={styles.zero} />
      <path d={`M${x(interval.low)} ${y}H${x(interval.high)}`} className={styles.interval} />
      <circle cx={x(difference)} cy={y} r="3.5" className={styles.difference} />
    </svg>
  );
}
