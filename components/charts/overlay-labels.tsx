"use client";

import { useWords } from "@/components/i18n/use-words";
import { setRange } from "@/components/statistics/set-range";
import { classNames } from "@/components/ui/class-names";
import { formatDate } from "@/lib/format/date";
import { formatReading } from "@/lib/format/glucose";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import layers from "./layers.module.css";
import type { OverlayFieldProps } from "./overlay-lines";
import styles from "./overlay-lines.module.css";
import { extremesOf, type OverlayCursor, type OverlayPoints, statusOf } from "./overlay-points";
import { overlayMargin, overlayScales } from "./overlay-scales";

const EDGE_PX = 90;
const ABOVE_PX = -8;
const BELOW_PX = 17;
/** How far over its baseline a label's digits begin and end. */
const DIGITS_PX = { from: -1, to: 8 };

/**
 * Names over the lines instead of a legend: the target range, and, while no day stands out, the highest and the lowest
 * reading with their days: "312 · Sat, Nov 14".
 */
export function OverlayLabels({
  days,
  hasExtremes,
  width,
  height,
  domain,
  ranges,
  unit,
}: OverlayFieldProps & { readonly days: readonly OverlayPoints[]; readonly hasExtremes: boolean }) {
  const words = useWords();
  const set = RANGE_SETS[ranges];
  const { low1, high1 } = set.bounds["mg/dL"];
  const scales = overlayScales({ width, height }, domain);
  const { left, bottom } = overlayMargin(width);
  const extremes = hasExtremes ? extremesOf(days) : null;
  const label = ({ day, point }: OverlayCursor, dy: number) => {
    const of = days[day];
    const value = of?.values[point];
    if (!of || value === undefined) return null;
    const x = scales.x(of.minutes[point] ?? 0);
    const y = scales.y(value);
    const runsOut = y + dy > height - bottom;
    const baseline = y + (runsOut ? ABOVE_PX : dy);
    const date = formatDate(of.date, { locale: words.locale });
    return (
      <g>
        <circle cx={x} cy={y} r="2.5" className={layers.caret} />
        <text
          x={x}
          y={runsOut ? overEdge(baseline, scales.y(low1)) : baseline}
          textAnchor={x < EDGE_PX ? "start" : x > width - EDGE_PX ? "end" : "middle"}
          className={classNames(layers.label, layers.halo)}
        >
          {`${formatReading({ value, status: statusOf(value) }, unit, words)} · ${date}`}
        </text>
      </g>
    );
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classNames(styles.layer, styles.drawing)}
      aria-hidden="true"
    >
      <text x={left + 8} y={scales.y(high1) - 6} className={classNames(layers.targetLabel, layers.halo)}>
        {words.t("charts.overlay.target", { range: setRange("target", set, unit, words) })}
      </text>
      {extremes ? (
        <>
          {label(extremes.highest, ABOVE_PX)}
          {label(extremes.lowest, BELOW_PX)}
        </>
      ) : null}
    </svg>
  );
}

/** A baseline from which the line at the target's lower edge, which 63 is close enough for, does not strike the label out. */
function overEdge(baseline: number, edge: number): number {
  const over = baseline - edge;
  return over > DIGITS_PX.from && over < DIGITS_PX.to ? edge - 5 : baseline;
}
