import bandStyles from "@/components/charts/band.module.css";
import { bandPatternId } from "@/components/charts/band-patterns";
import { stackSegments } from "@/components/reports/band-stack";
import type { BandShare } from "@/lib/glucose/bands";

/** About as wide for its height as it is drawn, so that the patterns on paper keep their shape. */
const WIDTH = 250;
const HEIGHT = 40;
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
  const wide = (units: number) => Math.round((units / UNITS) * WIDTH * 10) / 10;
  return (
    <svg
      className={className}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {stackSegments(bands).map(({ band, y, height }) => {
        const place = { x: wide(UNITS - y - height), width: wide(height), height: HEIGHT };
        return (
          <g key={band}>
            <rect {...place} className={bandStyles[band]} />
            <rect
              {...place}
              fill={`url(#${bandPatternId(patternPrefix, band)})`}
              className={bandStyles.pattern}
            />
            <rect {...place} className={bandStyles.outline} vectorEffect="non-scaling-stroke" />
          </g>
        );
      })}
    </svg>
  );
}
