import { minutesOfDate } from "@/components/reports/day-words";
import { formatDate } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatGlucose, formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayPoint } from "@/lib/glucose/day-points";
import type { Words } from "@/lib/i18n/translate";
import { percentInRange, type StripDay } from "./strip-words";

/** The days of a strip as rows: what its drawing and the figures beside it say. */
export function stripTable(days: readonly StripDay[], unit: GlucoseUnit, words: Words) {
  const { t, locale } = words;
  return {
    columns: [
      t("days.columns.date"),
      `${t("days.columns.inRange")} (%)`,
      `${t("days.columns.average")} (${unit})`,
      `${t("days.columns.lowest")} (${unit})`,
      `${t("days.columns.highest")} (${unit})`,
      t("days.columns.readings"),
      t("days.columns.length"),
    ],
    rows: days.map(({ day }) => {
      const counted = day.points.filter(({ isExcluded }) => !isExcluded);
      const extreme = (isMore: (a: number, b: number) => boolean) => {
        const [first, ...rest] = counted;
        if (first === undefined) return "—";
        const found = rest.reduce<DayPoint>((a, b) => (isMore(b.value, a.value) ? b : a), first);
        return formatReading(found, unit, words);
      };
      return [
        formatDate(day.date, { locale }),
        percentInRange(day) ?? "—",
        day.summary.mean === null ? "—" : formatGlucose(day.summary.mean, unit, locale),
        extreme((a, b) => a < b),
        extreme((a, b) => a > b),
        String(day.summary.count),
        formatDuration(minutesOfDate(day)),
      ];
    }),
  };
}
