import { useId } from "react";
import { BandGradient } from "@/components/charts/band-gradient";
import { clampToAxis, TARGET_MG_DL, verticalScale } from "@/components/charts/glucose-axis";
import { formatGlucoseRange } from "@/lib/format/glucose";
import type { Words } from "@/lib/i18n/translate";
import styles from "./landing.module.css";

const WIDTH = 1_440;
const HEIGHT = 300;
const DOMAIN = [40, 300] as const;
const STEP_MINUTES = 10;

/** Meals and a night, as bumps on a level: minute of their top, height in mg/dL, width in minutes. */
const BUMPS = [
  { at: 190, by: -52, over: 90 },
  { at: 505, by: 92, over: 62 },
  { at: 800, by: 58, over: 58 },
  { at: 1_010, by: -26, over: 60 },
  { at: 1_205, by: 128, over: 72 },
] as const;
const LEVEL = 118;

/** Bodies are never quite smooth. */
function ripple(minute: number): number {
  return 5 * Math.sin(minute / 41) + 4 * Math.sin(minute / 19 + 1) + 2 * Math.sin(minute / 7);
}

function exampleGlucose(minute: number): number {
  const level = LEVEL + ripple(minute);
  return BUMPS.reduce((sum, { at, by, over }) => sum + by * Math.exp(-(((minute - at) / over) ** 2)), level);
}

/** A made-up day, drawn as the reports draw real ones. Says that it is made up. */
export function ExampleDay({ words: { t, locale } }: { readonly words: Words }) {
  const id = useId();
  const y = verticalScale(DOMAIN, { top: 8, bottom: HEIGHT - 8 });
  const points = Array.from({ length: WIDTH / STEP_MINUTES + 1 }, (_, i) => {
    const minute = i * STEP_MINUTES;
    return `${minute} ${y(clampToAxis(exampleGlucose(minute), DOMAIN)).toFixed(1)}`;
  });
  return (
    <figure className={styles.example}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("pages.example.label")}
      >
        <defs>
          <BandGradient id={id} top={8} bottom={HEIGHT - 8} y={y} />
        </defs>
        <rect
          width={WIDTH}
          y={y(TARGET_MG_DL.to)}
          height={y(TARGET_MG_DL.from) - y(TARGET_MG_DL.to)}
          className={styles.target}
        />
        <path
          d={`M${points.join("L")}`}
          stroke={`url(#${id})`}
          className={styles.curve}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption>
        {t("pages.example.caption", {
          range: formatGlucoseRange({ low: TARGET_MG_DL.from, high: TARGET_MG_DL.to }, "mg/dL", locale),
        })}
      </figcaption>
    </figure>
  );
}
