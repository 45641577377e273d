import { ChartFrame } from "@/components/charts/chart-frame";
import { OverlayChart } from "@/components/charts/overlay-chart";
import { DayHighlightProvider } from "@/components/charts/overlay-highlight";
import { packLine } from "@/components/charts/overlay-line";
import { formatDate } from "@/lib/format/date";
import type { DayTrace } from "@/lib/glucose/day-traces";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Weekday } from "@/lib/glucose/profile";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { DayList } from "./day-list";
import { DayReadout } from "./day-readout";
import { overlayNotes } from "./overlay-notes";
import styles from "./overlay-report.module.css";
import { dayFacts, type OverlayReader, overlaySentence, overlayTable } from "./overlay-words";

export interface OverlayDaysProps {
  readonly days: readonly DayTrace[];
  readonly cadenceMinutes: number;
  readonly weekdays: readonly Weekday[];
  /** The day that the address brings to the front; null for none. */
  readonly day: LocalDate | null;
  readonly daysLeftOut: number;
  readonly excluded: number;
  /** Those of the days' time in range. */
  readonly ranges: RangeSetChoice;
  readonly reader: OverlayReader;
  readonly hrefOf: (options: {
    readonly weekdays: readonly Weekday[];
    readonly day: LocalDate | null;
  }) => string;
  readonly dailyHref: (date: LocalDate) => string;
}

/** The lines, the day that stands out in words, the days to choose from, and what to know about them. */
export function OverlayDays({
  days,
  cadenceMinutes,
  weekdays,
  day,
  daysLeftOut,
  excluded,
  ranges,
  reader,
  hrefOf,
  dailyHref,
}: OverlayDaysProps) {
  const { unit, words } = reader;
  const { t, locale } = words;
  const worn = days.filter(({ count }) => count > 0);
  const notes = overlayNotes(worn, { daysLeftOut, excluded }, reader);
  return (
    <DayHighlightProvider day={worn.some(({ date }) => date === day) ? day : null}>
      <DayReadout
        days={worn.map((one) => ({
          date: one.date,
          name: formatDate(one.date, { locale }),
          facts: dayFacts(one, reader),
          href: dailyHref(one.date),
        }))}
        clearHref={hrefOf({ weekdays, day: null })}
        texts={{
          idle: t("overlay.readout.idle"),
          open: t("overlay.readout.open"),
          clear: t("overlay.readout.clear"),
        }}
      />
      <ChartFrame
        title={t("overlay.chart.title")}
        unit={unit}
        size="day"
        words={words}
        note={t("overlay.chart.note")}
        summary={overlaySentence(worn, cadenceMinutes, reader) ?? t("overlay.weekdays.none")}
        table={overlayTable(days, reader)}
      >
        <OverlayChart
          lines={worn.map(packLine)}
          cadenceMinutes={cadenceMinutes}
          ranges={ranges}
          unit={unit}
        />
      </ChartFrame>
      <DayList
        days={days}
        weekdays={weekdays}
        reader={reader}
        hrefOf={(date) => hrefOf({ weekdays, day: date })}
      />
      {notes.length === 0 ? null : (
        <section className={styles.notes}>
          <h2>{t("overlay.notes.title")}</h2>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </DayHighlightProvider>
  );
}
