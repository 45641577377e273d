import { formatDate, formatMinuteOfDay } from "@/lib/format/date";
import { formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import { bandOf } from "@/lib/glucose/ranges";
import type { BrowserWords } from "@/lib/i18n/translate";
import { bandName, bandPhrase } from "./band-words";
import type { TooltipContent } from "./chart-tooltip";
import { type OverlayPoints, statusOf } from "./overlay-points";

/** A reading of one of the days: which day, when, how much. */
export function overlayTooltip(
  { date, minutes, values }: OverlayPoints,
  point: number,
  {
    ranges,
    unit,
    words,
  }: { readonly ranges: RangeSetChoice; readonly unit: GlucoseUnit; readonly words: BrowserWords },
): TooltipContent | null {
  const { t, locale } = words;
  const value = values[point];
  if (value === undefined) return null;
  const written = formatReading({ value, status: statusOf(value) }, unit, words);
  const band = bandOf(value, RANGE_SETS[ranges].bounds["mg/dL"]);
  const day = formatDate(date, { locale });
  const time = formatMinuteOfDay(minutes[point] ?? 0, { locale });
  return {
    title: `${day}, ${time}`,
    value: written,
    unit,
    band: { band, label: bandName(band, words) },
    lines: [],
    notes: [],
    spoken: t("charts.overlay.spoken", {
      day,
      time,
      value: `${written} ${unit}`,
      band: bandPhrase(band, words),
    }),
  };
}
