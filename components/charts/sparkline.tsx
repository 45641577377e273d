import type { DaySparkline } from "@/lib/glucose/sparkline";
import { BandGradient } from "./band-gradient";
import { BAND_EDGES_FROM_TOP, type BandEdge, clampToAxis, TARGET_MG_DL, verticalScale } from "./glucose-axis";
import styles from "./sparkline.module.css";

// Three times as fine as the drawing is high: whole numbers are exact enough, and short.
const HEIGHT = 300;
const INSET = 9;

type Domain = readonly [number, number];

function scaleOf(domain: Domain): (mgDl: number) => number {
  return verticalScale(domain, { top: INSET, bottom: HEIGHT - INSET });
}

const awaitedId = (strokeId: string) => `${strokeId}-awaited`;

/** The stroke that all sparklines of a page share: put once before them. */
export function SparklineStroke({
  id,
  domain,
  edges = BAND_EDGES_FROM_TOP,
}: {
  readonly id: string;
  readonly domain: Domain;
  /** Those of other ranges. */
  readonly edges?: readonly BandEdge[];
}) {
  return (
    <svg width="0" height="0" className={styles.definitions} aria-hidden="true">
      <defs>
        <BandGradient id={id} top={INSET} bottom={HEIGHT - INSET} y={scaleOf(domain)} edges={edges} />
        <pattern id={awaitedId(id)} width="40" height="40" patternUnits="userSpaceOnUse">
          <path d="M0 40L40 0" className={styles.hatch} vectorEffect="non-scaling-stroke" />
        </pattern>
      </defs>
    </svg>
  );
}

/** The path of a day: a line per unbroken run; a single reading becomes a dot through its round cap. */
export function sparklinePath(lines: DaySparkline["lines"], domain: Domain): string {
  const y = scaleOf(domain);
  return lines
    .map((line) => {
      const [first, ...rest] = line.map(
        ([minutes, mgDl]) => [Math.round(minutes), Math.round(y(clampToAxis(mgDl, domain)))] as const,
      );
      if (first === undefined) return "";
      let [x0, y0] = first;
      // Steps between whole numbers are short and add up exactly; ninety days are a lot of points.
      const steps = rest.map(([x, height]) => {
        const step = `${x - x0} ${height - y0}`;
        [x0, y0] = [x, height];
        return step;
      });
      return `M${first[0]} ${first[1]}${steps.length === 0 ? "h0.1" : `l${steps.join(" ")}`}`;
    })
    .join("");
}

/** One day, small: its curve over the target band. Server-rendered, no script; the words beside it say the rest. */
export function Sparkline({
  line,
  domain,
  strokeId,
  target = TARGET_MG_DL,
}: {
  readonly line: DaySparkline;
  readonly domain: Domain;
  readonly strokeId: string;
  /** That of other ranges. */
  readonly target?: { readonly from: number; readonly to: number };
}) {
  const y = scaleOf(domain);
  const width = line.lengthMinutes || 1_440;
  const from = line.awaitedFromMinutes ?? width;
  const awaited = { x: from, width: width - from, y: 0, height: HEIGHT };
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect width={width} y={y(target.to)} height={y(target.from) - y(target.to)} className={styles.target} />
      {line.awaitedFromMinutes === null ? null : (
        <g>
          <rect {...awaited} className={styles.awaited} />
          <rect {...awaited} fill={`url(#${awaitedId(strokeId)})`} />
        </g>
      )}
      <path
        d={sparklinePath(line.lines, domain)}
        stroke={`url(#${strokeId})`}
        className={styles.curve}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
