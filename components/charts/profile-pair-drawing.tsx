"use client";

import { useWords } from "@/components/i18n/use-words";
import { classNames } from "@/components/ui/class-names";
import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { BrowserWords } from "@/lib/i18n/translate";
import { glucoseAxis, hoursAxis, NARROW_PX } from "./axes";
import { ChartSurface } from "./chart-surface";
import type { TooltipContent } from "./chart-tooltip";
import { CursorLayer } from "./cursor-layer";
import { axisMarks, clampToAxis, glucoseDomain } from "./glucose-axis";
import styles from "./layers.module.css";
import { Plot, type PlotMargin, usePlotScales } from "./plot";
import { type ProfilePairRow, pairRows } from "./profile-pair-rows";
import { closedOverMidnight, DAY_MINUTES } from "./profile-rows";
import { TargetEdges, TargetLayer } from "./target-layer";

/** One of two profiles over each other: its name stands where its median leaves the drawing. */
export interface NamedProfile {
  readonly name: string;
  readonly points: readonly ProfilePoint[];
}

export interface ProfilePairChartProps {
  /** Drawn filled, its median as a whole line. */
  readonly first: NamedProfile;
  /** Drawn as an outline, its median dashed. */
  readonly second: NamedProfile;
  /** Whose target range lies behind the curves, and whose thresholds are marked. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
}

function marginFor(width: number): PlotMargin {
  return width < NARROW_PX
    ? { top: 24, right: 20, bottom: 26, left: 34 }
    : { top: 24, right: 24, bottom: 26, left: 40 };
}

/** Two profiles over each other: the first filled, the second as an outline, so that neither needs its colour. */
export function ProfilePairDrawing({ first, second, ranges, unit }: ProfilePairChartProps) {
  const words = useWords();
  const { locale, t } = words;
  const rows = pairRows(first.points, second.points);
  const drawn = pairRows(closedOverMidnight(first.points), closedOverMidnight(second.points));
  const marks = axisMarks(RANGE_SETS[ranges].bounds["mg/dL"]);
  const domain = glucoseDomain([...first.points, ...second.points].map(({ p75 }) => p75));
  const middle = (point: ProfilePoint | null): [number, number] | null =>
    point === null || point.p25 === null || point.p75 === null
      ? null
      : [clampToAxis(point.p25, domain), clampToAxis(point.p75, domain)];
  return (
    <ChartSurface
      label={t("charts.pair.label", { first: first.name, second: second.name, unit })}
      page={3}
      marginFor={marginFor}
      cursorAt={({ width }) => {
        const { left, right } = marginFor(width);
        return {
          positions: rows.map(
            ({ minuteOfDay }) => left + (minuteOfDay / DAY_MINUTES) * (width - left - right),
          ),
          content: (index) => {
            const row = rows[index];
            if (!row) throw new Error("The cursor stands outside the profiles");
            return tooltipOf(row, { first, second }, unit, words);
          },
        };
      }}
    >
      {({ width, height }, active) => {
        const row = active === null ? undefined : rows[active];
        const medians = [row?.first?.p50, row?.second?.p50].filter(
          (one) => one !== undefined && one !== null,
        );
        return (
          <Plot
            width={width}
            height={height}
            margin={marginFor(width)}
            x={hoursAxis(width, locale)}
            y={glucoseAxis(domain, { unit, locale }, marks)}
            rows={drawn}
            xOf={({ minuteOfDay }) => minuteOfDay}
            series={[
              {
                kind: "area",
                key: "first-half",
                curve: "monotone",
                className: classNames(styles.inner),
                value: (one) => middle(one.first),
              },
              {
                kind: "line",
                key: "second-25",
                width: 1.25,
                curve: "monotone",
                className: classNames(styles.otherEdge),
                value: (one) => middle(one.second)?.[0] ?? null,
              },
              {
                kind: "line",
                key: "second-75",
                width: 1.25,
                curve: "monotone",
                className: classNames(styles.otherEdge),
                value: (one) => middle(one.second)?.[1] ?? null,
              },
              {
                kind: "line",
                key: "second-median",
                width: 2,
                curve: "monotone",
                className: classNames(styles.otherMedian),
                value: (one) => one.second?.p50 ?? null,
              },
              {
                kind: "line",
                key: "first-median",
                width: 2.5,
                curve: "monotone",
                className: classNames(styles.median),
                value: (one) => one.first?.p50 ?? null,
              },
            ]}
            behind={<TargetLayer marks={marks} />}
            inFront={
              <>
                <TargetEdges label={null} marks={marks} />
                <PairKey first={first} second={second} />
                {row && medians.length > 0 ? <CursorLayer x={row.minuteOfDay} values={medians} /> : null}
              </>
            }
          />
        );
      }}
    </ChartSurface>
  );
}

/** Both names with the line that each is drawn with, above the drawing. */
function PairKey({ first, second }: { readonly first: NamedProfile; readonly second: NamedProfile }) {
  const scales = usePlotScales();
  if (!scales) return null;
  const middle = (scales.left + scales.right) / 2;
  return (
    <g aria-hidden="true">
      {[
        { name: first.name, x: scales.left, look: styles.median },
        { name: second.name, x: middle, look: styles.otherMedian },
      ].map(({ name, x, look }) => (
        <g key={x} className={look}>
          <path d={`M${x} ${scales.top - 12}h26`} className={styles.keyLine} />
          <text x={x + 32} y={scales.top - 8} className={styles.label}>
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

function tooltipOf(
  { minuteOfDay, first, second }: ProfilePairRow,
  names: { readonly first: NamedProfile; readonly second: NamedProfile },
  unit: GlucoseUnit,
  { locale, t }: BrowserWords,
): TooltipContent {
  const time = formatMinuteOfDay(minuteOfDay, { locale });
  const write = (value: number | null | undefined) =>
    value === null || value === undefined ? "—" : formatGlucose(value, unit, locale);
  const half = (point: ProfilePoint | null) => `${write(point?.p25)}–${write(point?.p75)}`;
  const medians = { first: write(first?.p50), second: write(second?.p50) };
  return {
    title: t("charts.pair.around", { time }),
    value: `${medians.first} · ${medians.second}`,
    unit: t("charts.pair.medians", { unit }),
    band: null,
    lines: [
      { label: names.first.name, value: half(first) },
      { label: names.second.name, value: half(second) },
    ],
    notes: [],
    spoken: t("charts.pair.spoken", {
      time,
      unit,
      first: names.first.name,
      second: names.second.name,
      firstMedian: medians.first,
      secondMedian: medians.second,
    }),
  };
}
