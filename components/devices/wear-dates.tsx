"use client";

import { formatDate, formatMonthOf } from "@/lib/format/date";
import styles from "./wear-drawing.module.css";
import { labelledDays, MARGIN, type PlaceInstant, STRIPS } from "./wear-layout";
import type { WearView } from "./wear-view";

const YEAR_DAYS = 366;

/** Dates under the strips, as many as fit; months where the period is longer than a year. */
export function DateLabels({
  days,
  place,
  width,
  locale,
}: {
  readonly days: WearView["days"];
  readonly place: PlaceInstant;
  readonly width: number;
  readonly locale: string;
}) {
  const isLong = days.length > YEAR_DAYS;
  const indexes = labelledDays(days.length, (width - MARGIN.left - MARGIN.right) / (isLong ? 2 : 1));
  return (
    <g>
      {indexes.map((index) => {
        const day = days[index];
        if (day === undefined) return null;
        const x = place(day.from);
        // The last label must not run out of the drawing.
        if (width - x < (isLong ? 110 : 48)) return null;
        return (
          <g key={day.date}>
            <line
              x1={x}
              x2={x}
              y1={STRIPS.gaps.top + STRIPS.gaps.height + 2}
              y2={STRIPS.axis - 12}
              className={styles.rule}
            />
            <text x={x} y={STRIPS.axis} className={styles.label}>
              {isLong
                ? formatMonthOf(day.date.slice(0, 7), { locale })
                : formatDate(day.date, { locale, style: "month-day" })}
            </text>
          </g>
        );
      })}
    </g>
  );
}
