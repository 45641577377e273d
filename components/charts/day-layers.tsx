"use client";

import { useId } from "react";
import { MINUTE_MS } from "@/lib/clock";
import { formatDuration } from "@/lib/format/duration";
import { formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart, DaySpan } from "@/lib/glucose/day";
import type { DayWindow } from "@/lib/glucose/day-window";
import type { BrowserWords } from "@/lib/i18n/translate";
import { textPx } from "./day-layout";
import { edgeRuns, visibleSpans } from "./day-rows";
import type { DayStretch } from "./day-view";
import type { AxisMarks } from "./glucose-axis";
import styles from "./layers.module.css";
import { usePlotScales } from "./plot";

const UPRIGHT_PX_MIN = 16;

type Look = "withheld" | "not-fetched" | "gap" | "future" | "excluded";

/** A labelled stretch of the day: hatched when data is on its way, dashed when it is missing, grey when left out. */
function Stretch({
  span,
  label,
  short = label,
  look,
  at,
}: {
  readonly span: Pick<DaySpan, "fromMinutes" | "toMinutes">;
  readonly label: string;
  /** What is said where the label has no room. */
  readonly short?: string;
  readonly look: Look;
  /** The glucose at whose height the label stands, mg/dL. */
  readonly at: number;
}) {
  const scales = usePlotScales();
  const pattern = useId();
  if (!scales) return null;
  const x = scales.x(span.fromMinutes);
  const width = Math.max(0, scales.x(span.toMinutes) - x);
  const height = scales.bottom - scales.top;
  const middle = { x: x + width / 2, y: look === "excluded" ? scales.top + 14 : scales.y(at) };
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
      {look === "excluded" ? (
        <rect x={x} y={scales.top} width={width} height={height} className={styles.excluded} />
      ) : null}
      {look === "gap" ? (
        <path
          d={`M${x} ${scales.top}V${scales.bottom}M${x + width} ${scales.top}V${scales.bottom}`}
          className={styles.gap}
        />
      ) : null}
      {width >= textPx(short) + 8 ? (
        <text x={middle.x} y={middle.y} textAnchor="middle" className={`${styles.label} ${styles.halo}`}>
          {width >= textPx(label) + 8 ? label : short}
        </text>
      ) : width >= UPRIGHT_PX_MIN && textPx(short) < height ? (
        <text
          textAnchor="middle"
          dy="0.35em"
          transform={`translate(${middle.x} ${scales.y(at)}) rotate(-90)`}
          className={`${styles.label} ${styles.halo}`}
        >
          {short}
        </text>
      ) : null}
    </g>
  );
}

/** Everything about a day that is not a reading: gaps, withheld hours, what is not fetched yet, what is left out. */
export function DayStretches({
  day,
  window,
  target,
  words: { t },
}: {
  readonly day: DayChart;
  readonly window: DayWindow;
  readonly target: AxisMarks["target"];
  readonly words: BrowserWords;
}) {
  // In the middle of the target range, clear of its edges.
  const middle = (target.from + target.to) / 2;
  const visible = <T extends DaySpan>(spans: readonly (T | null)[]) =>
    visibleSpans(
      spans.filter((span) => span !== null),
      window,
    );
  return (
    <>
      {visible(day.excluded).map((span) => (
        <Stretch
          key={span.from}
          span={span}
          look="excluded"
          at={middle}
          label={
            span.reason === "" ? t("charts.day.leftOut") : t("charts.day.leftOutWhy", { reason: span.reason })
          }
          short={t("charts.day.leftOut")}
        />
      ))}
      {visible(day.gaps).map((gap) => (
        <Stretch
          key={gap.from}
          span={gap}
          look="gap"
          at={middle}
          label={t("charts.day.gap", { duration: formatDuration((gap.to - gap.from) / MINUTE_MS) })}
        />
      ))}
      {visible(day.notFetchedYet).map((span) => (
        <Stretch
          key={span.from}
          span={span}
          look="not-fetched"
          at={middle}
          label={t("charts.day.notFetched")}
        />
      ))}
      {visible([day.notYetAvailable]).map((span) => (
        <Stretch key={span.from} span={span} look="withheld" at={middle} label={t("charts.day.notYet")} />
      ))}
      {visible([day.future]).map((span) => (
        <Stretch key={span.from} span={span} look="future" at={middle} label={t("charts.day.future")} />
      ))}
      {visible(day.otherDate).map((span) => (
        <Stretch key={span.from} span={span} look="gap" at={middle} label={t("charts.day.otherDate")} />
      ))}
    </>
  );
}

export function ClockChanges({
  day,
  window,
  words: { t },
}: {
  readonly day: DayChart;
  readonly window: DayWindow;
  readonly words: BrowserWords;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <g aria-hidden="true">
      {day.clockChanges
        .filter(({ elapsedMinutes }) => elapsedMinutes >= window.from && elapsedMinutes <= window.to)
        .map(({ at, elapsedMinutes, fromOffsetMinutes, toOffsetMinutes, kind }) => {
          const x = scales.x(elapsedMinutes);
          const minutes = toOffsetMinutes - fromOffsetMinutes;
          const step = `${minutes > 0 ? "+" : "−"}${formatDuration(Math.abs(minutes))}`;
          const label = t(kind === "clock" ? "charts.day.clock" : "charts.day.moved", { step });
          const isBefore = x + textPx(label) > scales.right;
          return (
            <g key={at}>
              <line x1={x} x2={x} y1={scales.top} y2={scales.bottom} className={styles.gap} />
              <text
                x={isBefore ? x - 4 : x + 4}
                y={scales.top + 12}
                textAnchor={isBefore ? "end" : "start"}
                className={`${styles.label} ${styles.halo}`}
              >
                {label}
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
  window,
  unit,
  words,
}: {
  readonly day: DayChart;
  readonly window: DayWindow;
  readonly unit: GlucoseUnit;
  readonly words: BrowserWords;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <g aria-hidden="true">
      {edgeRuns(day)
        .filter(({ fromMinutes, toMinutes }) => toMinutes >= window.from && fromMinutes <= window.to)
        .map(({ status, fromMinutes, toMinutes }) => {
          const x = scales.x((Math.max(window.from, fromMinutes) + Math.min(window.to, toMinutes)) / 2);
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
                {formatReading({ value: 0, status }, unit, words)}
              </text>
            </g>
          );
        })}
    </g>
  );
}

/** The readings that are being chosen; a line where only the beginning is marked. */
export function ChosenStretch({
  chosen: { from, to },
  window,
}: {
  readonly chosen: DayStretch;
  readonly window: DayWindow;
}) {
  const scales = usePlotScales();
  if (!scales || to < window.from || from > window.to) return null;
  const x = scales.x(Math.max(from, window.from));
  const width = scales.x(Math.min(to, window.to)) - x;
  return (
    <rect
      x={x}
      y={scales.top}
      width={Math.max(1, width)}
      height={scales.bottom - scales.top}
      className={styles.chosen}
      aria-hidden="true"
    />
  );
}
