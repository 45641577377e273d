import { type ReactNode, useId } from "react";
import { weekColumn } from "@/components/time/week";
import { classNames } from "@/components/ui/class-names";
import { formatMonth } from "@/lib/format/date";
import type { DaySummary } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import styles from "./month.module.css";
import type { CalendarMonthView } from "./month-view";
import { weekdayColumns } from "./weekdays";

/** One month: its name, what it comes to, and its days in weeks that begin as the reader's do. */
export function Month({
  month,
  words,
  children,
}: {
  readonly month: CalendarMonthView;
  readonly words: Words;
  /** One day. */
  readonly children: (day: DaySummary) => ReactNode;
}) {
  const id = useId();
  const { locale } = words;
  const [first] = month.days;
  return (
    <section className={styles.month} aria-labelledby={id}>
      <div className={styles.heading}>
        <h3 id={id}>{formatMonth(Date.parse(month.period.from), 0, { locale })}</h3>
        <p className={styles.facts}>{monthFacts(month, words)}</p>
      </div>
      <div className={styles.heads} aria-hidden="true">
        {weekdayColumns(locale).map(({ weekday, short, narrow }) => (
          <span key={weekday}>
            <span className={styles.wide}>{short}</span>
            <span className={styles.narrow}>{narrow}</span>
          </span>
        ))}
      </div>
      <ol className={styles.days}>
        {month.days.map((day) => (
          <li
            key={day.date}
            className={classNames(day === first && styles[`column${weekColumn(day.date, locale)}`])}
          >
            {children(day)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** "72 % in range · sensor active 96 %", or only what the month's readings carry. */
function monthFacts({ bands, verdict, coverage }: CalendarMonthView, { t }: Words): string {
  if (coverage.observed === 0) return t("calendar.month.none");
  const active = t("calendar.month.active", { percent: String(Math.floor(coverage.activePercent)) });
  const target = bands.find(({ band }) => band === "target");
  if (target === undefined || verdict.status === "insufficient") return active;
  const percent = target.underOne ? "< 1 %" : `${target.percent} %`;
  return `${t("calendar.month.inRange", { percent })} · ${active}`;
}
