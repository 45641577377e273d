import type { ReactNode } from "react";
import { BandSwatch } from "@/components/charts/band-swatch";
import { BAND_NAMES, BANDS_FROM_TOP } from "@/components/charts/band-words";
import { ChartFrame } from "@/components/charts/chart-frame";
import { DayChart } from "@/components/charts/day-chart";
import { EventSign } from "@/components/charts/event-marks";
import { eventWords } from "@/components/charts/event-words";
import { DayPicker, type DayPickerProps } from "@/components/time/day-picker";
import { formatClock, formatDate } from "@/lib/format/date";
import { delaySentence } from "@/lib/format/delay";
import { formatGlucose } from "@/lib/format/glucose";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart as DayChartData } from "@/lib/glucose/day";
import type { Freshness } from "@/lib/glucose/figures";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import styles from "./day-report.module.css";
import { dayNotes, daySentence, dayTable } from "./day-words";
import reportStyles from "./report.module.css";
import { ReportHeader } from "./report-header";

export interface DayReportProps {
  readonly day: DayChartData;
  /** What was entered on this date, in any order. */
  readonly events: readonly GlucoseEvent[];
  readonly freshness: Freshness;
  /** Whether Dexcom is asked again by itself; false while it is not connected. */
  readonly syncs: boolean;
  readonly unit: GlucoseUnit;
  readonly locale: string;
  readonly picker: Omit<DayPickerProps, "date" | "locale">;
  readonly state?: ReactNode;
}

/** One local date as it was: figures, curve, what was entered, and what is missing. */
export function DayReport({ day, events, freshness, syncs, unit, locale, picker, state }: DayReportProps) {
  const notes = dayNotes(day, { delay: delaySentence(freshness.delayMinutes), locale, syncs });
  const shown = events.toSorted((a, b) => a.systemTime - b.systemTime);
  return (
    <div className={reportStyles.report}>
      <ReportHeader title="Daily" facts={formatDate(day.date, { locale, style: "full" })}>
        <DayPicker {...picker} date={day.date} locale={locale} />
      </ReportHeader>
      {state}
      <DayFigures day={day} unit={unit} locale={locale} />
      <ChartFrame
        title="Glucose over the day"
        unit={unit}
        size="day"
        summary={daySentence(day, { unit, locale })}
        table={dayTable(day, { unit, locale })}
      >
        <DayChart day={day} events={shown} unit={unit} locale={locale} />
      </ChartFrame>
      {notes.length > 0 ? (
        <section aria-labelledby="day-notes">
          <h2 id="day-notes">About this day</h2>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="day-events">
        <h2 id="day-events">Events</h2>
        {shown.length === 0 ? (
          <p className="muted">Nothing was entered on this day.</p>
        ) : (
          <ul className={styles.events}>
            {shown.map((event) => (
              <li key={event.recordId}>
                <time dateTime={new Date(event.systemTime).toISOString()}>
                  {formatClock(event.systemTime, event.displayOffsetMinutes, { locale })}
                </time>
                <EventSign type={event.type} />
                <span>{eventWords(event, unit, locale)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** The day in five numbers and its bands. A single day is a look back, not a measure: no goals here. */
function DayFigures({ day, unit, locale }: Pick<DayReportProps, "day" | "unit" | "locale">) {
  const { summary, bands } = day;
  if (summary.count === 0 || summary.mean === null) return <p className="muted">No readings on this day.</p>;
  return (
    <section aria-label="The day in figures" className={styles.figures}>
      <dl className={styles.numbers}>
        <div>
          <dt>Average</dt>
          <dd>
            {formatGlucose(summary.mean, unit, locale)} <small>{unit}</small>
          </dd>
        </div>
        <div>
          <dt>Sensor active</dt>
          <dd>
            {Math.floor(summary.activePercent)} <small>%</small>
          </dd>
        </div>
      </dl>
      <dl className={styles.bands}>
        {BANDS_FROM_TOP.map((band) => {
          const share = bands.find((one) => one.band === band);
          return share ? (
            <div key={band}>
              <dt>
                <BandSwatch band={band} className={styles.swatch} />
                {BAND_NAMES[band]}
              </dt>
              <dd>
                {bandPercent(share)} <small>%</small>
              </dd>
            </div>
          ) : null;
        })}
      </dl>
    </section>
  );
}
