"use client";

import { FAINT_LINES_MG_DL, FIRM_LINES_MG_DL, TARGET_MG_DL } from "./glucose-axis";
import styles from "./layers.module.css";
import { usePlotScales } from "./plot";

/** The target range as a light fill, its edges firm, the other thresholds faint. */
export function TargetLayer() {
  const scales = usePlotScales();
  if (!scales) return null;
  const { y, left, right } = scales;
  return (
    <g aria-hidden="true">
      <rect
        x={left}
        width={right - left}
        y={y(TARGET_MG_DL.to)}
        height={y(TARGET_MG_DL.from) - y(TARGET_MG_DL.to)}
        className={styles.target}
      />
      {FAINT_LINES_MG_DL.map((mgDl) => (
        <line key={mgDl} x1={left} x2={right} y1={y(mgDl)} y2={y(mgDl)} className={styles.faint} />
      ))}
    </g>
  );
}

/** The edges of the target range again over filled areas, which would hide them. */
export function TargetEdges({ label }: { readonly label: string | null }) {
  const scales = usePlotScales();
  if (!scales) return null;
  const { y, left, right } = scales;
  return (
    <g aria-hidden="true">
      {FIRM_LINES_MG_DL.map((mgDl) => (
        <line key={mgDl} x1={left} x2={right} y1={y(mgDl)} y2={y(mgDl)} className={styles.firm} />
      ))}
      {label ? (
        <text x={left + 8} y={y(TARGET_MG_DL.to) - 6} className={styles.targetLabel}>
          {label}
        </text>
      ) : null}
    </g>
  );
}
