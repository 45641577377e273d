"use client";

import { useId } from "react";
import { bandEdges, glucoseDomain } from "@/components/charts/glucose-axis";
import { Sparkline, SparklineStroke } from "@/components/charts/sparkline";
import { formatDate } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import type { Preview, PreviewDay } from "@/lib/worklist/preview";
import styles from "./preview-days.module.css";

const QUARTER_MINUTES = 15;
const DAY_MINUTES = 1_440;

/** The newest days as small traces, the newest on top, coloured by the patient's own ranges. */
export function PreviewDays({
  days,
  targets,
  words,
}: {
  readonly days: readonly PreviewDay[];
  readonly targets: Preview["targets"];
  readonly words: Words;
}) {
  const { t, locale } = words;
  const strokeId = useId();
  const bounds = RANGE_SETS[targets].bounds["mg/dL"];
  const target = { from: bounds.low1, to: bounds.high1 };
  const domain = glucoseDomain(days.flatMap(({ values }) => values));
  return (
    <>
      <SparklineStroke id={strokeId} domain={domain} edges={bandEdges(bounds)} />
      <ol className={styles.days}>
        {days.toReversed().map((day) => (
          <li key={day.date}>
            <span className={styles.date}>{formatDate(day.date, { locale })}</span>
            <span className={styles.trace}>
              {day.inRange === null ? null : (
                <Sparkline
                  line={{
                    date: day.date,
                    lengthMinutes: DAY_MINUTES,
                    awaitedFromMinutes: null,
                    lines: linesOf(day.values),
                  }}
                  domain={domain}
                  strokeId={strokeId}
                  target={target}
                />
              )}
            </span>
            <span className={styles.percent}>
              {day.inRange === null ? (
                t("worklistPreview.days.none")
              ) : (
                <>
                  <span aria-hidden="true">{formatNumber(day.inRange, 0, locale)} %</span>
                  <span className="visually-hidden">
                    {t("worklistPreview.days.inRange", { percent: formatNumber(day.inRange, 0, locale) })}
                  </span>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Unbroken runs of [minutes after midnight, mg/dL], each value in the middle of its quarter of an hour. */
export function linesOf(values: readonly (number | null)[]): (readonly [number, number])[][] {
  const lines: (readonly [number, number])[][] = [[]];
  values.forEach((value, quarter) => {
    if (value !== null) lines.at(-1)?.push([(quarter + 0.5) * QUARTER_MINUTES, value]);
    else if (lines.at(-1)?.length !== 0) lines.push([]);
  });
  return lines.filter((line) => line.length > 0);
}
