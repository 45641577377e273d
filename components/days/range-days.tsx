"use client";

import heatMap from "@/components/charts/heat-map.module.css";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { LocalDate } from "@/lib/glucose/local-time";
import months from "./month.module.css";
import styles from "./range-days.module.css";

/** A day as one square: its time in range in figures and as a tone, hatched where few readings are behind it. */
export interface RangeDay {
  readonly date: LocalDate;
  readonly href: string;
  /** The whole day as one phrase. */
  readonly label: string;
  /** Null where there is none to tell. */
  readonly inRange: { readonly percent: string; readonly step: number } | null;
  readonly isThin: boolean;
}

/** The days of one month as squares, from little more than their numbers: a view may have a year of them. */
export function RangeDays({
  days,
  column,
}: {
  /** Ascending. */
  readonly days: readonly RangeDay[];
  /** Of the first of them, from 1. */
  readonly column: number;
}) {
  return (
    <ol className={months.days}>
      {days.map((day, i) => (
        <li key={day.date} className={classNames(i === 0 && months[`column${column}`])}>
          <Square {...day} />
        </li>
      ))}
    </ol>
  );
}

function Square({ date, href, label, inRange, isThin }: RangeDay) {
  const tone =
    inRange === null ? heatMap.none : classNames(heatMap[`share${inRange.step}`], isThin && heatMap.hatched);
  return (
    <Link href={href} className={classNames(heatMap.cell, styles.day, tone)} data-cell="">
      <span className="visually-hidden" data-name="">
        {label}
      </span>
      <span aria-hidden="true">{Number(date.slice(-2))}</span>
      <b aria-hidden="true">{inRange === null ? "–" : inRange.percent}</b>
    </Link>
  );
}
