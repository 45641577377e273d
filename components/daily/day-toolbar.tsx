"use client";

import { useId } from "react";
import { useDayView } from "@/components/charts/day-view";
import { useWords } from "@/components/i18n/use-words";
import { Button } from "@/components/ui/button";
import { formatMinuteOfDay } from "@/lib/format/date";
import { type DayWallClock, minuteOfDayAt } from "@/lib/glucose/day-clock";
import { isWholeDay, steppedWindow, WINDOW_MINUTES_MIN, wholeDay } from "@/lib/glucose/day-window";
import styles from "./day-toolbar.module.css";

/** Which hours of the day are visible, and the way into excluding readings. */
export function DayToolbar({
  clock,
  mayExclude,
}: {
  readonly clock: DayWallClock;
  readonly mayExclude: boolean;
}) {
  const { t, locale } = useWords();
  const { window, setWindow, isChoosing, setChoosing } = useDayView();
  const keys = useId();
  const { lengthMinutes } = clock;
  const isWhole = isWholeDay(window, lengthMinutes);
  const isNarrowest = window.to - window.from <= WINDOW_MINUTES_MIN;
  const zoom = (step: "in" | "out") =>
    setWindow((from) => steppedWindow(from, { lengthMinutes, step, around: (from.from + from.to) / 2 }));
  const time = (minutes: number) => formatMinuteOfDay(minuteOfDayAt(clock, minutes), { locale });
  return (
    <div className={styles.toolbar}>
      <div
        className={styles.zoom}
        role="group"
        aria-label={t("charts.day.zoom.group")}
        aria-describedby={keys}
      >
        {isWhole ? null : (
          <>
            <span className={styles.shown} role="status">
              {t("charts.day.zoom.shown", { from: time(window.from), to: time(window.to) })}
            </span>
            <Button
              tone="quiet"
              onClick={() => setWindow(() => wholeDay(lengthMinutes))}
              aria-keyshortcuts="0"
            >
              {t("charts.day.zoom.whole")}
            </Button>
          </>
        )}
        <ZoomButton
          name={t("charts.day.zoom.out")}
          d="M3.5 8h9"
          isOff={isWhole}
          onPress={() => zoom("out")}
        />
        <ZoomButton
          name={t("charts.day.zoom.in")}
          d="M3.5 8h9M8 3.5v9"
          isOff={isNarrowest}
          onPress={() => zoom("in")}
        />
        <p id={keys} className="visually-hidden">
          {t("charts.day.zoom.keys")}
        </p>
      </div>
      {mayExclude ? (
        <Button tone="quiet" aria-pressed={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          {t("forms.exclude.open")}
        </Button>
      ) : null}
    </div>
  );
}

/** Stays focusable at its end, so that the keyboard does not lose its place. */
function ZoomButton({
  name,
  d,
  isOff,
  onPress,
}: {
  readonly name: string;
  readonly d: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={name}
      title={name}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onPress}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={d} className={styles.sign} />
      </svg>
    </button>
  );
}
