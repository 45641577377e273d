import type { ReactNode } from "react";
import { formatDateRange } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { KeyFigures as PeriodFigures } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import { CoverageNote } from "./coverage-note";
import { DayGrid } from "./day-grid";
import { GlucoseProfile } from "./glucose-profile";
import { KeyFigures } from "./key-figures";
import { PlainSummary } from "./plain-summary";
import styles from "./report.module.css";
import { ReportHeader } from "./report-header";
import { TimeInRange } from "./time-in-range";

export interface OverviewReportProps {
  readonly summary: PeriodFigures;
  readonly sparklines: readonly DaySparkline[];
  readonly unit: GlucoseUnit;
  readonly locale: string;
  readonly dayHref: (date: LocalDate) => string;
  readonly dailyHref: string;
  /** Import progress, a stopped connection, a refused period: stands under the heading. */
  readonly state?: ReactNode;
}

/** The first report: what the period was like, in words, in figures, over the day and day by day. */
export function OverviewReport({ summary, unit, locale, state, ...props }: OverviewReportProps) {
  const { from, to, days } = summary.period;
  const dates = `${formatDateRange(from, to, { locale })} · ${days} ${days === 1 ? "day" : "days"}`;
  // Without a reading every figure would say the same: the state above says it once.
  if (summary.coverage.observed === 0)
    return (
      <div className={styles.report}>
        <ReportHeader title="Overview" facts={dates} />
        {state}
      </div>
    );
  const active = Math.floor(summary.coverage.activePercent);
  return (
    <div className={styles.report}>
      <ReportHeader title="Overview" facts={`${dates} · sensor active ${active} % of the time`} />
      {state}
      <Figures {...props} summary={summary} unit={unit} locale={locale} />
    </div>
  );
}

/** Everything that rests on readings. Without a single one there is only the heading and why. */
function Figures({ summary, unit, locale, ...props }: Omit<OverviewReportProps, "state">) {
  return (
    <>
      <PlainSummary summary={summary} unit={unit} />
      <TimeInRange summary={summary} unit={unit} locale={locale} />
      <KeyFigures summary={summary} unit={unit} locale={locale} />
      <GlucoseProfile
        profile={summary.profile}
        days={summary.coverage.daysWithReadings}
        unit={unit}
        locale={locale}
      />
      <DayGrid
        days={summary.days}
        sparklines={props.sparklines}
        locale={locale}
        hrefOf={props.dayHref}
        dailyHref={props.dailyHref}
      />
      <CoverageNote coverage={summary.coverage} locale={locale} />
    </>
  );
}
