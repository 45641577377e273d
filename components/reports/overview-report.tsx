import type { ReactNode } from "react";
import { formatDateRange } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { OverviewFigures } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import { type DaySparkline, SMALL_CURVES_MAX } from "@/lib/glucose/sparkline";
import type { Words } from "@/lib/i18n/translate";
import { CoverageNote } from "./coverage-note";
import { DayGrid } from "./day-grid";
import { DayMonths } from "./day-months";
import type { FactsToSay } from "./fact-sentences";
import { GlucoseProfile } from "./glucose-profile";
import type { HeldAgainst } from "./held-against";
import { KeyFigures } from "./key-figures";
import { OverviewPatterns } from "./overview-patterns";
import { PlainFacts } from "./plain-facts";
import { PlainSummary } from "./plain-summary";
import { ReportBody } from "./report-body";
import { ReportHeader } from "./report-header";
import { TimeInRange } from "./time-in-range";

export interface OverviewReportProps {
  /** Its bands and days are those of `held`. */
  readonly summary: OverviewFigures;
  readonly held: HeldAgainst;
  readonly sparklines: readonly DaySparkline[];
  readonly facts: Pick<FactsToSay, "change" | "lows">;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly dayHref: (date: LocalDate) => string;
  readonly dailyHref: string;
  /** The same days on the Calendar page, as curves. */
  readonly calendarHref: string;
  readonly lastDate: LocalDate;
  readonly patternsHref: string;
  /** Import progress, a stopped connection, a refused period: stands under the heading. */
  readonly state?: ReactNode;
}

/** The first report: what the period was like, in words, in figures, over the day and day by day. */
export function OverviewReport({ state, ...props }: OverviewReportProps) {
  return (
    <OverviewFrame {...props} state={state}>
      <Figures {...props} />
    </OverviewFrame>
  );
}

/** The same for whoever is let in to a summary: the figures, and nothing of a single day or hour. */
export function SummaryReport({
  summary,
  held,
  unit,
  words,
  state,
}: Pick<OverviewReportProps, "summary" | "held" | "unit" | "words" | "state">) {
  const { ranges } = held;
  return (
    <OverviewFrame summary={summary} words={words} state={state}>
      <PlainSummary summary={summary} ranges={ranges} unit={unit} words={words} />
      <TimeInRange summary={summary} held={held} unit={unit} words={words} />
      <KeyFigures summary={summary} ranges={ranges} unit={unit} words={words} names={SUMMARY_FIGURES} />
      <CoverageNote coverage={summary.coverage} days={null} words={words} />
    </OverviewFrame>
  );
}

const SUMMARY_FIGURES = ["mean", "gmi", "cv", "active"] as const;

function OverviewFrame({
  summary,
  words,
  state,
  children,
}: Pick<OverviewReportProps, "summary" | "words" | "state"> & {
  /** Everything that rests on readings. Without a single one there is only the heading and why. */
  readonly children: ReactNode;
}) {
  const { t, locale } = words;
  const { from, to, days } = summary.period;
  const dates = `${formatDateRange(from, to, { locale })} · ${t("overview.days", { count: days })}`;
  // Without a reading every figure would say the same: the state above says it once.
  if (summary.coverage.observed === 0)
    return (
      <ReportBody>
        <ReportHeader title={t("overview.title")} facts={dates} />
        {state}
      </ReportBody>
    );
  const active = t("overview.active", { percent: String(Math.floor(summary.coverage.activePercent)) });
  return (
    <ReportBody>
      <ReportHeader title={t("overview.title")} facts={`${dates} · ${active}`} />
      {state}
      {children}
    </ReportBody>
  );
}

function Figures({ summary, held, unit, words, facts, ...props }: Omit<OverviewReportProps, "state">) {
  const { ranges } = held;
  return (
    <>
      <PlainSummary summary={summary} ranges={ranges} unit={unit} words={words} />
      {summary.sufficiency.timeInRanges.status === "insufficient" ? null : (
        <PlainFacts
          {...facts}
          ranges={ranges}
          days={summary.coverage.daysWithReadings}
          unit={unit}
          words={words}
        />
      )}
      <TimeInRange summary={summary} held={held} unit={unit} words={words} />
      <KeyFigures summary={summary} ranges={ranges} unit={unit} words={words} />
      <GlucoseProfile
        profile={summary.profile}
        days={summary.coverage.daysWithReadings}
        ranges={ranges}
        unit={unit}
        locale={words.locale}
      />
      <OverviewPatterns {...props} patterns={summary.patterns} ranges={ranges} unit={unit} words={words} />
      {summary.period.days > SMALL_CURVES_MAX ? (
        <DayMonths
          days={summary.days}
          lastDate={props.lastDate}
          words={words}
          hrefOf={props.dayHref}
          calendarHref={props.calendarHref}
        />
      ) : (
        <DayGrid
          days={summary.days}
          sparklines={props.sparklines}
          ranges={ranges}
          words={words}
          hrefOf={props.dayHref}
          dailyHref={props.dailyHref}
        />
      )}
      <CoverageNote coverage={summary.coverage} days={summary.days} words={words} />
    </>
  );
}
