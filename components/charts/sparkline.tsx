import type { DaySparkline } from "@/lib/glucose/sparkline";
import { BandGradient } from "./band-gradient";
import { clampToAxis, TARGET_MG_DL, verticalScale } from "./glucose-axis";
import styles from "./sparkline.module.css";

const HEIGHT = 100;
const INSET = 3;

type Domain = readonly [number, number];

function scaleOf(domain: Domain): (mgDl: number) => number {
  return verticalScale(domain, { top: INSET, bottom: HEIGHT - INSET });
}

/** The stroke that all sparklines of a page share: put once before them. */
export function SparklineStroke({ id, domain }: { readonly id: string; readonly domain: Domain }) {
  return (
    <svg width="0" height="0" className={styles.definitions} aria-hidden="true">
      <defs>
        <BandGradient id={id} top={INSET} bottom={HEIGHT - INSET} y={scaleOf(domain)} />
      </defs>
    </svg>
  );
}

/** The path of a day: a line per unbroken run; a single reading becomes a dot through its round cap. */
export function sparklinePath(lines: DaySparkline["lines"], domain: Domain): string {
  const y = scaleOf(domain);
  const round = (value: number) => Math.round(value * 10) / 10;
  return lines
    .map((line) => {
      const points = line.map(
        ([minutes, mgDl]) => `${Math.round(minutes)} ${round(y(clampToAxis(mgDl, domain)))}`,
      );
      const [first, ...rest] = points;
      if (first === undefined) return "";
      return rest.length === 0 ? `M${first}h0.1` : `M${first}L${rest.join(" ")}`;
    })
    .join("");
}

/** One day, small: its curve over the target band. Server-rendered, no script; the words beside it say the rest. */
export function Sparkline({
  line,
  domain,
  strokeId,
}: {
  readonly line: DaySparkline;
  readonly domain: Domain;
  readonly strokeId: string;
}) {
  const y = scaleOf(domain);
  const width = line.lengthMinutes || 1_440;
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect
        width={width}
        y={y(TARGET_MG_DL.to)}
        height={y(TARGET_MG_DL.from) - y(TARGET_MG_DL.to)}
        className={styles.target}
      />
      <path
        d={sparklinePath(line.lines, domain)}
        stroke={`url(#${strokeId})`}
        className={styles.curve}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
