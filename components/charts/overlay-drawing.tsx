"use client";

import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { useWords } from "@/components/i18n/use-words";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { ChartStage } from "./chart-stage";
import { ChartTooltip } from "./chart-tooltip";
import { glucoseDomain } from "./glucose-axis";
import { OverlayDay } from "./overlay-day";
import { chooseInAddress, useDayHighlight, useHighlighted } from "./overlay-highlight";
import { overlayStep } from "./overlay-keys";
import { OverlayLabels } from "./overlay-labels";
import type { OverlayLine } from "./overlay-line";
import { OverlayAxes, OverlayLines } from "./overlay-lines";
import { nearestPoint, type OverlayCursor, overlayPoints } from "./overlay-points";
import { overlayMargin, overlayScales } from "./overlay-scales";
import { overlayTooltip } from "./overlay-tooltip";
import { useMeasuredSize } from "./use-measured-size";

export interface OverlayChartProps {
  /** Ascending. */
  readonly lines: readonly OverlayLine[];
  readonly cadenceMinutes: number;
  /** Whose target range lies behind the lines, and whose bands colour them. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
}

const HOUR_MINUTES = 60;
/** Further from every line, the pointer means none of them. */
const NEAR_PX = 36;
const FINGER_GAP_PX = 36;
const POINTER_GAP_PX = 14;

/** Days over one another: the pointer takes the nearest line, the keyboard goes from day to day and through a day. */
export function OverlayDrawing({ lines, cadenceMinutes, ranges, unit }: OverlayChartProps) {
  const words = useWords();
  const { t } = words;
  const ref = useRef<HTMLDivElement>(null);
  const size = useMeasuredSize(ref);
  const highlight = useDayHighlight();
  const shown = useHighlighted((one) => one.shown);
  const [cursor, setCursor] = useState<OverlayCursor | null>(null);
  const [touched, setTouched] = useState(false);
  const days = useMemo(
    () => lines.map((line) => overlayPoints(line, cadenceMinutes)),
    [lines, cadenceMinutes],
  );
  const domain = useMemo(() => glucoseDomain(days.flatMap(({ values }) => values)), [days]);
  const scales = size ? overlayScales(size, domain) : null;

  const move = (next: OverlayCursor | null) => {
    if (next?.day === cursor?.day && next?.point === cursor?.point) return;
    setCursor(next);
    highlight.point(next === null ? null : (days[next.day]?.date ?? null));
  };
  const toggle = (date: LocalDate) => chooseInAddress(highlight, date === highlight.chosen ? null : date);
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!scales || !ref.current) return;
    const { left, top } = ref.current.getBoundingClientRect();
    setTouched(event.pointerType === "touch");
    move(
      nearestPoint(days, { x: event.clientX - left, y: event.clientY - top }, { scales, within: NEAR_PX }),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && shown !== null) {
      event.preventDefault();
      toggle(shown);
      return;
    }
    const from = days.findIndex(({ date }) => date === shown);
    const start = from < 0 ? days.length - 1 : from;
    const next = overlayStep(event.key, cursor, {
      days,
      start,
      page: Math.round(HOUR_MINUTES / cadenceMinutes),
    });
    if (next === undefined) return;
    event.preventDefault();
    setTouched(false);
    move(next);
  };

  const standsOut = days.find(({ date }) => date === shown);
  const underCursor = cursor === null ? undefined : days[cursor.day];
  const content =
    cursor && underCursor ? overlayTooltip(underCursor, cursor.point, { ranges, unit, words }) : null;
  const field = size ? { ...size, domain, ranges, unit } : null;
  return (
    <ChartStage
      stageRef={ref}
      label={t("charts.overlay.label", { unit })}
      keys={t("charts.overlay.keys")}
      spoken={content ? content.spoken : ""}
      handlers={{
        onPointerMove: follow,
        onPointerDown: follow,
        onPointerLeave: (event) => event.pointerType !== "touch" && move(null),
        onClick: () => underCursor && toggle(underCursor.date),
        onKeyDown,
        onBlur: () => move(null),
      }}
    >
      {field ? (
        <>
          <OverlayAxes {...field} />
          <OverlayLines
            width={field.width}
            height={field.height}
            domain={domain}
            ranges={ranges}
            days={days}
            recede={standsOut !== undefined}
          />
          <OverlayLabels {...field} days={days} hasExtremes={standsOut === undefined} />
          {standsOut ? (
            <OverlayDay
              {...field}
              points={standsOut}
              point={underCursor === standsOut ? (cursor?.point ?? null) : null}
            />
          ) : null}
          {content && scales && cursor && underCursor ? (
            <ChartTooltip
              content={content}
              x={scales.x(underCursor.minutes[cursor.point] ?? 0)}
              top={overlayMargin(field.width).top}
              width={field.width}
              gap={touched ? FINGER_GAP_PX : POINTER_GAP_PX}
            />
          ) : null}
        </>
      ) : null}
    </ChartStage>
  );
}
