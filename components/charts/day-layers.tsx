"use client";

import { useId } from "react";
import { formatDuration } from "@/lib/format/duration";
import { formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart, DaySpan } from "@/lib/glucose/day";
import type { EventType } from "@/lib/glucose/reading";
import { edgeRuns } from "./day-rows";
import { EventMark } from "./event-marks";
import { TARGET_MG_DL } from "./glucose-axis";
import styles from "./layers.module.css";
import { usePlotScales } from "./plot";

const WIDE_LABEL_PX = 104;
/** Labels of stretches stand in the middle of the target range, clear of its edges. */
const LABEL_MG_DL = (TARGET_MG_DL.from + TARGET_MG_DL.to) / 2;

/** A labelled stretch of the day without readings: hatched when data is on its way, dashed when it is missing. */
function Stretch({
  span,
  label,
  look,
}: {
  readonly span: DaySpan;
  readonly label: string;
  readonly look: "withheld" | "not-fetched" | "gap" | "future";
}) {
  const scales = usePlotScales();
  const pattern = useId();
  if (!scales) return null;
  const x = scales.x(span.fromMinutes);
  const width = Math.max(0, scales.x(span.toMinutes) - x);
  const height = scales.bottom - scales.top;
  const middle = { x: x + width / 2, y: scales.y(LABEL_MG_DL) };
  const hatched = look === "withheld" || look === "not-fetched";
  return (
    <g aria-hidden="true">
      {hatched ? (
        <>
          <defs>
            <pattern
              id={pattern}
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform={look === "withheld" ? "rotate(45)" : "rotate(-45)"}
            >
              <line x1="0" x2="0" y1="0" y2="7" className={styles.hatch} />
            </pattern>
          </defs>
          <rect x={x} y={scales.top} width={width} height={height} className={styles.awaited} />
          <rect x={x} y={scales.top} width={width} height={height} fill={`url(#${pattern})`} />
        </>
      ) : null}
      {look === "gap" ? (
        <path
          d={`M${x} ${scales.top}V${scales.bottom}M${x + width} ${scales.top}V${scales.bottom}`}
          className={styles.gap}
        />
      ) : null}
      {width >= WIDE_LABEL_PX ? (
        <text x={middle.x} y={middle.y} textAnchor="middle" className={`${styles.label} ${styles.halo}`}>
          {label}
        </text>
      ) : width >= 16 ? (
        <text
          textAnchor="middle"
          dy="0.35em"
          transform={`translate(${middle.x} ${middle.y}) rotate(-90)`}
          className={`${styles.label} ${styles.halo}`}
        >
          {label}
        </text>
      ) : null}
    </g>
  );
}

/** Everything about a day that is not a reading: gaps, withheld hours, what is not fetched yet, clock changes. */
export function DayStretches({ day }: { readonly day: DayChart }) {
  return (
    <>
      {day.gaps.map((gap) => (
        <Stretch
          key={gap.from}
          span={gap}
          look="gap"
          label={`No readings ${formatDuration(gap.toMinutes - gap.fromMinutes)}`}
        />
      ))}
      {day.notFetchedYet.map((span) => (
        <Stretch key={span.from} span={span} look="not-fetched" label="Not fetched yet" />
      ))}
      {day.notYetAvailable ? (
        <Stretch span={day.notYetAvailable} look="withheld" label="Not yet available" />
      ) : null}
      {day.future ? <Stretch span={day.future} look="future" label="Still to come" /> : null}
      {day.otherDate.map((span) => (
        <Stretch key={span.from} span={span} look="gap" label="Another date here" />
      ))}
    </>
  );
}

export function ClockChanges({ day }: { readonly day: DayChart }) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <g aria-hidden="true">
      {day.clockChanges.map(({ at, elapsedMinutes, fromOffsetMinutes, toOffsetMinutes }) => {
        const x = scales.x(elapsedMinutes);
        const step = toOffsetMinutes - fromOffsetMinutes;
        return (
          <g key={at}>
            <line x1={x} x2={x} y1={scales.top} y2={scales.bottom} className={styles.gap} />
            <text x={x + 4} y={scales.top + 12} className={`${styles.label} ${styles.halo}`}>
              Clock {step > 0 ? "+" : "−"}
              {formatDuration(Math.abs(step))}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Carets where the sensor was out of its range: the value is not known, only that it lay beyond. */
export function EdgeCarets({
  day,
  unit,
  locale,
}: {
  readonly day: DayChart;
  readonly unit: GlucoseUnit;
  readonly locale: string;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <g aria-hidden="true">
      {edgeRuns(day).map(({ status, fromMinutes, toMinutes }) => {
        const x = scales.x((fromMinutes + toMinutes) / 2);
        const low = status === "low";
        const y = low ? scales.bottom - 4 : scales.top + 4;
        const side = x > scales.right - 80 ? "end" : "start";
        return (
          <g key={fromMinutes}>
            <path
              d={low ? "M-5-6H5L0 2Z" : "M-5 6H5L0-2Z"}
              transform={`translate(${x} ${y})`}
              className={styles.caret}
            />
            <text
              x={side === "start" ? x + 9 : x - 9}
              y={low ? y : y + 6}
              textAnchor={side}
              className={`${styles.label} ${styles.halo}`}
            >
              {formatReading({ value: 0, status }, unit, locale)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

export interface LaneEvent {
  readonly id: string;
  readonly type: EventType;
  readonly elapsedMinutes: number;
  readonly row: number;
}

/** The lane under the curve: each event at its time, with its own shape. */
export function EventLane({
  events,
  rowHeight,
}: {
  readonly events: readonly LaneEvent[];
  readonly rowHeight: number;
}) {
  const scales = usePlotScales();
  if (!scales || events.length === 0) return null;
  return (
    <g aria-hidden="true">
      {events.map(({ id, type, elapsedMinutes, row }) => (
        <EventMark
          key={id}
          type={type}
          x={scales.x(elapsedMinutes)}
          y={scales.bottom + rowHeight / 2 + 4 + row * rowHeight}
        />
      ))}
    </g>
  );
}
