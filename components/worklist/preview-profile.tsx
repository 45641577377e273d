"use client";

import { glucoseDomain, verticalScale } from "@/components/charts/glucose-axis";
import { DAY_MINUTES } from "@/components/charts/profile-rows";
import { profilePaths } from "@/components/charts/profile-sketch";
import { withheldReason } from "@/components/reports/verdict-words";
import { formatHour, formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import type { Preview, PreviewPoint } from "@/lib/worklist/preview";
import styles from "./preview-profile.module.css";

/** The day as a whole, small: areas 5–95 and 25–75 and the median over the patient's own target range. */
export function PreviewProfile({
  profile: { verdict, points },
  targets,
  unit,
  words,
}: {
  readonly profile: NonNullable<Preview["profile"]>;
  readonly targets: Preview["targets"];
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  if (verdict.status === "insufficient" || points.length === 0)
    return (
      <p className={styles.none}>
        {t("worklistPreview.profile.none")}{" "}
        {verdict.status === "insufficient" ? withheldReason(verdict, words) : null}
      </p>
    );
  return <Curves points={points} targets={targets} unit={unit} words={words} />;
}

function Curves({
  points,
  targets,
  unit,
  words,
}: {
  readonly points: readonly PreviewPoint[];
  readonly targets: Preview["targets"];
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { locale } = words;
  const domain = glucoseDomain(points.map(({ p95 }) => p95));
  const { outer, inner, median } = profilePaths(points, domain);
  const share = verticalScale(domain, { top: 0, bottom: 100 });
  const { low1, high1 } = RANGE_SETS[targets].bounds["mg/dL"];
  const at = (mgDl: number) => `${share(mgDl)}%`;
  return (
    <div className={styles.frame}>
      <svg className={styles.drawing} role="img" aria-label={profileInWords(points, unit, words)}>
        <rect
          width="100%"
          y={at(high1)}
          height={`${share(low1) - share(high1)}%`}
          className={styles.target}
        />
        <svg viewBox={`0 0 ${DAY_MINUTES} 1000`} preserveAspectRatio="none" width="100%" height="100%">
          <path d={outer} className={styles.outer} />
          <path d={inner} className={styles.inner} />
          <path d={median} className={styles.median} vectorEffect="non-scaling-stroke" />
        </svg>
        {[low1, high1].map((mgDl) => (
          <g key={mgDl}>
            <line x2="100%" y1={at(mgDl)} y2={at(mgDl)} className={styles.bound} />
            <text x="-6" y={at(mgDl)} dy="0.35em" textAnchor="end" className={styles.tick}>
              {formatGlucose(mgDl, unit, locale)}
            </text>
          </g>
        ))}
        {[0, 360, 720, 1_080, 1_440].map((minute) => (
          <text
            key={minute}
            x={`${(minute / DAY_MINUTES) * 100}%`}
            y="100%"
            dy="15"
            textAnchor={minute === 0 ? "start" : minute === DAY_MINUTES ? "end" : "middle"}
            className={styles.tick}
          >
            {formatHour(minute, { locale })}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Where the median is lowest and highest, for those who do not see the curve. */
export function profileInWords(points: readonly PreviewPoint[], unit: GlucoseUnit, words: Words): string {
  const { t, locale } = words;
  const known = points.flatMap(({ minuteOfDay, p50 }) => (p50 === null ? [] : [{ minuteOfDay, p50 }]));
  const [first] = known;
  if (first === undefined) return t("worklistPreview.profile.none");
  const lowest = known.reduce((found, one) => (one.p50 < found.p50 ? one : found), first);
  const highest = known.reduce((found, one) => (one.p50 > found.p50 ? one : found), first);
  return t("worklistPreview.profile.text", {
    lowest: formatGlucose(lowest.p50, unit, locale),
    highest: formatGlucose(highest.p50, unit, locale),
    unit,
    lowestAt: formatMinuteOfDay(lowest.minuteOfDay, { locale }),
    highestAt: formatMinuteOfDay(highest.minuteOfDay, { locale }),
  });
}
