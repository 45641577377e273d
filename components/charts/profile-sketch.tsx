"use client";

import { useWords } from "@/components/i18n/use-words";
import { setRange } from "@/components/statistics/set-range";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import { glucoseAxis, hoursAxis, NARROW_PX } from "./axes";
import { axisMarks, clampToAxis, glucoseDomain, verticalScale } from "./glucose-axis";
import layers from "./layers.module.css";
import plot from "./plot.module.css";
import { closedOverMidnight, curveEnds, DAY_MINUTES, spreadLabels } from "./profile-rows";
import styles from "./profile-sketch.module.css";

export interface ProfileChartProps {
  readonly points: readonly ProfilePoint[];
  /** Whose target range lies behind the curves, and whose thresholds are marked. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
}

type Domain = readonly [number, number];
type CurvePoint = Omit<ProfilePoint, "readings" | "days">;

const HEIGHT = 1_000;
/** A line of small text in a drawing of 310 px. */
const NAMES_GAP_PERCENT = 4.5;

/** The areas and the median as SVG paths, x in minutes of the day, y from 0 at the top to 1,000. A gap breaks them. */
export function profilePaths(points: readonly CurvePoint[], domain: Domain) {
  const y = verticalScale(domain, { top: 0, bottom: HEIGHT });
  const rows = closedOverMidnight(points);
  const place = (row: CurvePoint, mgDl: number) =>
    `${row.minuteOfDay} ${Math.round(y(clampToAxis(mgDl, domain)))}`;
  const area = (low: "p5" | "p25", high: "p75" | "p95") =>
    unbroken(rows, (row) => row[low] !== null && row[high] !== null)
      .map((run) => {
        const above = run.map((row) => place(row, row[high] ?? 0));
        const below = run.toReversed().map((row) => place(row, row[low] ?? 0));
        return `M${[...above, ...below].join("L")}Z`;
      })
      .join("");
  return {
    outer: area("p5", "p95"),
    inner: area("p25", "p75"),
    median: unbroken(rows, (row) => row.p50 !== null)
      .map((run) => `M${run.map((row) => place(row, row.p50 ?? 0)).join("L")}`)
      .join(""),
  };
}

function unbroken<Row>(rows: readonly Row[], isThere: (row: Row) => boolean): Row[][] {
  const runs: Row[][] = [[]];
  for (const row of rows)
    if (isThere(row)) runs.at(-1)?.push(row);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  return runs.filter((run) => run.length > 0);
}

/**
 * The same curves on the same axes as the drawing that takes their place, but as the server can draw them: nothing
 * measured, straight between the points. Somebody on a slow phone reads their profile before any script has run.
 */
export function ProfileSketch({ points, ranges, unit }: ProfileChartProps) {
  const words = useWords();
  const { locale, t } = words;
  const set = RANGE_SETS[ranges];
  const marks = axisMarks(set.bounds["mg/dL"]);
  const { target } = marks;
  const domain = glucoseDomain(points.map(({ p95 }) => p95));
  const { outer, inner, median } = profilePaths(points, domain);
  const share = verticalScale(domain, { top: 0, bottom: 100 });
  const at = (mgDl: number) => `${share(mgDl)}%`;
  const line = (mgDl: number, className: string | undefined) => (
    <line key={mgDl} x2="100%" y1={at(mgDl)} y2={at(mgDl)} className={className} />
  );
  const ends = curveEnds(points);
  const spread = spreadLabels(
    ends.map(({ mgDl }) => share(mgDl)),
    NAMES_GAP_PERCENT,
  );
  return (
    <div className={styles.frame} data-sketch>
      <svg className={styles.sketch} aria-hidden="true">
        <rect
          width="100%"
          y={at(target.to)}
          height={`${share(target.from) - share(target.to)}%`}
          className={layers.target}
        />
        {marks.faint.map((mgDl) => line(mgDl, layers.faint))}
        <svg
          viewBox={`0 0 ${DAY_MINUTES} ${HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          className={styles.curves}
        >
          <path d={outer} className={styles.outer} />
          <path d={inner} className={styles.inner} />
          <path d={median} className={styles.median} vectorEffect="non-scaling-stroke" />
        </svg>
        {marks.firm.map((mgDl) => line(mgDl, layers.firm))}
        <text x="8" y={at(target.to)} dy="-6" className={layers.targetLabel}>
          {t("charts.profile.target", { range: setRange("target", set, unit, words) })}
        </text>
        {glucoseAxis(domain, { unit, locale }, marks).ticks.map(({ value, label }) => (
          <text key={value} x="-8" y={at(value)} dy="0.35em" textAnchor="end" className={plot.tick}>
            {label}
          </text>
        ))}
        {/* Every third hour; a narrow frame hides those between. */}
        {hoursAxis(NARROW_PX, locale).ticks.map(({ value, label }) => (
          <text
            key={value}
            x={`${(value / DAY_MINUTES) * 100}%`}
            y="100%"
            dy="18"
            textAnchor="middle"
            className={plot.tick}
            data-between={value % 360 === 0 ? undefined : ""}
          >
            {label}
          </text>
        ))}
        {ends.map(({ percent }, index) => (
          <text key={percent} x="100%" y={`${spread[index]}%`} dx="6" dy="0.35em" className={layers.label}>
            {percent === 50 ? <tspan className={styles.named}>{t("charts.profile.median")}</tspan> : null}
            <tspan className={percent === 50 ? styles.numbered : undefined}>{percent} %</tspan>
          </text>
        ))}
      </svg>
    </div>
  );
}
