import { writeEdge } from "@/components/charts/band-words";
import { formatDuration } from "@/lib/format/duration";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Band, BandShare } from "@/lib/glucose/bands";
import { RANGE_SETS, type RangeSet } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";

const MINUTES_A_DAY = 1_440;

/** Exact minutes a day of two bands together, and the words for their share. */
function together(
  bands: readonly BandShare[],
  names: readonly Band[],
  { t }: Words,
): { minutes: number; percent: string } {
  const parts = bands.filter(({ band }) => names.includes(band));
  const percent = parts.reduce((sum, { percent: whole }) => sum + whole, 0);
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    minutes: parts.reduce((sum, { minutesPerDay }) => sum + minutesPerDay, 0),
    percent:
      percent === 0 && count > 0
        ? t("overview.summary.lessThanOne")
        : t("overview.summary.percent", { percent: String(percent) }),
  };
}

/** How the time in range stands to its goal: ends the sentence that names it. */
export function goalClause({ goal }: BandShare, { t }: Words): string {
  if (!goal || goal.met === null) return t("overview.summary.noGoal");
  const written = formatDuration((goal.bound / 100) * MINUTES_A_DAY);
  return t(goal.met ? "overview.summary.aboveGoal" : "overview.summary.goal", { goal: written });
}

/** Where the rest of the time was, in one clause for below and one for above; the bands are those of `set`. */
export function restClause(
  bands: readonly BandShare[],
  unit: GlucoseUnit,
  words: Words,
  set: RangeSet = RANGE_SETS.standard,
): string {
  const { t } = words;
  const { low1, high1 } = set.bounds[unit];
  const low = `${writeEdge(low1, unit, words.locale)} ${unit}`;
  const high = `${writeEdge(high1, unit, words.locale)} ${unit}`;
  const below = together(bands, ["veryLow", "low"], words);
  const above = together(bands, ["high", "veryHigh"], words);
  const time = ({ minutes }: { minutes: number }) => formatDuration(minutes);
  if (below.minutes === 0 && above.minutes === 0) return t("overview.summary.nothingOutside");
  if (below.minutes === 0)
    return t("overview.summary.onlyAbove", { low, high, percent: above.percent, time: time(above) });
  if (above.minutes === 0)
    return upperFirst(
      t("overview.summary.onlyBelow", { low, high, percent: below.percent, time: time(below) }),
    );
  return upperFirst(
    t("overview.summary.both", {
      low,
      high,
      belowPercent: below.percent,
      belowTime: time(below),
      abovePercent: above.percent,
      aboveTime: time(above),
    }),
  );
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
