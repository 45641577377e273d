"use client";

import { chooseInAddress, useDayHighlight, useHighlighted } from "@/components/charts/overlay-highlight";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { LocalDate } from "@/lib/glucose/local-time";
import styles from "./day-choices.module.css";

/** A day in the list, as it is written. */
export interface DayChoice {
  readonly date: LocalDate;
  readonly href: string;
  /** The whole day as one phrase. */
  readonly label: string;
  readonly name: string;
  readonly inRange: string;
  /** How much of it was worn, where that is little. */
  readonly worn: string | null;
}

/** The days to choose from, from little more than their words: there may be ninety. */
export function DayChoices({
  days,
  leading,
  byWeek,
}: {
  readonly days: readonly DayChoice[];
  /** Weekdays before the first day, whose columns stay empty. */
  readonly leading: readonly string[];
  /** Seven columns, one for each weekday; otherwise as many as fit. */
  readonly byWeek: boolean;
}) {
  return (
    <ol className={classNames(styles.days, byWeek ? styles.byWeek : styles.inRows)}>
      {leading.map((weekday) => (
        <li key={weekday} aria-hidden="true" />
      ))}
      {days.map((day) => (
        <li key={day.date}>
          <Choice {...day} />
        </li>
      ))}
    </ol>
  );
}

/** Pointing at a day shows its line, choosing it keeps it in front. A link, so it works without script. */
function Choice({ date, href, label, name, inRange, worn }: DayChoice) {
  const highlight = useDayHighlight();
  const isShown = useHighlighted((one) => one.shown === date);
  const isChosen = useHighlighted((one) => one.chosen === date);
  return (
    <Link
      href={href}
      scroll={false}
      data-cell=""
      className={styles.day}
      aria-current={isChosen ? "true" : undefined}
      data-shown={isShown ? "" : undefined}
      onPointerEnter={() => highlight.point(date)}
      onPointerLeave={() => highlight.point(null)}
      onFocus={() => highlight.point(date)}
      onBlur={() => highlight.point(null)}
      onClick={(event) => {
        // A new tab or window gets the address; here the days are already drawn.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        chooseInAddress(highlight, isChosen ? null : date);
      }}
    >
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true">
        <span className={styles.date}>{name}</span>
        <strong>{inRange}</strong>
        {worn === null ? null : <span className={styles.worn}>{worn}</span>}
      </span>
    </Link>
  );
}
