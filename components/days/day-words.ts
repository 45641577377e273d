import { formatDate } from "@/lib/format/date";
import { formatBandPercent } from "@/lib/format/percent";
import type { DaySummary } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import { REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "@/lib/glucose/sufficiency";
import type { Words } from "@/lib/i18n/translate";

/** A share (0–1) as a whole percentage that never says 0 where something is there. */
export function sharePercent(share: number): { readonly percent: number; readonly underOne: boolean } {
  const percent = Math.round(100 * share);
  return { percent, underOne: percent === 0 && share > 0 };
}

/** The same with its sign, "—" where there is none. */
export function writeShare(share: number | null): string {
  return share === null ? "—" : formatBandPercent(sharePercent(share));
}

/** Whether a day has fewer readings than a day should have to be looked at by itself. */
export function isThin({ count, activePercent }: DaySummary): boolean {
  return count > 0 && activePercent < REPRESENTATIVE_ACTIVE_PERCENT_MIN;
}

/** The whole day as one phrase, for screen readers. */
export function dayLabel(
  day: DaySummary,
  { lastDate, words }: { lastDate: LocalDate; words: Words },
): string {
  const { t, locale } = words;
  const date = formatDate(day.date, { locale, style: "full" });
  const isLast = day.date === lastDate;
  if (day.count === 0) return t(isLast ? "calendar.day.labelNoneYet" : "calendar.day.labelNone", { date });
  const label = t("calendar.day.label", {
    date,
    inRange: writeShare(day.targetShare),
    below: writeShare(day.belowShare),
    above: writeShare(day.aboveShare),
    active: String(Math.floor(day.activePercent)),
  });
  return isLast ? `${label}, ${t("calendar.day.soFar")}` : label;
}

/** What the hatched and the empty squares of a heat map of days mean. */
export function dayLegend({ t }: Words): { readonly hatched: string; readonly none: string } {
  return {
    hatched: t("calendar.legend.fewReadings", { percent: String(REPRESENTATIVE_ACTIVE_PERCENT_MIN) }),
    none: t("calendar.legend.noReadings"),
  };
}
