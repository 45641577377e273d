import { formatMinuteOfDay, formatOffset } from "@/lib/format/date";
import { formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart } from "@/lib/glucose/day";
import type { DayPoint } from "@/lib/glucose/day-points";
import { withFullStop } from "@/lib/i18n/full-stop";
import type { BrowserWords } from "@/lib/i18n/translate";
import { bandPhrase } from "./band-words";
import type { TooltipContent } from "./chart-tooltip";
import type { DayMark } from "./day-marks";
import { eventsNear } from "./day-rows";
import { trendWords } from "./trend-words";

const NEAR_MINUTES = 15;

/** What is said about one reading of a day: on screen, and as a sentence to hear. */
export function dayTooltip(
  point: DayPoint,
  {
    day,
    marks,
    unit,
    words,
  }: {
    readonly day: DayChart;
    readonly marks: readonly DayMark[];
    readonly unit: GlucoseUnit;
    readonly words: BrowserWords;
  },
): TooltipContent {
  const { t } = words;
  const time = timeOf(point, day, words.locale);
  const value = formatReading(point, unit, words);
  const leftOut = point.isExcluded ? [t("charts.day.leftOut")] : [];
  const notes = [
    ...leftOut,
    ...eventsNear(point, marks, NEAR_MINUTES).map((mark) => `${mark.text} · ${mark.time}`),
  ];
  const phrase = bandPhrase(point.band, words);
  const trend = trendWords(point.trend, words);
  return {
    title: time,
    value,
    unit,
    band: { band: point.band, label: `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}` },
    lines: trend === null ? [] : [{ label: t("charts.day.afterwards"), value: trend }],
    notes,
    spoken: [
      `${time}: ${value} ${unit}, ${phrase}${trend === null ? "" : `, ${trend}`}.`,
      ...notes.map(withFullStop),
    ].join(" "),
  };
}

/** On a day with a clock change or a journey the same time can come twice: the offset tells them apart. */
function timeOf(point: DayPoint, day: DayChart, locale: string): string {
  const time = formatMinuteOfDay(point.minuteOfDay, { locale });
  return day.clockChanges.length > 0 ? `${time} (${formatOffset(point.offsetMinutes)})` : time;
}
