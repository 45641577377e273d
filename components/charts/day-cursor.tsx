"use client";

import type { DayPoint } from "@/lib/glucose/day-points";
import styles from "./day-drawing.module.css";
import type { DayLayout } from "./day-layout";
import { clampToAxis, verticalScale } from "./glucose-axis";
import layers from "./layers.module.css";
import type { Size } from "./use-measured-size";

/** The cursor over a day's drawing, in a drawing of its own: moving it leaves the one below as it is. */
export function DayCursor({
  point: { elapsedMinutes, value },
  size: { width, height },
  layout: { margin, toPx },
  domain,
}: {
  readonly point: DayPoint;
  readonly size: Size;
  readonly layout: DayLayout;
  readonly domain: readonly [number, number];
}) {
  const x = toPx(elapsedMinutes);
  if (x < margin.left - 1 || x > width - margin.right + 1) return null;
  const bottom = height - margin.bottom;
  const y = verticalScale(domain, { top: margin.top, bottom });
  return (
    <svg width={width} height={height} className={styles.cursor} aria-hidden="true" focusable="false">
      <line x1={x} x2={x} y1={margin.top} y2={bottom} className={layers.cursor} />
      <circle cx={x} cy={y(clampToAxis(value, domain))} r="4.5" className={layers.cursorDot} />
    </svg>
  );
}
