import { stackSegments } from "@/components/reports/band-stack";
import type { BandShare } from "@/lib/glucose/bands";
import { BandBarDrawing } from "./band-bar-drawing";
import { BAND_BAR } from "./band-bar-size";

const UNITS = 1_000;

/** The bands as one bar, very low at the left, very high at the right. What stands beside it says the same in words. */
export function BandBar({
  bands,
  patternPrefix,
  className,
}: {
  readonly bands: readonly BandShare[];
  /** Under which the page has the patterns for paper and forced colours (`BandPatterns`). */
  readonly patternPrefix: string;
  readonly className: string | undefined;
}) {
  // A tenth of a unit is far below a pixel, and a page has many bars.
  const wide = (units: number) => Math.round((units / UNITS) * BAND_BAR.width * 10) / 10;
  const pieces = stackSegments(bands).map(
    ({ band, y, height }) => [band, wide(UNITS - y - height), wide(height)] as const,
  );
  return <BandBarDrawing pieces={pieces} patternPrefix={patternPrefix} className={className} />;
}
