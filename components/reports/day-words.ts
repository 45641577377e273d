import { BAND_PHRASES } from "@/components/charts/band-words";
import { MINUTE_MS } from "@/lib/clock";
import { formatClock, formatMinuteOfDay, formatOffset } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart, DaySpan } from "@/lib/glucose/day";

interface Words {
  readonly unit: GlucoseUnit;
  readonly locale: string;
}

const ORDINARY_DAY_MINUTES = 1_440;

/** The readings as rows: exactly what the curve is drawn from. */
export function dayTable({ points, clockChanges }: DayChart, { unit, locale }: Words) {
  const twice = clockChanges.length > 0;
  return {
    columns: ["Time", `Glucose (${unit})`, "Range"],
    rows: points.map((point) => [
      `${formatMinuteOfDay(point.minuteOfDay, { locale })}${twice ? ` (${formatOffset(point.offsetMinutes)})` : ""}`,
      formatReading(point, unit, locale),
      BAND_PHRASES[point.band],
    ]),
  };
}

/** "283 readings between 64 and 231 mg/dL, 78 % in range." */
export function daySentence({ points, summary }: DayChart, { unit, locale }: Words): string {
  const [first, ...rest] = points;
  if (!first || summary.targetShare === null) return "There are no readings on this day.";
  const lowest = rest.reduce((low, point) => (point.value < low.value ? point : low), first);
  const highest = rest.reduce((high, point) => (point.value > high.value ? point : high), first);
  const at = (point: typeof first) =>
    `${formatReading(point, unit, locale)} ${unit} at ${formatMinuteOfDay(point.minuteOfDay, { locale })}`;
  return `${points.length} readings, ${Math.round(summary.targetShare * 100)} % in range; the lowest was ${at(lowest)}, the highest ${at(highest)}.`;
}

function spanWords(span: DaySpan, offsetMinutes: number, locale: string): string {
  const clock = (instant: number) => formatClock(instant, offsetMinutes, { locale });
  return `${clock(span.from)} to ${clock(span.to)}`;
}

/** The clock on which the day began. Today's would be an hour wrong for every summer day that is read in winter. */
function firstOffset({ clockChanges, points, start }: DayChart): number {
  const known = clockChanges[0]?.fromOffsetMinutes ?? points[0]?.offsetMinutes;
  // A day without a reading began at a midnight: any offset that shows it as one will do.
  return known ?? -(start / MINUTE_MS) % ORDINARY_DAY_MINUTES;
}

/** How long the wall clock showed this date: without the hours in between that belonged to another one. */
function minutesOf({ lengthMinutes, otherDate }: DayChart): number {
  return otherDate.reduce((rest, span) => rest - (span.toMinutes - span.fromMinutes), lengthMinutes);
}

/** Everything about the day that is not a reading, one sentence each, in the order of the day. */
export function dayNotes(
  day: DayChart,
  { delay, locale, syncs }: { readonly delay: string; readonly locale: string; readonly syncs: boolean },
): string[] {
  const notes: string[] = [];
  const minutes = minutesOf(day);
  if (minutes !== ORDINARY_DAY_MINUTES && minutes > 0)
    notes.push(`This day had ${formatDuration(minutes)}, because the clock changed.`);
  // After a clock change the wall clock of a gap depends on its side of the change.
  const offsetOf = (instant: number) =>
    day.clockChanges.reduce(
      (offset, change) => (change.at <= instant ? change.toOffsetMinutes : offset),
      firstOffset(day),
    );
  for (const gap of day.gaps)
    notes.push(
      `No readings ${spanWords(gap, offsetOf(gap.from), locale)} (${formatDuration(gap.toMinutes - gap.fromMinutes)}).`,
    );
  for (const span of day.notFetchedYet)
    notes.push(
      `Not fetched${syncs ? " yet" : ""}: ${spanWords(span, offsetOf(span.from), locale)}. ${syncs ? "The next sync brings it." : "Dexcom is not connected."}`,
    );
  if (day.notYetAvailable)
    notes.push(
      `Not yet available: ${spanWords(day.notYetAvailable, offsetOf(day.notYetAvailable.from), locale)}. ${delay}.`,
    );
  if (day.implausible > 0) notes.push(`Left out as implausible: ${day.implausible}.`);
  return notes;
}
