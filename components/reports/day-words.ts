import { bandPhrase } from "@/components/charts/band-words";
import { delaySentence } from "@/components/time/delay-words";
import { MINUTE_MS } from "@/lib/clock";
import { formatClock, formatMinuteOfDay, formatOffset } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart, DaySpan } from "@/lib/glucose/day";
import { offsetAt } from "@/lib/glucose/day-clock";
import type { SensorStretch } from "@/lib/glucose/day-sensors";
import type { Words } from "@/lib/i18n/translate";

const ORDINARY_DAY_MINUTES = 1_440;

interface Reader {
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** The readings as rows: exactly what the curve is drawn from, and whether the figures count them. */
export function dayTable({ points, clockChanges, excluded }: DayChart, { unit, words }: Reader) {
  const { t, locale } = words;
  const twice = clockChanges.length > 0;
  const marked = excluded.length > 0;
  return {
    columns: [
      t("daily.table.time"),
      t("daily.table.glucose", { unit }),
      t("daily.table.range"),
      ...(marked ? [t("daily.table.figures")] : []),
    ],
    rows: points.map((point) => [
      `${formatMinuteOfDay(point.minuteOfDay, { locale })}${twice ? ` (${formatOffset(point.offsetMinutes)})` : ""}`,
      formatReading(point, unit, words),
      bandPhrase(point.band, words),
      ...(marked ? [t(point.isExcluded ? "daily.table.excluded" : "daily.table.counts")] : []),
    ]),
  };
}

/** "283 readings, 78 % in range; the lowest was 64 mg/dL at 3:05 AM, the highest 231 mg/dL at 8:30 PM." */
export function daySentence({ points, summary }: DayChart, { unit, words }: Reader): string {
  const { t, locale } = words;
  const [first, ...rest] = points;
  if (!first) return t("daily.sentence.none");
  const at = (point: typeof first) =>
    t("daily.sentence.at", {
      value: `${formatReading(point, unit, words)} ${unit}`,
      time: formatMinuteOfDay(point.minuteOfDay, { locale }),
    });
  const facts = {
    count: points.length,
    lowest: at(rest.reduce((low, point) => (point.value < low.value ? point : low), first)),
    highest: at(rest.reduce((high, point) => (point.value > high.value ? point : high), first)),
  };
  return summary.targetShare === null
    ? t("daily.sentence.readingsOnly", facts)
    : t("daily.sentence.readings", {
        ...facts,
        percent: String(Math.round(summary.targetShare * 100)),
      });
}

/** "12:00 AM to 4:00 AM" by the clock that held at its beginning, not by today's. */
export function spanWords(
  day: DayChart,
  { from, to, fromMinutes }: Pick<DaySpan, "from" | "to" | "fromMinutes">,
  { t, locale }: Words,
): string {
  const clock = (instant: number) => formatClock(instant, offsetAt(day, fromMinutes), { locale });
  return t("daily.about.span", { from: clock(from), to: clock(to) });
}

/** A jump of the clock with its direction: "+1 h", "−5 h 30 min". */
function stepWords(minutes: number): string {
  return `${minutes > 0 ? "+" : "−"}${formatDuration(Math.abs(minutes))}`;
}

/** How long the wall clock showed this date: without the hours in between that belonged to another one. */
export function minutesOfDate({ lengthMinutes, otherDate }: DayChart): number {
  return otherDate.reduce((rest, span) => rest - (span.toMinutes - span.fromMinutes), lengthMinutes);
}

/** Everything about the day that is not a reading, one sentence each. */
export function dayNotes(
  day: DayChart,
  {
    sensors,
    delayMinutes,
    syncs,
    words,
  }: {
    readonly sensors: readonly SensorStretch[];
    readonly delayMinutes: number;
    readonly syncs: boolean;
    readonly words: Words;
  },
): string[] {
  const { t } = words;
  const span = (one: DaySpan) => spanWords(day, one, words);
  return [
    ...clockNotes(day, words),
    ...sensorNotes(day, sensors, words),
    ...day.gaps.map((gap) =>
      t("daily.about.gap", {
        span: span(gap),
        duration: formatDuration(gap.toMinutes - gap.fromMinutes),
      }),
    ),
    ...day.notFetchedYet.map((one) =>
      t(syncs ? "daily.about.notFetchedYet" : "daily.about.notFetched", { span: span(one) }),
    ),
    ...(day.notYetAvailable
      ? [
          t("daily.about.notYet", {
            span: span(day.notYetAvailable),
            delay: delaySentence(delayMinutes, words),
          }),
        ]
      : []),
    ...(day.implausible > 0 ? [t("daily.about.implausible", { count: String(day.implausible) })] : []),
  ];
}

function clockNotes(day: DayChart, { t, locale }: Words): string[] {
  const minutes = minutesOfDate(day);
  const moved = day.clockChanges.filter(({ kind }) => kind === "moved");
  const isLonger = minutes !== ORDINARY_DAY_MINUTES && minutes > 0;
  return [
    ...(isLonger
      ? [t(moved.length > 0 ? "daily.about.moved" : "daily.about.clock", { hours: formatDuration(minutes) })]
      : []),
    ...moved.map(({ at, fromOffsetMinutes, toOffsetMinutes }) =>
      t("daily.about.movedAt", {
        time: formatClock(at, fromOffsetMinutes, { locale }),
        step: stepWords(toOffsetMinutes - fromOffsetMinutes),
      }),
    ),
  ];
}

function sensorNotes(day: DayChart, sensors: readonly SensorStretch[], { t, locale }: Words): string[] {
  const isWithin = (instant: number) => instant >= day.start && instant < day.end;
  const clock = (instant: number) =>
    formatClock(instant, offsetAt(day, (instant - day.start) / MINUTE_MS), { locale });
  return sensors.flatMap(({ startedAt, warmUpTo, lastReadingAt, isOver }) => {
    const notes: string[] = [];
    if (isOver && isWithin(lastReadingAt))
      notes.push(t("daily.about.sensorEnded", { time: clock(lastReadingAt) }));
    if (startedAt !== null && isWithin(startedAt))
      notes.push(
        warmUpTo !== null && isWithin(warmUpTo)
          ? t("daily.about.sensorStarted", { time: clock(startedAt), first: clock(warmUpTo) })
          : t("daily.about.sensorStartedOnly", { time: clock(startedAt) }),
      );
    else if (warmUpTo !== null && isWithin(warmUpTo))
      notes.push(t("daily.about.sensorFirst", { first: clock(warmUpTo) }));
    return notes;
  });
}
