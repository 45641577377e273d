"use client";

import { useWords } from "@/components/i18n/use-words";
import { classNames } from "@/components/ui/class-names";
import { formatDate } from "@/lib/format/date";
import layers from "./layers.module.css";
import type { OverlayFieldProps } from "./overlay-lines";
import styles from "./overlay-lines.module.css";
import { extremesOf, type OverlayPoints, overlayPath } from "./overlay-points";
import { overlayMargin, overlayScales } from "./overlay-scales";

const EDGE_PX = 60;

/** One day on top of the others, in ink, with its date at its highest reading and a ring where the cursor stands. */
export function OverlayDay({
  points,
  point,
  width,
  height,
  domain,
}: Omit<OverlayFieldProps, "unit"> & {
  readonly points: OverlayPoints;
  /** The reading under the cursor; null while only the day stands out. */
  readonly point: number | null;
}) {
  const { locale } = useWords();
  const scales = overlayScales({ width, height }, domain);
  const { top, bottom } = overlayMargin(width);
  const path = overlayPath(points, scales);
  const at = (index: number) => ({
    x: scales.x(points.minutes[index] ?? 0),
    y: scales.y(points.values[index] ?? 0),
  });
  const highest = extremesOf([points])?.highest.point ?? null;
  const name = point === null && highest !== null ? at(highest) : null;
  const cursor = point === null ? null : at(point);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classNames(styles.layer, styles.drawing)}
      aria-hidden="true"
    >
      <path d={path} className={styles.halo} />
      <path d={path} className={styles.day} />
      {cursor ? (
        <>
          <line x1={cursor.x} x2={cursor.x} y1={top} y2={height - bottom} className={layers.cursor} />
          <circle cx={cursor.x} cy={cursor.y} r="4.5" className={layers.cursorDot} />
        </>
      ) : null}
      {name ? (
        <text
          x={Math.min(Math.max(name.x, EDGE_PX), width - EDGE_PX)}
          y={name.y - 8}
          textAnchor="middle"
          className={classNames(styles.name, layers.halo)}
        >
          {formatDate(points.date, { locale })}
        </text>
      ) : null}
    </svg>
  );
}
