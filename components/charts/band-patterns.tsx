import { BANDS, type Band } from "@/lib/glucose/bands";
import styles from "./band.module.css";

/** One pattern per band for paper and forced colours: denser further from the target, the target itself blank. */
const INK: Readonly<Record<Band, readonly string[]>> = {
  veryHigh: ["M0 0 8 8", "M8 0 0 8", "M4 0V8", "M0 4H8"],
  high: ["M0 8 8 0", "M-2 2 2 -2", "M6 10 10 6"],
  target: [],
  low: ["M0 2H8", "M0 6H8"],
  veryLow: ["M0 0H8V8H0Z"],
};

export function bandPatternId(prefix: string, band: Band): string {
  return `${prefix}-${band}`;
}

export function BandPatterns({
  prefix,
  bands = BANDS,
}: {
  readonly prefix: string;
  readonly bands?: readonly Band[];
}) {
  return (
    <>
      {bands.map((band) => (
        <pattern
          key={band}
          id={bandPatternId(prefix, band)}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect width="8" height="8" className={styles.patternPaper} />
          {INK[band].map((d) => (
            <path key={d} d={d} className={styles.patternInk} />
          ))}
        </pattern>
      ))}
    </>
  );
}
