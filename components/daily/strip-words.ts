import { minutesOfDate } from "@/components/reports/day-words";
import { formatDate } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart } from "@/lib/glucose/day";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import type { Words } from "@/lib/i18n/translate";

const ORDINARY_DAY_MINUTES = 1_440;

/** One of several days under one another. */
export interface StripDay {
  readonly day: DayChart;
  readonly events: readonly GlucoseEvent[];
}

/** Time in range as a whole percentage, the same as the day's own page says; null without readings. */
export function percentInRange({ summary, bands }: DayChart): string | null {
  const target = bands.find(({ band }) => band === "target");
  return summary.count === 0 || target === undefined ? null : bandPercent(target);
}

/** The length of a date that was not 24 hours long, as a duration. */
export function unusualLength(day: DayChart): string | null {
  const minutes = minutesOfDate(day);
  return minutes === ORDINARY_DAY_MINUTES || minutes === 0 ? null : formatDuration(minutes);
}

/** What a day’s link is called: everything that its row shows. */
export function stripRowLabel(day: DayChart, unit: GlucoseUnit, { t, locale }: Words): string {
  const date = formatDate(day.date, { locale });
  const percent = percentInRange(day);
  const length = unusualLength(day);
  const label =
    percent === null || day.summary.mean === null
      ? t("days.openNone", { date })
      : t("days.open", {
          date,
          percent,
          average: formatGlucoseWithUnit(day.summary.mean, unit, locale),
        });
  return length === null ? label : `${label}; ${t("days.openLength", { duration: length })}`;
}
