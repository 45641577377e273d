"use client";

import bandStyles from "@/components/charts/band.module.css";
import { bandPatternId } from "@/components/charts/band-patterns";
import type { Band } from "@/lib/glucose/bands";

/** `BandSwatch` for lists, where all of a page share its patterns and each is sent as a name only. */
export function FlagSwatch({
  band,
  patternPrefix,
  className,
}: {
  readonly band: Band;
  /** Under which the page has the patterns for paper and forced colours (`BandPatterns`). */
  readonly patternPrefix: string;
  readonly className: string | undefined;
}) {
  const corners = { width: "12", height: "12", rx: "3" };
  return (
    <svg viewBox="0 0 12 12" className={className} aria-hidden="true">
      <rect {...corners} className={bandStyles[band]} />
      <rect
        {...corners}
        fill={`url(#${bandPatternId(patternPrefix, band)})`}
        className={bandStyles.pattern}
      />
      <rect x="0.5" y="0.5" width="11" height="11" rx="2.5" className={bandStyles.outline} />
    </svg>
  );
}
