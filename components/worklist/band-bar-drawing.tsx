"use client";

import { BandRects } from "@/components/charts/band-rects";
import type { Band } from "@/lib/glucose/bands";
import { BAND_BAR } from "./band-bar-size";

/**
 * Draws a bar from few numbers: a page has dozens, and what a server component draws is sent twice, as HTML and as what it
 * was made of.
 */
export function BandBarDrawing({
  pieces,
  patternPrefix,
  className,
}: {
  /** From where in the bar's width, and how wide. */
  readonly pieces: readonly (readonly [band: Band, x: number, width: number])[];
  readonly patternPrefix: string;
  readonly className: string | undefined;
}) {
  const { width: whole, height } = BAND_BAR;
  return (
    <svg
      className={className}
      viewBox={`0 0 ${whole} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {pieces.map(([band, x, width]) => (
        <BandRects key={band} band={band} place={{ x, width, height }} patternPrefix={patternPrefix} />
      ))}
    </svg>
  );
}
