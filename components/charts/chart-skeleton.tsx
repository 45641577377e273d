import styles from "./chart-skeleton.module.css";

/** What stands in the frame until the drawing is there: the target band and a breath of a curve, nothing that moves. */
export function ChartSkeleton() {
  return (
    <svg
      className={styles.skeleton}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-skeleton
    >
      <rect x="4" y="43" width="92" height="40" className={styles.target} />
      <path
        d="M4 60C14 58 22 66 32 65S48 50 58 52 74 66 84 60 92 56 96 57"
        className={styles.curve}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
