import type { ReactNode } from "react";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { formatDateRange } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import type { WeekdayHour } from "@/lib/glucose/weekday-hours";
import type { Words } from "@/lib/i18n/translate";
import styles from "./calendar-report.module.css";
import { HourCalendar } from "./hour-calendar";
import type { HourValue } from "./hour-words";
import { MonthCalendar } from "./month-calendar";
import type { CalendarMonthView } from "./month-view";

export const CALENDAR_SHOWS = ["range", "curves", "hours"] as const;
export type CalendarShow = (typeof CALENDAR_SHOWS)[number];
export const HOUR_VALUES = ["mean", "range"] as const satisfies readonly HourValue[];

/** What a calendar draws, with what each way to show it needs. */
export type CalendarContent =
  | {
      readonly show: "range" | "curves";
      readonly months: readonly CalendarMonthView[];
      readonly sparklines: readonly DaySparkline[];
      readonly monthsLeftOut: number;
    }
  | { readonly show: "hours"; readonly value: HourValue; readonly cells: readonly WeekdayHour[] };

export interface CalendarReportProps {
  readonly content: CalendarContent;
  readonly period: Period;
  /** Without readings there is only the heading and why. */
  readonly observed: number;
  readonly lastDate: LocalDate;
  /** Those of everything in `content` that is counted by band. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly dayHref: (date: LocalDate) => string;
  /** The address of another way to show the same days. */
  readonly showHref: (options: { readonly show: CalendarShow; readonly value?: HourValue }) => string;
  readonly state?: ReactNode;
}

/** The days of some months, or the hours of a week, each as a small picture of itself. */
export function CalendarReport({ state, ...props }: CalendarReportProps) {
  const { content, observed, words, showHref } = props;
  const { t } = words;
  return (
    <ReportBody>
      <ReportHeader title={t("calendar.title")} facts={factsOf(props)}>
        <ChoiceLinks
          label={t("calendar.show.label")}
          choices={CALENDAR_SHOWS.map((show) => ({
            id: show,
            label: t(`calendar.show.${show}`),
            href: showHref({ show }),
          }))}
          current={content.show}
        />
      </ReportHeader>
      {state}
      {observed === 0 ? null : <Content {...props} />}
    </ReportBody>
  );
}

function Content(props: CalendarReportProps) {
  const { content, lastDate, ranges, unit, words, dayHref, showHref } = props;
  const { t } = words;
  if (content.show === "hours")
    return (
      <div className={styles.hours}>
        <ChoiceLinks
          label={t("calendar.value.label")}
          choices={HOUR_VALUES.map((value) => ({
            id: value,
            label: t(`calendar.value.${value}`),
            href: showHref({ show: "hours", value }),
          }))}
          current={content.value}
        />
        <HourCalendar cells={content.cells} value={content.value} ranges={ranges} unit={unit} words={words} />
      </div>
    );
  const { show, months, sparklines, monthsLeftOut } = content;
  return (
    <>
      {monthsLeftOut === 0 ? null : (
        <p className="muted">{t("calendar.left", { shown: months.length, left: monthsLeftOut })}</p>
      )}
      <MonthCalendar
        show={show}
        months={months}
        sparklines={sparklines}
        lastDate={lastDate}
        ranges={ranges}
        unit={unit}
        words={words}
        dayHref={dayHref}
      />
    </>
  );
}

/** The dates that are drawn: those of whole months, or those of the period where the hours rest on it. */
function factsOf({ content, period, words }: CalendarReportProps): string {
  const { t } = words;
  const months = content.show === "hours" ? [] : content.months;
  const [first, last] = [months[0], months.at(-1)];
  const from = first?.period.from ?? period.from;
  const to = last?.period.to ?? period.to;
  const days = months.length === 0 ? period.days : months.reduce((sum, month) => sum + month.period.days, 0);
  return `${formatDateRange(from, to, words)} · ${t("calendar.facts.days", { count: days })}`;
}
