"use client";

import { chooseInAddress, useDayHighlight, useHighlighted } from "@/components/charts/overlay-highlight";
import { Link } from "@/components/ui/link";
import type { LocalDate } from "@/lib/glucose/local-time";
import styles from "./day-readout.module.css";

/** One day in words, with its own page. */
export interface ReadoutDay {
  readonly date: LocalDate;
  readonly name: string;
  readonly facts: readonly string[];
  readonly href: string;
}

/** The day that stands out, in words, above the drawing; what to do while none does. Its height never changes. */
export function DayReadout({
  days,
  clearHref,
  texts,
}: {
  readonly days: readonly ReadoutDay[];
  /** The address without a chosen day. */
  readonly clearHref: string;
  readonly texts: { readonly idle: string; readonly open: string; readonly clear: string };
}) {
  const highlight = useDayHighlight();
  const shown = useHighlighted((one) => one.shown);
  const chosen = useHighlighted((one) => one.chosen);
  const day = days.find(({ date }) => date === shown);
  return (
    <div className={styles.readout} data-shown={day ? "" : undefined}>
      {day ? (
        <>
          <p className={styles.text}>
            <strong>{day.name}</strong>
            {day.facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
          <p className={styles.actions}>
            <Link href={day.href}>{texts.open}</Link>
            {chosen === null ? null : (
              <Link
                href={clearHref}
                scroll={false}
                onClick={(event) => {
                  event.preventDefault();
                  chooseInAddress(highlight, null);
                }}
              >
                {texts.clear}
              </Link>
            )}
          </p>
        </>
      ) : (
        <p className={styles.idle}>{texts.idle}</p>
      )}
    </div>
  );
}
