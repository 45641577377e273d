"use client";

import { memo, useId } from "react";
import { useWords } from "@/components/i18n/use-words";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart as DayChartData } from "@/lib/glucose/day";
import type { SensorStretch } from "@/lib/glucose/day-sensors";
import type { DayWindow } from "@/lib/glucose/day-window";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import { glucoseAxis } from "./axes";
import { BandGradient } from "./band-gradient";
import { DayLanes, MeterDiamonds, SensorLane } from "./day-lanes";
import { ChosenStretch, ClockChanges, DayStretches, EdgeCarets } from "./day-layers";
import type { DayLanesNeeded, DayLayout } from "./day-layout";
import type { DayMark } from "./day-marks";
import { type DayRow, dayRows, visibleRows } from "./day-rows";
import { dayTicks } from "./day-ticks";
import type { DayStretch } from "./day-view";
import { axisMarks, type BandEdge, bandEdges, clampToAxis } from "./glucose-axis";
import layers from "./layers.module.css";
import { Plot, usePlotScales } from "./plot";
import { TargetEdges, TargetLayer } from "./target-layer";
import type { Size } from "./use-measured-size";

export interface DayChartProps {
  readonly day: DayChartData;
  readonly marks: readonly DayMark[];
  readonly sensors: readonly SensorStretch[];
  /** Those of the day's bands. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
}

export interface DayPlotProps extends DayChartProps {
  readonly size: Size;
  readonly layout: DayLayout;
  readonly lanes: DayLanesNeeded;
  readonly window: DayWindow;
  readonly domain: readonly [number, number];
  readonly chosen: DayStretch | null;
}

/** Everything of a day that does not follow the cursor: drawn anew only when the hours or the size change. */
export const DayPlot = memo(function DayPlot(props: DayPlotProps) {
  const { day, marks, sensors, ranges, unit, size, layout, lanes, window, domain, chosen } = props;
  const gradient = useId();
  const bounds = RANGE_SETS[ranges].bounds["mg/dL"];
  const thresholds = axisMarks(bounds);
  const words = useWords();
  const { t, locale } = words;
  const { margin, isNarrow, lanesPx } = layout;
  const onAxis = (rows: readonly DayRow[]): DayRow[] =>
    rows.map(({ x, value }) => ({ x, value: value === null ? null : clampToAxis(value, domain) }));
  // The plot cuts its own line at the edges; nobody cuts the muted one.
  const muted = dayRows(day, true).filter(({ x }) => x >= window.from && x <= window.to);
  const visibleMarks = marks.filter(
    ({ elapsedMinutes }) => elapsedMinutes >= window.from && elapsedMinutes <= window.to,
  );
  return (
    <Plot
      width={size.width}
      height={size.height}
      margin={margin}
      xTickOffset={lanesPx}
      x={{
        domain: [window.from, window.to],
        ticks: dayTicks(day.hours, window, { widthPx: size.width - margin.left - margin.right, locale }),
      }}
      y={glucoseAxis(domain, { unit, locale }, thresholds)}
      rows={onAxis(visibleRows(dayRows(day), window))}
      xOf={(row) => row.x}
      series={[
        {
          kind: "line",
          key: "glucose",
          width: 1.75,
          curve: "linear",
          className: "",
          stroke: `url(#${gradient})`,
          value: ({ value }) => value,
        },
      ]}
      behind={
        <>
          <BandStroke id={gradient} edges={bandEdges(bounds)} />
          <TargetLayer marks={thresholds} />
          <TargetEdges label={null} marks={thresholds} />
          <DayStretches day={day} window={window} target={thresholds.target} words={words} />
          <MutedLine rows={onAxis(muted)} />
        </>
      }
      inFront={
        <>
          {chosen ? <ChosenStretch chosen={chosen} window={window} /> : null}
          <ClockChanges day={day} window={window} words={words} />
          <EdgeCarets day={day} window={window} unit={unit} words={words} />
          <MeterDiamonds marks={visibleMarks} domain={domain} />
          <DayLanes
            lanes={lanes.kinds}
            marks={visibleMarks}
            names={isNarrow ? null : (lane) => t(`charts.day.lanes.${lane}`)}
          />
          {lanes.hasSensor ? (
            <SensorLane
              day={day}
              sensors={sensors}
              window={window}
              row={lanes.kinds.length}
              name={isNarrow ? null : t("charts.day.lanes.sensor")}
              words={words}
            />
          ) : null}
        </>
      }
    />
  );
});

/** The readings that were left out: there, but muted. */
function MutedLine({ rows }: { readonly rows: readonly DayRow[] }) {
  const scales = usePlotScales();
  if (!scales || rows.length === 0) return null;
  const { x, y } = scales;
  const d = rows
    .map((row, i) => {
      if (row.value === null) return "";
      const before = rows[i - 1]?.value ?? null;
      return `${before === null ? "M" : "L"}${x(row.x).toFixed(1)} ${y(row.value).toFixed(1)}`;
    })
    .join("");
  return <path d={d} className={layers.mutedLine} aria-hidden="true" />;
}

/** The band colours as a stroke, in the coordinates of the axes. */
function BandStroke({ id, edges }: { readonly id: string; readonly edges: readonly BandEdge[] }) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <defs>
      <BandGradient id={id} top={scales.top} bottom={scales.bottom} y={scales.y} edges={edges} />
    </defs>
  );
}
