import styles from "@/components/charts/heat-map.module.css";
import { shareStep } from "@/components/charts/heat-map-tones";
import { classNames } from "@/components/ui/class-names";
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
  // A plain link, which `HeatMapCells` follows: a page may have a year of these.
  return (
    <a href={href} className={classNames(styles.cell, own.day, tone)} data-cell="">
      <span className="visually-hidden" data-name="">
        {label}
      </span>
      <span aria-hidden="true">{Number(day.date.slice(-2))}</span>
      <b aria-hidden="true">{share === null ? "–" : bandPercent(share)}</b>
    </a>
  );
}
