import { BandRects } from "@/components/charts/band-rects";
import { BANDS, type Band } from "@/lib/glucose/bands";

const WIDTH = 1_000;
const HEIGHT = 10;
const GAP = 6;

/** Time in ranges as one lying bar, very low at the left: decoration beside the percentages in its row. */
export function BandBar({
  counts,
  patternPrefix,
  className,
}: {
  /** Readings in each band; at least one. */
  readonly counts: Readonly<Record<Band, number>>;
  /** Under which the page has the patterns for paper and forced colours (`BandPatterns`). */
  readonly patternPrefix: string;
  readonly className?: string | undefined;
}) {
  const readings = BANDS.reduce((sum, band) => sum + counts[band], 0);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={className}
    >
      {BANDS.map((band, index) => {
        const before = BANDS.slice(0, index).reduce((sum, one) => sum + counts[one], 0);
        const share = (counts[band] / readings) * WIDTH;
        const x = (before / readings) * WIDTH;
        const place = { x, width: Math.max(0, share - GAP), height: HEIGHT };
        return share === 0 ? null : (
          <BandRects key={band} band={band} place={place} patternPrefix={patternPrefix} />
        );
      })}
    </svg>
  );
}
