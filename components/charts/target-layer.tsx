"use client";

import { type AxisMarks, STANDARD_MARKS } from "./glucose-axis";
import styles from "./layers.module.css";
import { usePlotScales } from "./plot";

/** The target range as a light fill, its edges firm, the other thresholds faint. */
export function TargetLayer({
  marks: { target, faint } = STANDARD_MARKS,
}: {
  /** Those of other ranges. */
  readonly marks?: AxisMarks;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  const { y, left, right } = scales;
  return (
    <g aria-hidden="true">
      <rect
        x={left}
        width={right - left}
        y={y(target.to)}
        height={y(target.from) - y(target.to)}
        className={styles.target}
      />
      {faint.map((mgDl) => (
        <line key={mgDl} x1={left} x2={right} y1={y(mgDl)} y2={y(mgDl)} className={styles.faint} />
      ))}
    </g>
  );
}

/** The edges of the target range again over filled areas, which would hide them. */
export function TargetEdges({
  label,
  marks: { target, firm } = STANDARD_MARKS,
}: {
  readonly label: string | null;
  readonly marks?: AxisMarks;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  const { y, left, right } = scales;
  return (
    <g aria-hidden="true">
      {firm.map((mgDl) => (
        <line key={mgDl} x1={left} x2={right} y1={y(mgDl)} y2={y(mgDl)} className={styles.firm} />
      ))}
      {label ? (
        <text x={left + 8} y={y(target.to) - 6} className={styles.targetLabel}>
          {label}
        </text>
      ) : null}
    </g>
  );
}
