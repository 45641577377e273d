import { activeGoal } from "@/components/reports/written-goal";
import { formatDuration } from "@/lib/format/duration";
import { formatGlucoseRange } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Summary } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import type { FigureRow } from "./figure-row";

const ALWAYS_SHOWN = { status: "sufficient" } as const;

/** What the catalogue explains beside single figures of glucose, by the id of its entry: wear, gaps, daily averages. */
export function otherRows(
  { coverage, dailyMeans, sufficiency }: Summary,
  { unit, words }: { readonly unit: GlucoseUnit; readonly words: Words },
): ReadonlyMap<string, readonly FigureRow[]> {
  const { t, locale } = words;
  const number = (value: number) => formatNumber(value, 0, locale);
  // What is there is never rounded up to what is needed.
  const percent = (value: number) => `${formatNumber(Math.floor(value * 10) / 10, 1, locale)} %`;
  const row = (
    figure: string,
    name: string,
    value: string | null,
    more: Partial<FigureRow> = {},
  ): FigureRow => ({ figure, name, value, verdict: ALWAYS_SHOWN, goal: null, ...more });
  const { gaps, lowSentinels, highSentinels } = coverage;
  const longest = gaps.reduce((found, { minutes }) => Math.max(found, minutes), 0);
  const means = dailyMeans.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  const left = [
    ["implausible", t("overview.coverage.implausible"), coverage.implausible],
    ["excluded", t("overview.coverage.excluded"), coverage.excluded],
  ] as const;
  return new Map([
    [
      "sensor-active",
      [
        row("active", t("overview.figures.active.name"), percent(coverage.activePercent), {
          goal: activeGoal(coverage.activePercent),
        }),
        row(
          "readings",
          t("overview.coverage.readings"),
          t("overview.coverage.readingsOf", {
            observed: number(coverage.observed),
            expected: number(coverage.expected),
          }),
        ),
      ],
    ],
    [
      "active-while-worn",
      [row("activeWhileWorn", t("statistics.worn"), percent(coverage.activePercentOfWornSpan))],
    ],
    [
      "gaps",
      [
        row(
          "gaps",
          t("overview.coverage.gaps"),
          gaps.length === 0
            ? t("overview.coverage.noGaps")
            : t("statistics.gaps", { count: number(gaps.length), duration: formatDuration(longest) }),
        ),
      ],
    ],
    [
      "out-of-scale",
      [
        row(
          "beyond",
          t("overview.coverage.beyond"),
          t("overview.coverage.beyondCounts", { low: number(lowSentinels), high: number(highSentinels) }),
        ),
        ...left.flatMap(([figure, name, count]) => (count === 0 ? [] : [row(figure, name, number(count))])),
      ],
    ],
    [
      "daily-averages",
      [
        row(
          "dailyMeans",
          t("statistics.dailyMeans"),
          means.length === 0
            ? null
            : formatGlucoseRange({ low: Math.min(...means), high: Math.max(...means) }, unit, locale),
          { verdict: sufficiency.dailyMeans },
        ),
      ],
    ],
  ]);
}
