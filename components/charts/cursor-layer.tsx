"use client";

import styles from "./layers.module.css";
import { usePlotScales } from "./plot";

/** Where the one cursor stands: a hairline through the drawing and a ring on each marked value. */
export function CursorLayer({ x, values }: { readonly x: number; readonly values: readonly number[] }) {
  const scales = usePlotScales();
  if (!scales) return null;
  const left = scales.x(x);
  return (
    <g aria-hidden="true" pointerEvents="none">
      <line x1={left} x2={left} y1={scales.top} y2={scales.bottom} className={styles.cursor} />
      {values.map((value) => (
        <circle key={value} cx={left} cy={scales.y(value)} r="4.5" className={styles.cursorDot} />
      ))}
    </g>
  );
}
