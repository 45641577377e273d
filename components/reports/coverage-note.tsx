import { formatDateTime } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import type { Coverage, DaySummary } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import styles from "./coverage-note.module.css";

const STRIP_HEIGHT = 24;
const BAR_INSET = 0.06;
const BAR_WIDTH = 0.88;

/** What the figures rest on: wear day by day, readings there and expected, the longest gap, what was left out. */
export function CoverageNote({
  coverage,
  days,
  words,
}: {
  readonly coverage: Coverage;
  /** Null for a reader who sees nothing of single days: then no gap has a date either. */
  readonly days: readonly DaySummary[] | null;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t("overview.coverage.title")}</h2>
      {days === null ? null : <WearStrip days={days} words={words} />}
      <dl className={styles.facts}>
        {factsOf(coverage, words, days !== null).map(({ term, text }) => (
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
  namesDays: boolean,
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
      text:
        longest === null
          ? t("overview.coverage.noGaps")
          : namesDays
            ? t("overview.coverage.gapsLongest", {
                count: number(gaps.length),
                duration: formatDuration(longest.minutes),
                time: formatDateTime(longest.from, longest.displayOffsetMinutes, { locale }),
              })
            : number(gaps.length),
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
function WearStrip({ days, words: { t } }: { readonly days: readonly DaySummary[]; readonly words: Words }) {
  // One path for all bars: a year of them would otherwise be most of the page.
  const bars = (percentOf: (day: DaySummary) => number) =>
    days
      .map(
        (day, index) =>
          `M${index + BAR_INSET} ${STRIP_HEIGHT}v-${barHeight(percentOf(day))}h${BAR_WIDTH}V${STRIP_HEIGHT}z`,
      )
      .join("");
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${days.length} ${STRIP_HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("overview.coverage.strip")}
    >
      <path d={bars(() => 100)} className={styles.whole} />
      <path d={bars(({ activePercent }) => activePercent)} className={styles.worn} />
    </svg>
  );
}

function barHeight(percent: number): number {
  return Math.round(STRIP_HEIGHT * percent) / 100;
}
