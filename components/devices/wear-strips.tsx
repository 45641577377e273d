"use client";

import { WORN_DAY_PERCENT_MIN } from "@/lib/glucose/wear";
import styles from "./wear-drawing.module.css";
import { barsPath, lanesOf, MARGIN, type PlaceInstant, STRIPS } from "./wear-layout";
import type { WearView } from "./wear-view";

const NUMBER_PX = 20;
const LANE_GAP_PX = 2;

/** What a strip shows, above it. */
export function StripName({ y, name }: { readonly y: number; readonly name: string }) {
  return (
    <text x={MARGIN.left} y={y} className={styles.name}>
      {name}
    </text>
  );
}

/** One bar for each sensor from its first to its last reading, its warm-up before it; two at once in two lanes. */
export function Sensors({
  sessions,
  place,
}: {
  readonly sessions: WearView["sessions"];
  readonly place: PlaceInstant;
}) {
  const lanes = lanesOf(sessions);
  const { top, height } = STRIPS.sensors;
  const laneHeight = lanes.includes(1) ? (height - LANE_GAP_PX) / 2 : height;
  return (
    <g>
      {sessions.map(({ number, startedAt, firstReadingAt, lastReadingAt }, i) => {
        const y = top + (lanes[i] === 1 ? laneHeight + LANE_GAP_PX : 0);
        const [start, left, right] = [
          place(startedAt ?? firstReadingAt),
          place(firstReadingAt),
          place(lastReadingAt),
        ];
        return (
          <g key={`${firstReadingAt} ${number}`}>
            {left > start ? (
              <rect x={start} width={left - start} y={y} height={laneHeight} className={styles.warmUp} />
            ) : null}
            <rect
              x={left}
              width={Math.max(1, right - left)}
              y={y}
              height={laneHeight}
              className={styles.sensor}
            />
            {right - left >= NUMBER_PX ? (
              <text x={(left + right) / 2} y={y + laneHeight / 2} dy="0.36em" className={styles.number}>
                {number}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

/** The share of readings of each day as a bar, with the line from which a day counts as worn. */
export function Days({
  days,
  place,
  right,
}: {
  readonly days: WearView["days"];
  readonly place: PlaceInstant;
  readonly right: number;
}) {
  const { top, height } = STRIPS.days;
  const asked = days.findLast(({ expected }) => expected > 0);
  const limit = top + height * (1 - WORN_DAY_PERCENT_MIN / 100);
  return (
    <g>
      <rect
        x={MARGIN.left}
        width={Math.max(0, (asked ? place(asked.to) : MARGIN.left) - MARGIN.left)}
        y={top}
        height={height}
        className={styles.whole}
      />
      <path
        d={barsPath(
          days.map(({ from, to, activePercent: percent }) => ({
            left: place(from),
            right: place(to),
            percent,
          })),
          STRIPS.days,
        )}
        className={styles.worn}
      />
      {[
        { y: top, text: "100 %" },
        { y: limit, text: `${WORN_DAY_PERCENT_MIN} %` },
        { y: top + height, text: "0" },
      ].map(({ y, text }) => (
        <g key={text}>
          <line x1={MARGIN.left} x2={right} y1={y} y2={y} className={styles.rule} />
          <text x={right + 6} y={y} dy="0.35em" className={styles.label}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Every stretch without readings, at least a pixel wide: also a short one is seen over years. */
export function Gaps({
  gaps,
  place,
  right,
}: {
  readonly gaps: WearView["gaps"];
  readonly place: PlaceInstant;
  readonly right: number;
}) {
  const { top, height } = STRIPS.gaps;
  const d = gaps
    .map(({ from, to }) => {
      const left = Math.min(place(from), right - 1);
      return `M${left} ${top}H${Math.max(left + 1, place(to))}V${top + height}H${left}Z`;
    })
    .join("");
  return (
    <g>
      <rect
        x={MARGIN.left}
        width={Math.max(0, right - MARGIN.left)}
        y={top}
        height={height}
        className={styles.whole}
      />
      <path d={d} className={styles.gap} />
    </g>
  );
}
