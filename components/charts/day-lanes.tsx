"use client";

import type { DayChart } from "@/lib/glucose/day";
import type { SensorStretch } from "@/lib/glucose/day-sensors";
import { type DayWindow } from "@/lib/glucose/day-window";
import type { BrowserWords } from "@/lib/i18n/translate";
import { LANE_PX, textPx } from "./day-layout";
import type { DayLane, DayMark } from "./day-marks";
import { labelsThatFit } from "./day-rows";
import { daySensorParts } from "./day-sensor-parts";
import { EventMark } from "./event-marks";
import { clampToAxis } from "./glucose-axis";
import styles from "./layers.module.css";
import { usePlotScales } from "./plot";

const LABEL_GAP_PX = 10;
const LABEL_LETTERS_MAX = 22;

function shortened(text: string): string {
  return text.length > LABEL_LETTERS_MAX ? `${text.slice(0, LABEL_LETTERS_MAX - 1).trimEnd()}…` : text;
}

/** The lanes under the curve: a row for each kind, each mark at its time, with its label where there is room. */
export function DayLanes({
  lanes,
  marks,
  names,
}: {
  readonly lanes: readonly DayLane[];
  /** Those in the visible window. */
  readonly marks: readonly DayMark[];
  /** What stands before a lane; null where there is no room for it. */
  readonly names: ((lane: DayLane) => string) | null;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <g aria-hidden="true">
      {lanes.map((lane, row) => {
        const y = laneMiddle(scales.bottom, row);
        const placed = marks
          .filter((mark) => mark.lane === lane)
          .map((mark) => {
            const label = mark.label === null ? null : shortened(mark.label);
            return {
              mark,
              label,
              x: scales.x(mark.elapsedMinutes),
              labelPx: label === null ? 0 : textPx(label),
            };
          });
        const fits = labelsThatFit(placed, { gapPx: LABEL_GAP_PX, edgePx: scales.right + 16 });
        return (
          <g key={lane}>
            <LaneBase y={y} left={scales.left} right={scales.right} name={names ? names(lane) : null} />
            {placed.map(({ mark, label, x }, i) => (
              <g key={mark.id}>
                <EventMark type={mark.shape} x={x} y={y} />
                {label !== null && fits[i] ? (
                  <text x={x + LABEL_GAP_PX} y={y} dy="0.35em" className={`${styles.label} ${styles.halo}`}>
                    {label}
                  </text>
                ) : null}
              </g>
            ))}
          </g>
        );
      })}
    </g>
  );
}

function laneMiddle(bottom: number, row: number): number {
  return bottom + 6 + LANE_PX * (row + 0.5);
}

function LaneBase({
  y,
  left,
  right,
  name,
}: {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly name: string | null;
}) {
  return (
    <>
      <line x1={left} x2={right} y1={y} y2={y} className={styles.lane} />
      {name === null ? null : (
        <text x={left - 8} y={y} dy="0.35em" textAnchor="end" className={styles.label}>
          {name}
        </text>
      )}
    </>
  );
}

/** The last lane: where a sensor was started, warmed up and ended. */
export function SensorLane({
  day,
  sensors,
  window,
  row,
  name,
  words: { t },
}: {
  readonly day: DayChart;
  readonly sensors: readonly SensorStretch[];
  readonly window: DayWindow;
  readonly row: number;
  readonly name: string | null;
  readonly words: BrowserWords;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  const y = laneMiddle(scales.bottom, row);
  const parts = daySensorParts(day, sensors, window);
  const labels = parts.flatMap(({ warmUp, startMinutes, endMinutes }) => [
    ...(endMinutes === null
      ? []
      : [{ at: endMinutes, text: t("charts.day.sensor.ended"), side: "before" as const }]),
    ...(startMinutes === null && warmUp === null
      ? []
      : [
          {
            at: warmUp?.toMinutes ?? startMinutes ?? 0,
            text: warmUp
              ? `${t("charts.day.sensor.started")} · ${t("charts.day.sensor.warmUp")}`
              : t("charts.day.sensor.started"),
            side: "after" as const,
          },
        ]),
  ]);
  return (
    <g aria-hidden="true">
      <LaneBase y={y} left={scales.left} right={scales.right} name={name} />
      {parts.map(({ id, worn, warmUp, startMinutes, endMinutes }) => (
        <g key={id}>
          {worn ? (
            <line
              x1={scales.x(worn.fromMinutes)}
              x2={scales.x(worn.toMinutes)}
              y1={y}
              y2={y}
              className={styles.worn}
            />
          ) : null}
          {warmUp ? (
            <rect
              x={scales.x(warmUp.fromMinutes)}
              width={Math.max(2, scales.x(warmUp.toMinutes) - scales.x(warmUp.fromMinutes))}
              y={y - 5}
              height="10"
              className={styles.warmUp}
            />
          ) : null}
          {startMinutes === null ? null : (
            <path d={`M${scales.x(startMinutes)} ${y - 7}V${y + 7}`} className={styles.eventMark} />
          )}
          {endMinutes === null ? null : (
            <path d={`M${scales.x(endMinutes)} ${y - 7}V${y + 7}`} className={styles.eventMark} />
          )}
        </g>
      ))}
      {labels.map(({ at, text, side }) => {
        const placed = beside(scales, scales.x(at), textPx(text), side);
        return placed === null ? null : (
          <g key={text}>
            <rect
              x={placed === "after" ? scales.x(at) + 3 : scales.x(at) - textPx(text) - 9}
              y={y - 8}
              width={textPx(text) + 6}
              height="16"
              className={styles.ground}
            />
            <text
              x={scales.x(at) + (placed === "after" ? 6 : -6)}
              y={y}
              dy="0.35em"
              textAnchor={placed === "after" ? "start" : "end"}
              className={styles.label}
            >
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The side of a mark on which a label has room, its own first; null where neither has. */
function beside(
  { left, right }: { readonly left: number; readonly right: number },
  x: number,
  labelPx: number,
  side: "before" | "after",
): "before" | "after" | null {
  const fits = { before: x - labelPx - LABEL_GAP_PX >= left, after: x + labelPx + LABEL_GAP_PX <= right };
  if (fits[side]) return side;
  const other = side === "before" ? "after" : "before";
  return fits[other] ? other : null;
}

/** Meter values and calibrations where they stand against the sensor's curve. */
export function MeterDiamonds({
  marks,
  domain,
}: {
  readonly marks: readonly DayMark[];
  readonly domain: readonly [number, number];
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <g aria-hidden="true">
      {marks.map(({ id, elapsedMinutes, mgDl, shape }) =>
        mgDl === null ? null : (
          <path
            key={id}
            d="M0-6 5 0 0 6-5 0Z"
            transform={`translate(${scales.x(elapsedMinutes)} ${scales.y(clampToAxis(mgDl, domain))})`}
            className={styles.eventMark}
            data-solid={shape === "bloodGlucose" || undefined}
          />
        ),
      )}
    </g>
  );
}
