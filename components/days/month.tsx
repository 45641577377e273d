import { type ReactNode, useId } from "react";
import { weekColumn, weekdayColumns } from "@/components/time/week";
import { classNames } from "@/components/ui/class-names";
import { formatMonth } from "@/lib/format/date";
import type { DaySummary } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import styles from "./month.module.css";

/** One month: its name, what it comes to, and its days in weeks that begin as the reader's do. */
export function Month({
  date,
  facts,
  locale,
  children,
}: {
  /** Any of the month. */
  readonly date: LocalDate;
  readonly facts?: string;
  readonly locale: string;
  /** `MonthDays` or `RangeDays`. */
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.month} aria-labelledby={id}>
      <h3 id={id} className={styles.name}>
        {formatMonth(Date.parse(date), 0, { locale })}
      </h3>
      {facts === undefined ? null : <p className={styles.facts}>{facts}</p>}
      <div className={styles.heads} aria-hidden="true">
        {weekdayColumns(locale).map(({ weekday, short, narrow }) => (
          <span key={weekday}>
            <span className={styles.wide}>{short}</span>
            <span className={styles.narrow}>{narrow}</span>
          </span>
        ))}
      </div>
      {children}
    </section>
  );
}

/** The days of one month, each in the column of its weekday. */
export function MonthDays({
  days,
  locale,
  children,
}: {
  /** Ascending. */
  readonly days: readonly DaySummary[];
  readonly locale: string;
  /** One day. */
  readonly children: (day: DaySummary) => ReactNode;
}) {
  return (
    <ol className={styles.days}>
      {days.map((day, i) => (
        <li key={day.date} className={classNames(i === 0 && styles[`column${weekColumn(day.date, locale)}`])}>
          {children(day)}
        </li>
      ))}
    </ol>
  );
}

/** Months side by side, as many as fit; smaller ones where they stand among other things. */
export function Months({
  compact = false,
  children,
}: {
  readonly compact?: boolean;
  readonly children: ReactNode;
}) {
  return <div className={classNames(styles.months, compact && styles.compact)}>{children}</div>;
}
