"use client";

import { useId } from "react";
import { formatHour, formatMinuteOfDay, formatOffset } from "@/lib/format/date";
import { formatGlucose, formatReading } from "@/lib/format/glucose";
import type { DayChart, DayPoint } from "@/lib/glucose/day";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { BandGradient } from "./band-gradient";
import { BAND_PHRASES } from "./band-words";
import { ChartSurface } from "./chart-surface";
import type { TooltipContent } from "./chart-tooltip";
import { CursorLayer } from "./cursor-layer";
import type { DayChartProps } from "./day-chart";
import { ClockChanges, DayStretches, EdgeCarets, EventLane } from "./day-layers";
import { dayRows, eventsNear, labelledHours, laneRows } from "./day-rows";
import { eventWords } from "./event-words";
import { AXIS_TICKS_MG_DL, clampToAxis, glucoseDomain } from "./glucose-axis";
import { Plot, type PlotMargin, usePlotScales } from "./plot";
import { TargetEdges, TargetLayer } from "./target-layer";
import { trendWords } from "./trend-words";

const NARROW_PX = 560;
const LANE_ROW_PX = 18;
const LANE_ROWS_MAX = 3;
const MARK_GAP_PX = 14;
const NEAR_MINUTES = 15;
const AXIS_PX = 26;

interface PlacedEvent {
  readonly event: GlucoseEvent;
  readonly elapsedMinutes: number;
}

function placeEvents(day: DayChart, events: readonly GlucoseEvent[]): PlacedEvent[] {
  return events
    .filter(({ systemTime }) => systemTime >= day.start && systemTime < day.end)
    .map((event) => ({ event, elapsedMinutes: (event.systemTime - day.start) / 60_000 }))
    .sort((a, b) => a.elapsedMinutes - b.elapsedMinutes);
}

/** On a day with a clock change or a journey the same time can come twice: the offset tells them apart. */
function timeOf(point: DayPoint, day: DayChart, locale: string): string {
  const time = formatMinuteOfDay(point.minuteOfDay, { locale });
  return day.clockChanges.length > 0 ? `${time} (${formatOffset(point.offsetMinutes)})` : time;
}

/** One local date as it was: the curve, what was entered, what is missing and what is not there yet. */
export function DayDrawing({ day, events, unit, locale }: DayChartProps) {
  const gradient = useId();
  const { points } = day;
  const domain = glucoseDomain(points.map(({ value }) => value));
  const placed = placeEvents(day, events);
  const rows = dayRows(day).map(({ x, value }) => ({
    x,
    value: value === null ? null : clampToAxis(value, domain),
  }));

  const sides = (width: number) => (width < NARROW_PX ? { left: 34, right: 20 } : { left: 40, right: 24 });
  const toPx = (width: number) => {
    const { left, right } = sides(width);
    return (minutes: number) => left + (minutes / day.lengthMinutes) * (width - left - right);
  };
  const lane = (width: number) => {
    const px = toPx(width);
    return laneRows(
      placed.map(({ elapsedMinutes }) => px(elapsedMinutes)),
      MARK_GAP_PX,
      LANE_ROWS_MAX,
    );
  };
  const laneHeight = (width: number) =>
    placed.length === 0 ? 0 : (Math.max(...lane(width)) + 1) * LANE_ROW_PX + 6;
  const marginFor = (width: number): PlotMargin => ({
    ...sides(width),
    top: 8,
    bottom: AXIS_PX + laneHeight(width),
  });

  const contentOf = (point: DayPoint): TooltipContent => {
    const time = timeOf(point, day, locale);
    const value = formatReading(point, unit, locale);
    const notes = eventsNear(point, placed, NEAR_MINUTES).map(
      ({ event, elapsedMinutes }) =>
        `${eventWords(event, unit, locale)} · ${formatMinuteOfDay((((point.minuteOfDay + elapsedMinutes - point.elapsedMinutes) % 1_440) + 1_440) % 1_440, { locale })}`,
    );
    const phrase = BAND_PHRASES[point.band];
    const trend = trendWords(point.trend);
    return {
      title: time,
      value,
      unit,
      band: { band: point.band, label: `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}` },
      lines: trend === null ? [] : [{ label: "Then", value: trend }],
      notes,
      spoken: [
        `${time}: ${value} ${unit}, ${phrase}${trend === null ? "" : `, ${trend}`}.`,
        ...notes.map((note) => `${note}.`),
      ].join(" "),
    };
  };

  return (
    <ChartSurface
      label={`Glucose over the day in ${unit}`}
      page={12}
      marginFor={marginFor}
      cursorAt={({ width }) => ({
        positions: points.map(({ elapsedMinutes }) => toPx(width)(elapsedMinutes)),
        content: (index) => {
          const point = points[index];
          if (!point) throw new Error("The cursor stands outside the day");
          return contentOf(point);
        },
      })}
    >
      {({ width, height }, active) => {
        const point = active === null ? undefined : points[active];
        const narrow = width < NARROW_PX;
        const inRow = lane(width);
        return (
          <Plot
            width={width}
            height={height}
            margin={marginFor(width)}
            xTickOffset={laneHeight(width)}
            x={{
              domain: [0, day.lengthMinutes],
              ticks: labelledHours(day.hours, narrow ? 6 : 3, narrow ? 180 : 90).map((hour) => ({
                value: hour.elapsedMinutes,
                label: formatHour(hour.minuteOfDay, { locale }),
              })),
            }}
            y={{
              domain,
              ticks: AXIS_TICKS_MG_DL.map((value) => ({ value, label: formatGlucose(value, unit, locale) })),
            }}
            rows={rows}
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
                <BandStroke id={gradient} />
                <TargetLayer />
                <TargetEdges label={null} />
                <DayStretches day={day} />
              </>
            }
            inFront={
              <>
                <ClockChanges day={day} />
                <EdgeCarets day={day} unit={unit} locale={locale} />
                <EventLane
                  rowHeight={LANE_ROW_PX}
                  events={placed.map(({ event, elapsedMinutes }, index) => ({
                    id: event.recordId,
                    type: event.type,
                    elapsedMinutes,
                    row: inRow[index] ?? 0,
                  }))}
                />
                {point ? (
                  <CursorLayer x={point.elapsedMinutes} values={[clampToAxis(point.value, domain)]} />
                ) : null}
              </>
            }
          />
        );
      }}
    </ChartSurface>
  );
}

/** The band colours as a stroke, in the coordinates of the axes. */
function BandStroke({ id }: { readonly id: string }) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <defs>
      <BandGradient id={id} top={scales.top} bottom={scales.bottom} y={scales.y} />
    </defs>
  );
}
