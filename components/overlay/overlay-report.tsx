import type { ReactNode } from "react";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { weekdayColumns } from "@/components/time/week";
import { Link } from "@/components/ui/link";
import { formatDate, formatDateRange } from "@/lib/format/date";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import { isEveryDay } from "@/lib/glucose/weekday-sets";
import { OverlayDays, type OverlayDaysProps } from "./overlay-days";
import styles from "./overlay-report.module.css";
import { WeekdayFilter } from "./weekday-filter";

export interface OverlayReportProps extends OverlayDaysProps {
  readonly period: Period;
  readonly datesByWeekday: readonly number[];
  /** Readings of the period. */
  readonly observed: number;
  readonly state?: ReactNode;
}

/** The days of a period over one another, one line each. */
export function OverlayReport(props: OverlayReportProps) {
  const { days, weekdays, day, observed, reader, hrefOf, dailyHref, state } = props;
  const { t, locale } = reader.words;
  const isDrawn = (date: LocalDate) => days.some((one) => one.date === date && one.count > 0);
  return (
    <ReportBody>
      <ReportHeader title={t("overlay.title")} facts={factsOf(props)} />
      {state}
      {observed === 0 ? null : (
        <div className={styles.body}>
          <WeekdayFilter
            chosen={weekdays}
            datesByWeekday={props.datesByWeekday}
            hrefOf={(chosen) => hrefOf({ weekdays: chosen, day: null })}
            words={reader.words}
          />
          {day === null || isDrawn(day) ? null : (
            <p className="muted">
              {t("overlay.notes.notDrawn", { day: formatDate(day, { locale }) })}{" "}
              <Link href={dailyHref(day)}>{t("overlay.notes.openDaily")}</Link>
            </p>
          )}
          {days.length === 0 ? <p>{t("overlay.weekdays.none")}</p> : <OverlayDays {...props} />}
        </div>
      )}
    </ReportBody>
  );
}

function factsOf({ period, days, weekdays, reader: { words } }: OverlayReportProps): string {
  const { t, locale } = words;
  const dates = formatDateRange(period.from, period.to, words);
  const count = days.filter((day) => day.count > 0).length;
  if (isEveryDay(weekdays)) return t("overlay.facts", { dates, count });
  const names = weekdayColumns(locale)
    .filter(({ weekday }) => weekdays.some((one) => one === weekday))
    .map(({ long }) => long);
  return t("overlay.factsOf", {
    dates,
    count,
    weekdays: new Intl.ListFormat(locale, { type: "conjunction" }).format(names),
  });
}
