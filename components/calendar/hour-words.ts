import { bandPhrase } from "@/components/charts/band-words";
import { writeShare } from "@/components/days/day-words";
import type { WeekdayColumn } from "@/components/time/week";
import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import { bandOf } from "@/lib/glucose/ranges";
import { WEEKDAY_HOUR_DATES_MIN, type WeekdayHour } from "@/lib/glucose/weekday-hours";
import type { Words } from "@/lib/i18n/translate";

/** What the hours of the week show. */
export type HourValue = "mean" | "range";

interface Writing {
  readonly value: HourValue;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** The number that a cell shows, as it is compared: mg/dL, or a share (0–1); null without readings. */
export function valueOf({ mean, targetShare }: WeekdayHour, value: HourValue): number | null {
  return value === "mean" ? mean : targetShare;
}

/** Whether a single date could decide the cell. */
export function isOfFewDates({ dates }: WeekdayHour): boolean {
  return dates > 0 && dates < WEEKDAY_HOUR_DATES_MIN;
}

function hoursOf({ hour }: WeekdayHour, locale: string): { readonly from: string; readonly to: string } {
  return {
    from: formatMinuteOfDay(hour * 60, { locale }),
    to: formatMinuteOfDay((hour + 1) * 60, { locale }),
  };
}

/** A whole cell as one phrase: "Monday, 3:00 PM to 4:00 PM: average 142 mg/dL, in range, 12 dates". */
export function cellLabel(
  cell: WeekdayHour,
  { long }: WeekdayColumn,
  { value, ranges, unit, words }: Writing & { readonly ranges: RangeSetChoice },
): string {
  const { t, locale } = words;
  const { mean, targetShare, dates } = cell;
  const place = { weekday: long, ...hoursOf(cell, locale) };
  if (mean === null) return t("calendar.hours.cellNone", place);
  const what =
    value === "mean"
      ? t("calendar.hours.average", {
          value: formatGlucoseWithUnit(mean, unit, locale),
          band: bandPhrase(bandOf(mean, RANGE_SETS[ranges].bounds["mg/dL"]), words),
        })
      : t("calendar.hours.inRange", { percent: writeShare(targetShare) });
  return t("calendar.hours.cell", { ...place, value: what, dates });
}

/** The highest and the lowest cell among those with enough dates, in one sentence. */
export function hoursSummary(
  cells: readonly WeekdayHour[],
  columns: readonly WeekdayColumn[],
  { value, unit, words }: Writing,
): string {
  const { t, locale } = words;
  const ranked = cells
    .filter((cell) => cell.dates > 0 && !isOfFewDates(cell))
    .toSorted((a, b) => (valueOf(a, value) ?? 0) - (valueOf(b, value) ?? 0));
  const [lowest, highest] = [ranked[0], ranked.at(-1)];
  if (!lowest || !highest) return t("calendar.hours.summaryNone");
  const at = (cell: WeekdayHour) =>
    t("calendar.hours.at", {
      weekday: columns.find(({ weekday }) => weekday === cell.weekday)?.long ?? "",
      ...hoursOf(cell, locale),
    });
  const write = ({ mean, targetShare }: WeekdayHour) =>
    value === "mean" ? formatGlucoseWithUnit(mean ?? 0, unit, locale) : writeShare(targetShare);
  return t("calendar.hours.summary", {
    value,
    highest: write(highest),
    highestAt: at(highest),
    lowest: write(lowest),
    lowestAt: at(lowest),
  });
}
