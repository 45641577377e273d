import type { Band } from "@/lib/glucose/bands";
import styles from "./band.module.css";
import { BAND_EDGES_FROM_TOP, type BandEdge } from "./glucose-axis";

const STOP: Readonly<Record<Band, string | undefined>> = {
  veryLow: styles.stopVeryLow,
  low: styles.stopLow,
  target: styles.stopTarget,
  high: styles.stopHigh,
  veryHigh: styles.stopVeryHigh,
};

/**
 * A stroke that changes colour exactly where a line crosses 54, 70, 180 and 250 mg/dL: hard stops in the chart's own
 * coordinates, so one path draws a whole day however often it crosses.
 */
export function BandGradient({
  id,
  top,
  bottom,
  y,
  edges = BAND_EDGES_FROM_TOP,
}: {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
  readonly y: (mgDl: number) => number;
  /** Those of other ranges. */
  readonly edges?: readonly BandEdge[];
}) {
  const height = bottom - top;
  return (
    <linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" x2="0" y1={top} y2={bottom}>
      {edges.flatMap(({ mgDl, above, below }) => {
        const offset = `${(((y(mgDl) - top) / height) * 100).toFixed(3)}%`;
        return [
          <stop key={`${mgDl}-above`} offset={offset} className={STOP[above]} />,
          <stop key={`${mgDl}-below`} offset={offset} className={STOP[below]} />,
        ];
      })}
    </linearGradient>
  );
}
