import { EventMark } from "@/components/charts/event-marks";
import { type AxisMarks, clampToAxis, verticalScale } from "@/components/charts/glucose-axis";
import { sparklinePath } from "@/components/charts/sparkline";
import { MINUTE_MS } from "@/lib/clock";
import type { DayChart } from "@/lib/glucose/day";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import styles from "./day-strip.module.css";

/** The curve's height and, under it, a lane for what was entered; pixels. */
const CURVE_PX = 76;
const LANE_PX = 20;
const ROW_PX = CURVE_PX + LANE_PX;

// The inner drawing is stretched: the units of its height are those that `SparklineStroke` colours.
const CURVE_UNITS = 300;
const CURVE_INSET = 9;

type Domain = readonly [number, number];

/**
 * One day of a strip, drawn by the server: places across are shares of the width, so that only the curve is stretched
 * and marks keep their shape. `axisMinutes` is what the full width stands for; a shorter day ends before it.
 */
export function StripRow({
  day,
  events,
  axisMinutes,
  domain,
  target,
  strokeId,
  hatchId,
}: {
  readonly day: DayChart;
  readonly events: readonly GlucoseEvent[];
  readonly axisMinutes: number;
  readonly domain: Domain;
  readonly target: AxisMarks["target"];
  readonly strokeId: string;
  readonly hatchId: string;
}) {
  const share = (minutes: number) => `${((100 * minutes) / axisMinutes).toFixed(2)}%`;
  const y = verticalScale(domain, {
    top: (CURVE_INSET / CURVE_UNITS) * CURVE_PX,
    bottom: CURVE_PX - (CURVE_INSET / CURVE_UNITS) * CURVE_PX,
  });
  const awaited = [...day.notFetchedYet, ...(day.notYetAvailable ? [day.notYetAvailable] : [])];
  const across = ({
    fromMinutes,
    toMinutes,
  }: {
    readonly fromMinutes: number;
    readonly toMinutes: number;
  }) => ({
    x: share(fromMinutes),
    width: share(toMinutes - fromMinutes),
    y: 0,
    height: CURVE_PX,
  });
  return (
    <svg width="100%" height={ROW_PX} className={styles.drawing} aria-hidden="true" focusable="false">
      <rect
        x="0"
        width={share(day.lengthMinutes)}
        y={y(target.to)}
        height={y(target.from) - y(target.to)}
        className={styles.target}
      />
      {day.hours
        .filter(({ minuteOfDay }) => minuteOfDay % 360 === 0)
        .map(({ elapsedMinutes }) => (
          <line
            key={elapsedMinutes}
            x1={share(elapsedMinutes)}
            x2={share(elapsedMinutes)}
            y1="0"
            y2={CURVE_PX}
            className={styles.hour}
          />
        ))}
      {day.excluded.map((span) => (
        <rect key={span.from} {...across(span)} className={styles.excluded} />
      ))}
      {awaited.map((span) => (
        <rect key={span.from} {...across(span)} fill={`url(#${hatchId})`} />
      ))}
      {day.gaps.map((gap) => (
        <rect key={gap.from} {...across(gap)} className={styles.gap} />
      ))}
      {day.clockChanges.map(({ at, elapsedMinutes }) => (
        <line
          key={at}
          x1={share(elapsedMinutes)}
          x2={share(elapsedMinutes)}
          y1="0"
          y2={CURVE_PX}
          className={styles.clock}
        />
      ))}
      <svg
        viewBox={`0 0 ${axisMinutes} ${CURVE_UNITS}`}
        width="100%"
        height={CURVE_PX}
        preserveAspectRatio="none"
      >
        <path
          d={sparklinePath(linesOf(day, true, domain), domain)}
          className={styles.muted}
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={sparklinePath(linesOf(day, false, domain), domain)}
          stroke={`url(#${strokeId})`}
          className={styles.curve}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {events.map(({ recordId, type, systemTime }) => (
        <svg
          key={recordId}
          x={share((systemTime - day.start) / MINUTE_MS)}
          y={CURVE_PX + LANE_PX / 2}
          className={styles.mark}
        >
          <EventMark type={type} x={0} y={0} />
        </svg>
      ))}
    </svg>
  );
}

/** The unbroken lines of a day: those that the figures use, or those that were left out. */
function linesOf({ points, lines }: DayChart, isExcluded: boolean, domain: Domain) {
  return lines
    .filter(({ first }) => points[first]?.isExcluded === isExcluded)
    .map(({ first, end }) =>
      points
        .slice(first, end)
        .map(({ elapsedMinutes, value }) => [elapsedMinutes, clampToAxis(value, domain)] as const),
    );
}
