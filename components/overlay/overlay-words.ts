import { isThin, writeShare } from "@/components/days/day-words";
import { formatDate, formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucose, formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayTrace } from "@/lib/glucose/day-traces";
import type { LocalDate } from "@/lib/glucose/local-time";
import { HIGH_SENTINEL_MG_DL, LOW_SENTINEL_MG_DL } from "@/lib/glucose/reading";
import type { Words } from "@/lib/i18n/translate";

export interface OverlayReader {
  readonly unit: GlucoseUnit;
  readonly words: Words;
  /** The newest date that can have readings: it is not over yet. */
  readonly lastDate: LocalDate;
}

/** A reading of these days: 39 and 401 stand for LOW and HIGH. */
export function writeTraced(
  value: number | null,
  { unit, words }: Pick<OverlayReader, "unit" | "words">,
): string {
  if (value === null) return "—";
  const status = value === LOW_SENTINEL_MG_DL ? "low" : value === HIGH_SENTINEL_MG_DL ? "high" : null;
  return formatReading({ value, status }, unit, words);
}

/** What is said of one day: time in range, average, from lowest to highest, and how much of it there is. */
export function dayFacts(day: DayTrace, reader: OverlayReader): string[] {
  const { unit, words, lastDate } = reader;
  const { t, locale } = words;
  return [
    t("overlay.readout.inRange", { percent: writeShare(day.targetShare) }),
    t("overlay.readout.average", {
      value: day.mean === null ? "—" : `${formatGlucose(day.mean, unit, locale)} ${unit}`,
    }),
    t("overlay.readout.span", {
      lowest: writeTraced(day.lowest, reader),
      highest: `${writeTraced(day.highest, reader)} ${unit}`,
    }),
    ...(day.date === lastDate
      ? [t("overlay.readout.soFar")]
      : isThin(day)
        ? [t("overlay.readout.worn", { percent: String(Math.floor(day.activePercent)) })]
        : []),
  ];
}

/** The days as rows, also those without readings. */
export function overlayTable(days: readonly DayTrace[], { unit, words }: OverlayReader) {
  const { t, locale } = words;
  const columns = ["day", "readings", "average", "inRange", "lowest", "highest", "active"] as const;
  return {
    columns: columns.map((column) => t(`overlay.table.${column}`)),
    rows: days.map((day) => [
      formatDate(day.date, { locale }),
      String(day.count),
      day.mean === null ? "—" : formatGlucose(day.mean, unit, locale),
      writeShare(day.targetShare),
      writeTraced(day.lowest, { unit, words }),
      writeTraced(day.highest, { unit, words }),
      `${Math.floor(day.activePercent)} %`,
    ]),
  };
}

/** The range of the readings and of the days' time in range, with their dates; for those who do not see the lines. */
export function overlaySentence(
  worn: readonly DayTrace[],
  cadenceMinutes: number,
  { unit, words }: OverlayReader,
): string | null {
  const { t, locale } = words;
  const [first, ...rest] = worn;
  if (!first) return null;
  const extreme = (measure: (day: DayTrace) => number) =>
    rest.reduce((best, day) => (measure(day) > measure(best) ? day : best), first);
  const at = (day: DayTrace, value: number | null) =>
    t("overlay.chart.at", {
      value: `${writeTraced(value, { unit, words })} ${unit}`,
      day: formatDate(day.date, { locale }),
      time: formatMinuteOfDay(minuteOf(day, value, cadenceMinutes), { locale }),
    });
  const lowest = extreme((day) => -(day.lowest ?? Number.POSITIVE_INFINITY));
  const highest = extreme((day) => day.highest ?? Number.NEGATIVE_INFINITY);
  const least = extreme((day) => -(day.targetShare ?? Number.POSITIVE_INFINITY));
  const most = extreme((day) => day.targetShare ?? Number.NEGATIVE_INFINITY);
  return t("overlay.chart.summary", {
    count: worn.length,
    lowest: at(lowest, lowest.lowest),
    highest: at(highest, highest.highest),
    least: writeShare(least.targetShare),
    leastDay: formatDate(least.date, { locale }),
    most: writeShare(most.targetShare),
    mostDay: formatDate(most.date, { locale }),
  });
}

function minuteOf({ runs }: DayTrace, value: number | null, cadenceMinutes: number): number {
  for (const { fromMinute, values } of runs) {
    const i = values.indexOf(value === null ? null : Math.round(value));
    if (i >= 0) return fromMinute + i * cadenceMinutes;
  }
  return 0;
}
