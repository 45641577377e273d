import type { ReactNode } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { glucoseDomain } from "@/components/charts/glucose-axis";
import { DailyOptions, type DailyOptionsProps } from "@/components/daily/daily-options";
import { DayStrip } from "@/components/daily/day-strip";
import { stripTable } from "@/components/daily/strip-table";
import type { StripDay } from "@/components/daily/strip-words";
import { DayPicker, type DayPickerProps } from "@/components/time/day-picker";
import { formatDateRange } from "@/lib/format/date";
import { formatGlucose, formatGlucoseRange, formatGlucoseWithUnit } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "@/lib/glucose/local-time";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import styles from "./report.module.css";
import { ReportHeader } from "./report-header";

export interface DayStripReportProps {
  /** Ascending, without a date missing. */
  readonly days: readonly StripDay[];
  /** Those of the days' bands. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly picker: Omit<DayPickerProps, "date" | "words">;
  readonly options: DailyOptionsProps;
  readonly dayHref: (date: LocalDate) => string;
  readonly state?: ReactNode;
}

/** Several days under one another: what they have in common, and which was unlike the others. */
export function DayStripReport({
  days,
  ranges,
  unit,
  words,
  picker,
  options,
  dayHref,
  state,
}: DayStripReportProps) {
  const { t, locale } = words;
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A strip has at least one day");
  const { low1, high1 } = RANGE_SETS[ranges].bounds["mg/dL"];
  const domain = glucoseDomain(days.flatMap(({ day }) => day.points.map(({ value }) => value)));
  const withReadings = days.filter(({ day }) => day.points.length > 0).length;
  return (
    <div className={styles.report}>
      <ReportHeader
        title={t("daily.title")}
        facts={formatDateRange(first.day.date, last.day.date, { locale })}
      >
        <DayPicker {...picker} date={last.day.date} words={words} />
      </ReportHeader>
      {state}
      <DailyOptions {...options} words={words} />
      {withReadings === 0 ? null : (
        <ChartFrame
          title={t("days.title")}
          unit={unit}
          size="content"
          note={t("days.note", {
            target: formatGlucoseRange({ low: low1, high: high1 }, unit, locale),
            from: formatGlucose(domain[0], unit, locale),
            to: formatGlucoseWithUnit(domain[1], unit, locale),
          })}
          words={words}
          summary={t("days.summary", { count: days.length, withReadings })}
          table={stripTable(days, unit, words)}
        >
          <DayStrip days={days} domain={domain} ranges={ranges} unit={unit} words={words} dayHref={dayHref} />
        </ChartFrame>
      )}
    </div>
  );
}
