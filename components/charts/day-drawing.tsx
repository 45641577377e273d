"use client";

import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useWords } from "@/components/i18n/use-words";
import { type DayWindow, pannedWindow } from "@/lib/glucose/day-window";
import { ChartSurface } from "./chart-surface";
import { DayCursor } from "./day-cursor";
import styles from "./day-drawing.module.css";
import { useDayGestures } from "./day-gestures";
import { dayLayout, lanesNeeded } from "./day-layout";
import { type DayChartProps, DayPlot } from "./day-plot";
import { dayTooltip } from "./day-tooltip";
import { useDayView } from "./day-view";
import { glucoseDomain } from "./glucose-axis";
import type { Size } from "./use-measured-size";

/** Further out than any drawing: where the cursor cannot come by pointing, but the arrow keys can. */
const OUT_OF_SIGHT_PX = 100_000;

/** One local date as it was: the curve, what was entered, what is missing and what is not there yet. */
export function DayDrawing({ day, marks, sensors, ranges, unit }: DayChartProps) {
  const words = useWords();
  const { t } = words;
  const view = useDayView();
  const { window, chosen } = view;
  const around = useRef<HTMLDivElement>(null);
  const cursorMinutes = useRef<number | null>(null);
  const { points } = day;
  const domain = useMemo(() => glucoseDomain(points.map(({ value }) => value)), [points]);
  const lanes = useMemo(() => lanesNeeded(day, marks, sensors, words), [day, marks, sensors, words]);
  const layoutOf = (width: number) => dayLayout(width, window, lanes);
  const gestures = useDayGestures(around, {
    view,
    lengthMinutes: day.lengthMinutes,
    layoutOf,
    cursorMinutes,
  });
  const positions = ({ width }: Size) => {
    const { toPx } = layoutOf(width);
    return points.map(({ elapsedMinutes }) => {
      if (elapsedMinutes < window.from) return -OUT_OF_SIGHT_PX;
      return elapsedMinutes > window.to ? OUT_OF_SIGHT_PX : toPx(elapsedMinutes);
    });
  };

  return (
    // The surface inside is the one stop for the keyboard; here its keys and pointers pass by first.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={around} className={styles.around} data-choosing={view.isChoosing || undefined} {...gestures}>
      <ChartSurface
        label={t("charts.day.label", { unit })}
        page={12}
        marginFor={(width) => layoutOf(width).margin}
        cursorAt={(size) => ({
          positions: positions(size),
          content: (index) => {
            const point = points[index];
            if (!point) throw new Error("The cursor stands outside the day");
            return dayTooltip(point, { day, marks, unit, words });
          },
        })}
      >
        {(size, active) => {
          const point = active === null ? undefined : points[active];
          return (
            <>
              <CursorWatch
                minutes={point?.elapsedMinutes ?? null}
                cursorRef={cursorMinutes}
                window={window}
                follow={(minutes) =>
                  view.setWindow((from) =>
                    pannedWindow(from, day.lengthMinutes, minutes - (from.from + from.to) / 2),
                  )
                }
              />
              <SizedPlot {...{ day, marks, sensors, ranges, unit, size, lanes, window, domain, chosen }} />
              {point ? (
                <DayCursor point={point} size={size} layout={layoutOf(size.width)} domain={domain} />
              ) : null}
            </>
          );
        }}
      </ChartSurface>
    </div>
  );
}

/** Keeps the layout while nothing changes that it depends on, so that the plot is not drawn for every step of the cursor. */
function SizedPlot(props: Omit<Parameters<typeof DayPlot>[0], "layout">) {
  const { size, window, lanes } = props;
  const layout = useMemo(() => dayLayout(size.width, window, lanes), [size.width, window, lanes]);
  return <DayPlot {...props} layout={layout} />;
}

/** Remembers where the cursor stands, and moves the visible hours along when the arrow keys lead it out of them. */
function CursorWatch({
  minutes,
  cursorRef,
  window,
  follow,
}: {
  readonly minutes: number | null;
  readonly cursorRef: RefObject<number | null>;
  readonly window: DayWindow;
  readonly follow: (minutes: number) => void;
}) {
  useEffect(() => {
    const isNew = cursorRef.current !== minutes;
    cursorRef.current = minutes;
    if (isNew && minutes !== null && (minutes < window.from || minutes > window.to)) follow(minutes);
  }, [minutes, cursorRef, window, follow]);
  return null;
}
