import { useId } from "react";
import bandStyles from "@/components/charts/band.module.css";
import { BandPatterns, bandPatternId } from "@/components/charts/band-patterns";
import { BANDS_FROM_TOP } from "@/components/charts/band-words";
import type { BandShare } from "@/lib/glucose/bands";
import styles from "./band-stack.module.css";

const UNITS = 1_000;
/** A band that is there stays visible: 2 % of the height at least, taken from the tallest. */
const SHARE_MIN = 0.02;
const GAP = 8;

interface Segment {
  readonly band: BandShare["band"];
  readonly y: number;
  readonly height: number;
}

/** Heights from top to bottom in thousandths, proportional to the exact shares; empty bands take no room. */
export function stackSegments(bands: readonly BandShare[]): Segment[] {
  const present = BANDS_FROM_TOP.flatMap((band) => {
    const share = bands.find((one) => one.band === band);
    return share && share.count > 0 ? [{ band, share: share.share }] : [];
  });
  const lifted = present.map((one) => ({ ...one, share: Math.max(one.share, SHARE_MIN) }));
  const excess = lifted.reduce((sum, one) => sum + one.share, 0) - 1;
  const tallest = Math.max(...lifted.map(({ share }) => share));
  const room = UNITS - GAP * (lifted.length - 1);
  let y = 0;
  let taken = false;
  return lifted.map(({ band, share }) => {
    const gives = !taken && share === tallest;
    taken ||= gives;
    const height = (gives ? share - excess : share) * room;
    const segment = { band, y, height };
    y += height + GAP;
    return segment;
  });
}

/** The five bands as one upright bar, very high on top. The table beside it says the same in words. */
export function BandStack({ bands }: { readonly bands: readonly BandShare[] }) {
  const prefix = useId();
  return (
    <svg className={styles.stack} viewBox={`0 0 64 ${UNITS}`} preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <BandPatterns prefix={prefix} />
      </defs>
      {stackSegments(bands).map(({ band, y, height }) => (
        <g key={band}>
          <rect width="64" y={y} height={height} className={bandStyles[band]} />
          <rect
            width="64"
            y={y}
            height={height}
            fill={`url(#${bandPatternId(prefix, band)})`}
            className={bandStyles.pattern}
          />
          <rect
            width="64"
            y={y}
            height={height}
            className={bandStyles.outline}
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
    </svg>
  );
}
