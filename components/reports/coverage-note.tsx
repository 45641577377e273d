import { formatDate, formatDateTime } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import type { Coverage, DaySummary } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import styles from "./coverage-note.module.css";

const STRIP_HEIGHT = 24;

/** What the figures rest on: wear day by day, readings there and expected, the longest gap, what was left out. */
export function CoverageNote({
  coverage,
  days,
  words,
}: {
  readonly coverage: Coverage;
  readonly days: readonly DaySummary[];
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t("overview.coverage.title")}</h2>
      <WearStrip days={days} words={words} />
      <dl className={styles.facts}>
        {factsOf(coverage, words).map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(
  coverage: Coverage,
  { t, locale }: Words,
): { readonly term: string; readonly text: string }[] {
  const { observed, expected, cadenceMinutes, gaps, lowSentinels, highSentinels } = coverage;
  const number = (value: number) => formatNumber(value, 0, locale);
  const counts = { observed: number(observed), expected: number(expected) };
  const longest = gaps.reduce<(typeof gaps)[number] | null>(
    (found, gap) => (found === null || gap.minutes > found.minutes ? gap : found),
    null,
  );
  const facts = [
    {
      term: t("overview.coverage.readings"),
      text:
        cadenceMinutes === null
          ? t("overview.coverage.readingsOf", counts)
          : t("overview.coverage.readingsEvery", { ...counts, minutes: number(cadenceMinutes) }),
    },
    {
      term: t("overview.coverage.gaps"),
      text: longest
        ? t("overview.coverage.gapsLongest", {
            count: number(gaps.length),
            duration: formatDuration(longest.minutes),
            time: formatDateTime(longest.from, longest.displayOffsetMinutes, { locale }),
          })
        : t("overview.coverage.noGaps"),
    },
  ];
  if (lowSentinels + highSentinels > 0)
    facts.push({
      term: t("overview.coverage.beyond"),
      text: t("overview.coverage.beyondCounts", { low: number(lowSentinels), high: number(highSentinels) }),
    });
  if (coverage.implausible > 0)
    facts.push({ term: t("overview.coverage.implausible"), text: number(coverage.implausible) });
  if (coverage.excluded > 0)
    facts.push({ term: t("overview.coverage.excluded"), text: number(coverage.excluded) });
  facts.push({ term: t("overview.coverage.source"), text: t("overview.coverage.dexcom") });
  return facts;
}

/** One bar for each day, as high as the sensor was active: where the period is thin is seen before it is read. */
function WearStrip({
  days,
  words: { t, locale },
}: {
  readonly days: readonly DaySummary[];
  readonly words: Words;
}) {
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${days.length} ${STRIP_HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("overview.coverage.strip")}
    >
      {days.map(({ date, activePercent }, index) => (
        <g key={date}>
          <title>
            {t("overview.coverage.stripDay", {
              date: formatDate(date, { locale }),
              percent: String(Math.floor(activePercent)),
            })}
          </title>
          <rect x={index + 0.06} width="0.88" height={STRIP_HEIGHT} className={styles.whole} />
          <rect
            x={index + 0.06}
            width="0.88"
            y={STRIP_HEIGHT * (1 - activePercent / 100)}
            height={(STRIP_HEIGHT * activePercent) / 100}
            className={styles.worn}
          />
        </g>
      ))}
    </svg>
  );
}
