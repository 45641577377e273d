import styles from "@/components/charts/heat-map.module.css";
import { shareStep } from "@/components/charts/heat-map-tones";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { bandPercent } from "@/lib/format/percent";
import type { DaySummary } from "@/lib/glucose/figures";
import { isThin, sharePercent } from "./day-words";
import own from "./range-day.module.css";

/** A day as one square: its time in range in figures and as a tone, hatched where few readings are behind it. */
export function RangeDay({
  day,
  label,
  href,
}: {
  readonly day: DaySummary;
  readonly label: string;
  readonly href: string;
}) {
  const share = day.targetShare === null ? null : sharePercent(day.targetShare);
  const tone =
    share === null
      ? styles.none
      : classNames(styles[`share${shareStep(share.percent)}`], isThin(day) && styles.hatched);
  return (
    <Link href={href} className={classNames(styles.cell, own.day, tone)} title={label} data-cell="">
      <span className="visually-hidden" data-name="">
        {label}
      </span>
      <span className={own.date} aria-hidden="true">
        {Number(day.date.slice(-2))}
      </span>
      <span className={own.value} aria-hidden="true">
        {share === null ? "–" : bandPercent(share)}
      </span>
    </Link>
  );
}
