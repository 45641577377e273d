import { clampToAxis, glucoseDomain, TARGET_MG_DL, verticalScale } from "@/components/charts/glucose-axis";
import { closedOverMidnight } from "@/components/charts/profile-rows";
import { formatMinuteOfDay } from "@/lib/format/date";
import type { ProfilePoint } from "@/lib/glucose/figures";
import type { Pattern } from "@/lib/glucose/patterns/pattern";
import type { Words } from "@/lib/i18n/translate";
import { HourAxis } from "./hour-axis";
import { HourMarks } from "./hour-marks";
import { hoursOnClock } from "./marked-hours";
import styles from "./pattern-profile.module.css";

const HEIGHT = 300;

/** The hours of a pattern on the period's profile: its median and middle half, small. */
export function PatternProfile({
  pattern,
  points,
  words: { t, locale },
}: {
  readonly pattern: Pattern;
  readonly points: readonly ProfilePoint[];
  readonly words: Words;
}) {
  const hours = hoursOnClock(pattern);
  if (hours.length === 0 || pattern.fromMinute === null || pattern.toMinute === null) return null;
  const domain = glucoseDomain(points.map(({ p75 }) => p75));
  const scale = verticalScale(domain, { top: 0, bottom: HEIGHT });
  const y = (mgDl: number) => Math.round(scale(clampToAxis(mgDl, domain)));
  const { area, line } = profilePaths(points, y);
  const marked = {
    from: formatMinuteOfDay(pattern.fromMinute, { locale }),
    to: formatMinuteOfDay(pattern.toMinute, { locale }),
  };
  return (
    <figure className={styles.figure}>
      <div className={styles.plot}>
        <HourMarks hours={hours} />
        <svg
          className={styles.profile}
          viewBox={`0 0 1440 ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t("patterns.card.profile", marked)}
        >
          <rect
            width="1440"
            y={y(TARGET_MG_DL.to)}
            height={y(TARGET_MG_DL.from) - y(TARGET_MG_DL.to)}
            className={styles.target}
          />
          <path d={area} className={styles.middleHalf} vectorEffect="non-scaling-stroke" />
          <path d={line} className={styles.median} vectorEffect="non-scaling-stroke" />
        </svg>
      </div>
      <HourAxis locale={locale} />
      <figcaption className={styles.caption}>{t("patterns.card.marked", marked)}</figcaption>
    </figure>
  );
}

/** The middle half as one closed area and the median as one line, broken where an hour has too few days. */
function profilePaths(points: readonly ProfilePoint[], y: (mgDl: number) => number) {
  let area = "";
  let line = "";
  let run: { x: number; low: number; high: number; mid: number }[] = [];
  const close = () => {
    const upper = run.map(({ x, high }) => `${x} ${high}`);
    const lower = run.toReversed().map(({ x, low }) => `${x} ${low}`);
    if (run.length > 1) {
      area += `M${[...upper, ...lower].join("L")}Z`;
      line += `M${run.map(({ x, mid }) => `${x} ${mid}`).join("L")}`;
    }
    run = [];
  };
  for (const { minuteOfDay: x, p25, p50, p75 } of closedOverMidnight(points)) {
    if (p25 === null || p50 === null || p75 === null) close();
    else run.push({ x, low: y(p25), high: y(p75), mid: y(p50) });
  }
  close();
  return { area, line };
}
