import { useId } from "react";
import type { Band } from "@/lib/glucose/bands";
import styles from "./band.module.css";
import { BandPatterns, bandPatternId } from "./band-patterns";

/** The little square before a band's name: its colour on screens, its pattern on paper. Decoration beside a label. */
export function BandSwatch({
  band,
  className,
}: {
  readonly band: Band;
  readonly className?: string | undefined;
}) {
  const prefix = useId();
  return (
    <svg viewBox="0 0 12 12" className={className} aria-hidden="true">
      <defs>
        <BandPatterns prefix={prefix} bands={[band]} />
      </defs>
      <rect width="12" height="12" rx="3" className={styles[band]} />
      <rect
        width="12"
        height="12"
        rx="3"
        fill={`url(#${bandPatternId(prefix, band)})`}
        className={styles.pattern}
      />
      <rect x="0.5" y="0.5" width="11" height="11" rx="2.5" className={styles.outline} />
    </svg>
  );
}
