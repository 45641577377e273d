import type { Band } from "@/lib/glucose/bands";
import styles from "./band.module.css";
import { bandPatternId } from "./band-patterns";

/** A band's piece of a bar: its colour on screens, its pattern with an outline on paper and in forced colours. */
export function BandRects({
  band,
  place,
  patternPrefix,
}: {
  readonly band: Band;
  readonly place: { readonly x: number; readonly width: number; readonly height: number };
  /** Under which the page has the patterns (`BandPatterns`). */
  readonly patternPrefix: string;
}) {
  return (
    <>
      <rect {...place} className={styles[band]} />
      <rect {...place} fill={`url(#${bandPatternId(patternPrefix, band)})`} className={styles.pattern} />
      <rect {...place} className={styles.outline} vectorEffect="non-scaling-stroke" />
    </>
  );
}
