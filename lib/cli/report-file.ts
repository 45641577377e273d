import type { ReportCommand, ReportExclusion } from "@/lib/cli/report-options";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { CADENCE_DEFAULT_MINUTES, cadenceMinutes } from "@/lib/glucose/cadence";
import { suspectedCompressionLows } from "@/lib/glucose/exclusions/compression-lows";
import type { Exclusion } from "@/lib/glucose/exclusions/exclusion";
import { sensorStartExclusions, sensorStartsOf } from "@/lib/glucose/exclusions/sensor-start";
import type { Freshness, Summary } from "@/lib/glucose/figures";
import { daysBetween, epochDay, type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { type Period, SUMMARY_DAYS_MAX } from "@/lib/glucose/period";
import type { Egv, EgvSeries } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { summarize } from "@/lib/glucose/summary";
import { timelineOf } from "@/lib/glucose/timeline";
import { type ReadFile, readGlucoseFile } from "@/lib/imports/read-glucose-file";
import { err, ok, type Result } from "@/lib/result";

/** What one file says: how it was read, and the summary of its readings. */
export interface FileReport {
  /** As it was named on the command line. */
  readonly file: string;
  readonly read: ReadFile;
  readonly summary: Summary;
}

/** The report on a file's text, or one sentence why there is none. */
export function reportOf(file: string, text: string, command: ReportCommand): Result<FileReport, string> {
  const { unit, subject, dateOrder } = command;
  const outcome = readGlucoseFile(text, { unit, subject, dateOrder });
  if (!outcome.ok) return err(outcome.error.detail);
  const read = outcome.value;
  const period = periodOf(read.egvs, command);
  if (!period.ok) return period;
  const series = buildSeries(read.egvs);
  const freshness = freshnessOf(series, period.value, command);
  const exclusions = command.exclude.flatMap((name) => EXCLUSIONS[name]({ read, series, freshness }));
  const summary = summarize({
    series,
    period: period.value,
    freshness,
    exclusions,
    sourceUnit: read.unit,
  });
  return ok({ file, read, summary });
}

/** All dates with readings, or those that were asked for. */
function periodOf(
  egvs: readonly Egv[],
  { from, to }: Pick<ReportCommand, "from" | "to">,
): Result<Period, string> {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { systemTime, displayOffsetMinutes } of egvs) {
    const localMs = systemTime + displayOffsetMinutes * MINUTE_MS;
    first = Math.min(first, localMs);
    last = Math.max(last, localMs);
  }
  const firstDate = localDateOf(first, 0);
  const lastDate = localDateOf(last, 0);
  const period = datesFrom(from ?? firstDate, to ?? lastDate);
  if (period.days < 1)
    return err(`Its readings are from ${firstDate} to ${lastDate}, outside the dates asked for.`);
  if (period.days > SUMMARY_DAYS_MAX) {
    return err(
      `Its dates span ${period.days} days, ${period.from} to ${period.to}, and at most ${SUMMARY_DAYS_MAX} can be summarised: choose some with --from and --to.`,
    );
  }
  return ok(period);
}

function datesFrom(from: LocalDate, to: LocalDate): Period {
  return { from, to, days: daysBetween(from, to) + 1 };
}

/**
 * Nothing of a file is withheld or still to come. It says nothing about the time after its last reading, so none is
 * expected there, unless a last date was asked for.
 */
function freshnessOf(
  series: EgvSeries,
  { to }: Period,
  { to: lastDate }: Pick<ReportCommand, "to">,
): Freshness {
  const end = (epochDay(to) + 2) * DAY_MS;
  const last = series.systemTime[series.length - 1] ?? end;
  const cadenceMs = (cadenceMinutes(series) ?? CADENCE_DEFAULT_MINUTES) * MINUTE_MS;
  return {
    now: end,
    delayMinutes: 0,
    availableUntil: end,
    checkedThrough: lastDate === null ? last + cadenceMs : end,
    dataThrough: last,
    displayOffsetMinutes: series.displayOffsetMinutes[series.length - 1] ?? 0,
  };
}

interface Excludable {
  readonly read: ReadFile;
  readonly series: EgvSeries;
  readonly freshness: Freshness;
}

const EXCLUSIONS: Readonly<Record<ReportExclusion, (from: Excludable) => Exclusion[]>> = {
  "sensor-start-12": ({ read }) => sensorStartExclusions(sensorStartsOf(read.egvs).starts, 12),
  "sensor-start-24": ({ read }) => sensorStartExclusions(sensorStartsOf(read.egvs).starts, 24),
  "compression-lows": ({ series, freshness }) =>
    suspectedCompressionLows(timelineOf(series, freshness).readings),
};
