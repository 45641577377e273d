import { writeEdge } from "@/components/charts/band-words";
import { formatDateRange, formatMinuteOfDay } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import type { LowEpisodesByClock } from "@/lib/glucose/low-episodes-by-clock";
import type { Period } from "@/lib/glucose/period";
import { RANGE_BOUNDS } from "@/lib/glucose/ranges";
import type { Words } from "@/lib/i18n/translate";

export interface FactsToSay {
  readonly change: { readonly before: Period; readonly difference: Difference };
  readonly lows: LowEpisodesByClock;
  /** Days of the period that have readings. */
  readonly days: number;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** On how many days glucose was low, how often, and when mostly. */
export function lowsSentence({ lows, days, unit, words }: FactsToSay): string {
  const { t, locale } = words;
  const low = `${writeEdge(RANGE_BOUNDS[unit].low1, unit, locale)} ${unit}`;
  if (lows.episodes === 0) return t("overview.facts.lows.none", { low });
  const counts = { low, days: String(lows.dates), ofDays: days, episodes: lows.episodes };
  if (lows.mostlyAt === null) return t("overview.facts.lows.days", counts);
  const { fromMinute, toMinute } = lows.mostlyAt;
  return t("overview.facts.lows.daysAt", {
    ...counts,
    from: formatMinuteOfDay(fromMinute, words),
    to: formatMinuteOfDay(toMinute, words),
  });
}

/** Null where the two periods cannot be compared, or where nothing says what is usual. */
export function changeSentence({ change: { before, difference }, words }: FactsToSay): string | null {
  const { t } = words;
  const { judgement, difference: exact } = difference;
  if (exact === null || (judgement !== "beyond-usual" && judgement !== "within-usual")) return null;
  const dates = formatDateRange(before.from, before.to, words);
  if (exact === 0) return t("overview.facts.change.same", { dates });
  const whole = Math.round(Math.abs(exact));
  const points =
    whole === 0 ? t("overview.facts.change.underOne") : t("overview.facts.change.points", { points: whole });
  const key = `${exact > 0 ? "more" : "less"}${judgement === "beyond-usual" ? "Beyond" : "Within"}` as const;
  return t(`overview.facts.change.${key}`, { points, dates });
}
