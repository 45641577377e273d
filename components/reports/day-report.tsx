import type { ReactNode } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { DayChart } from "@/components/charts/day-chart";
import { type DayMark, type DayRecords, dayMarks } from "@/components/charts/day-marks";
import { DayViewProvider } from "@/components/charts/day-view";
import { DailyOptions, type DailyOptionsProps } from "@/components/daily/daily-options";
import { DayFigures } from "@/components/daily/day-figures";
import lists from "@/components/daily/day-lists.module.css";
import { DayToolbar } from "@/components/daily/day-toolbar";
import { ExcludePanel } from "@/components/daily/exclude-panel";
import { ExclusionList } from "@/components/daily/exclusion-list";
import { MarkList } from "@/components/daily/mark-list";
import { Question } from "@/components/help/question";
import { DayPicker, type DayPickerProps } from "@/components/time/day-picker";
import { formatDate } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart as DayChartData } from "@/lib/glucose/day";
import type { SensorStretch } from "@/lib/glucose/day-sensors";
import { type DayWindow, wholeDay } from "@/lib/glucose/day-window";
import type { Freshness } from "@/lib/glucose/figures";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import type { HandExclusion } from "@/lib/journal/schema";
import styles from "./day-report.module.css";
import { dayNotes, daySentence, dayTable } from "./day-words";
import { ReportBody } from "./report-body";
import { ReportHeader } from "./report-header";

export interface DayReportProps {
  readonly day: DayChartData;
  /** What happened on this date besides readings, in any order. */
  readonly records: DayRecords;
  readonly sensors: readonly SensorStretch[];
  readonly exclusions: readonly HandExclusion[];
  readonly freshness: Freshness;
  /** Whether Dexcom is asked again by itself; false while it is not connected. */
  readonly syncs: boolean;
  /** Those of the day's bands. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly picker: Omit<DayPickerProps, "date" | "words">;
  readonly options: DailyOptionsProps;
  /** The hours to show at first; the whole day for null. */
  readonly window: DayWindow | null;
  /** As in the address: where exclusions are sent. */
  readonly patient: string;
  /** Whether this reader may leave readings out. */
  readonly mayExclude: boolean;
  /** Whether this reader sees what was entered at Dexcom. */
  readonly showsEvents?: boolean;
  readonly state?: ReactNode;
}

/** One local date as it was: figures, curve, what was entered, what is missing, and what was left out. */
export function DayReport({ day, records, words, unit, state, ...props }: DayReportProps) {
  const { t, locale } = words;
  const marks = dayMarks(records, { start: day.start, unit, words });
  const isEmpty = day.points.length === 0;
  return (
    <ReportBody>
      <ReportHeader title={t("daily.title")} facts={formatDate(day.date, { locale, style: "full" })}>
        <DayPicker {...props.picker} date={day.date} words={words} />
      </ReportHeader>
      {state}
      <DailyOptions {...props.options} words={words} />
      <DayFigures day={day} unit={unit} words={words} />
      {/* Another day is another drawing: nothing of what was done with this one is carried over. */}
      <DayViewProvider
        key={`${day.date} ${day.offsetMinutes}`}
        lengthMinutes={day.lengthMinutes}
        initial={props.window ?? wholeDay(day.lengthMinutes)}
      >
        <div className={styles.chart}>
          <ExcludePanel
            day={day}
            patient={props.patient}
            question={<Question about="leftOut" words={words} />}
          />
          <ChartFrame
            title={t("charts.day.title")}
            unit={unit}
            size="day"
            words={words}
            summary={daySentence(day, { unit, words })}
            table={dayTable(day, { unit, words })}
            link={isEmpty ? null : <DayToolbar clock={clockOf(day)} mayExclude={props.mayExclude} />}
          >
            <DayChart day={day} marks={marks} sensors={props.sensors} ranges={props.ranges} unit={unit} />
          </ChartFrame>
        </div>
      </DayViewProvider>
      <ExclusionList
        day={day}
        exclusions={props.exclusions}
        patient={props.mayExclude ? props.patient : null}
        words={words}
      />
      <AboutDay
        notes={dayNotes(day, {
          sensors: props.sensors,
          delayMinutes: props.freshness.delayMinutes,
          syncs: props.syncs,
          words,
        })}
        title={t("daily.about.title")}
      />
      <DayLists
        marks={marks}
        events={new Set(records.events.map(({ recordId }) => recordId))}
        ranges={props.ranges}
        noEvents={t(props.showsEvents === false ? "sharedView.noEvents" : "daily.events.none")}
        words={words}
      />
    </ReportBody>
  );
}

/** What the toolbar needs of a day: its clock, not its readings. */
function clockOf({ start, lengthMinutes, offsetMinutes, clockChanges }: DayChartData) {
  return { start, lengthMinutes, offsetMinutes, clockChanges };
}

function AboutDay({ notes, title }: { readonly notes: readonly string[]; readonly title: string }) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="day-notes">
      <h2 id="day-notes">{title}</h2>
      <ul className={lists.about}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function DayLists({
  marks,
  events,
  ranges,
  noEvents,
  words: { t },
}: {
  readonly marks: readonly DayMark[];
  /** The ids of what was entered at Dexcom. */
  readonly events: ReadonlySet<string>;
  readonly ranges: RangeSetChoice;
  readonly noEvents: string;
  readonly words: Words;
}) {
  const ofShape = (...shapes: readonly DayMark["shape"][]) =>
    marks.filter(({ shape }) => shapes.includes(shape));
  return (
    <div className={lists.columns}>
      <div className={lists.column}>
        <MarkList
          id="day-events"
          title={t("daily.events.title")}
          marks={marks.filter(({ id }) => events.has(id))}
          empty={noEvents}
        />
      </div>
      <div className={lists.column}>
        <MarkList
          id="day-own-notes"
          title={t("daily.notes")}
          marks={ofShape("ownNote", "visit")}
          empty={null}
        />
        <MarkList
          id="day-calibrations"
          title={t("daily.calibrations")}
          marks={ofShape("calibration")}
          empty={null}
          isShort
        />
        <MarkList
          id="day-alerts"
          title={t("daily.alerts.title")}
          note={
            ranges === "standard"
              ? t("daily.alerts.note")
              : `${t("daily.alerts.note")} ${t("daily.alerts.limits")}`
          }
          marks={ofShape("alert")}
          empty={null}
          isShort
        />
      </div>
    </div>
  );
}
