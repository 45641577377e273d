"use client";

import type { ReactNode } from "react";
import { chooseInAddress, useDayHighlight, useHighlighted } from "@/components/charts/overlay-highlight";
import { Link } from "@/components/ui/link";
import type { LocalDate } from "@/lib/glucose/local-time";
import styles from "./day-choice.module.css";

/** A day in the list: pointing at it shows its line, choosing it keeps it in front. A link, so it works without script. */
export function DayChoice({
  date,
  href,
  label,
  children,
}: {
  readonly date: LocalDate;
  readonly href: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
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
      <span aria-hidden="true">{children}</span>
    </Link>
  );
}
