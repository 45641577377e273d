"use client";

import { useWords } from "@/components/i18n/use-words";
import { setRange } from "@/components/statistics/set-range";
import { classNames } from "@/components/ui/class-names";
import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { BrowserWords } from "@/lib/i18n/translate";
import { glucoseAxis, hoursAxis, NARROW_PX } from "./axes";
import { ChartSurface } from "./chart-surface";
import type { TooltipContent } from "./chart-tooltip";
import { CursorLayer } from "./cursor-layer";
import { axisMarks, clampToAxis, glucoseDomain } from "./glucose-axis";
import styles from "./layers.module.css";
import { Plot, type PlotMargin, usePlotScales } from "./plot";
import { closedOverMidnight, curveEnds, DAY_MINUTES, spreadLabels } from "./profile-rows";
import type { ProfileChartProps } from "./profile-sketch";
import { TargetEdges, TargetLayer } from "./target-layer";

function marginFor(width: number): PlotMargin {
  return width < NARROW_PX
    ? { top: 8, right: 40, bottom: 26, left: 34 }
    : { top: 8, right: 58, bottom: 26, left: 40 };
}

function tooltipOf(point: ProfilePoint, unit: GlucoseUnit, { t, locale }: BrowserWords): TooltipContent {
  const { p5, p25, p50, p75, p95 } = point;
  const range = (from: number | null, to: number | null) =>
    from === null || to === null
      ? "—"
      : `${formatGlucose(from, unit, locale)}–${formatGlucose(to, unit, locale)}`;
  const time = formatMinuteOfDay(point.minuteOfDay, { locale });
  const median = p50 === null ? "—" : formatGlucose(p50, unit, locale);
  return {
    title: t("charts.profile.around", { time }),
    value: median,
    unit: t("charts.profile.medianIn", { unit }),
    band: null,
    lines: [
      { label: t("charts.profile.half"), value: range(p25, p75) },
      { label: t("charts.profile.nineInTen"), value: range(p5, p95) },
      { label: t("charts.profile.from"), value: t("charts.profile.days", { count: point.days }) },
    ],
    notes: [],
    spoken:
      p50 === null
        ? t("charts.profile.spokenNone", { time })
        : t("charts.profile.spoken", {
            time,
            median: `${median} ${unit}`,
            half: range(p25, p75),
            nineInTen: range(p5, p95),
          }),
  };
}

/** The percentile curves over 24 hours: 5–95 and 25–75 as areas, the median as a line. */
export function ProfileDrawing({ points, ranges, unit }: ProfileChartProps) {
  const words = useWords();
  const { t, locale } = words;
  const set = RANGE_SETS[ranges];
  const marks = axisMarks(set.bounds["mg/dL"]);
  const domain = glucoseDomain(points.map(({ p95 }) => p95));
  const rows = closedOverMidnight(points);
  const area = (from: number | null, to: number | null): [number, number] | null =>
    from === null || to === null ? null : [clampToAxis(from, domain), clampToAxis(to, domain)];

  return (
    <ChartSurface
      label={t("charts.profile.label", { unit })}
      page={3}
      marginFor={marginFor}
      cursorAt={({ width }) => {
        const { left, right } = marginFor(width);
        return {
          positions: points.map(
            ({ minuteOfDay }) => left + (minuteOfDay / DAY_MINUTES) * (width - left - right),
          ),
          content: (index) => {
            const point = points[index];
            if (!point) throw new Error("The cursor stands outside the profile");
            return tooltipOf(point, unit, words);
          },
        };
      }}
    >
      {({ width, height }, active) => {
        const point = active === null ? undefined : points[active];
        return (
          <Plot
            width={width}
            height={height}
            margin={marginFor(width)}
            x={hoursAxis(width, locale)}
            y={glucoseAxis(domain, { unit, locale }, marks)}
            rows={rows}
            xOf={(row) => row.minuteOfDay}
            series={[
              {
                kind: "area",
                key: "outer",
                curve: "monotone",
                className: classNames(styles.outer),
                value: ({ p5, p95 }) => area(p5, p95),
              },
              {
                kind: "area",
                key: "inner",
                curve: "monotone",
                className: classNames(styles.inner),
                value: ({ p25, p75 }) => area(p25, p75),
              },
              {
                kind: "line",
                key: "median",
                width: 2.25,
                curve: "monotone",
                className: classNames(styles.median),
                value: ({ p50 }) => p50,
              },
            ]}
            behind={<TargetLayer marks={marks} />}
            inFront={
              <>
                <TargetEdges
                  label={t("charts.profile.target", { range: setRange("target", set, unit, words) })}
                  marks={marks}
                />
                <PercentileNames
                  points={points}
                  median={width < NARROW_PX ? "50 %" : t("charts.profile.median")}
                />
                {point && point.p50 !== null ? (
                  <CursorLayer x={point.minuteOfDay} values={[point.p50]} />
                ) : null}
              </>
            }
          />
        );
      }}
    </ChartSurface>
  );
}

/** The names of the curves where they leave the drawing, instead of a legend. */
function PercentileNames({
  points,
  median,
}: {
  readonly points: readonly ProfilePoint[];
  readonly median: string;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  const ends = curveEnds(points);
  const spread = spreadLabels(
    ends.map(({ mgDl }) => scales.y(mgDl)),
    14,
  );
  return (
    <g aria-hidden="true">
      {ends.map(({ percent }, index) => (
        <text key={percent} x={scales.right + 6} y={spread[index]} dy="0.35em" className={styles.label}>
          {percent === 50 ? median : `${percent} %`}
        </text>
      ))}
    </g>
  );
}
