import { type Instant, MINUTE_MS } from "@/lib/clock";
import type { TransactionOptions } from "@/lib/db/context";
import { type DayChart, dayChart } from "@/lib/glucose/day";
import { type AlertCall, alertCalls } from "@/lib/glucose/day-alerts";
import { instantOfWallClock } from "@/lib/glucose/day-notes";
import { type SensorStretch, sensorStretches } from "@/lib/glucose/day-sensors";
import { atOffset, inOneOffset, offsetsWithin } from "@/lib/glucose/day-zone";
import { withholdNewerThan } from "@/lib/glucose/delay";
import type { Freshness } from "@/lib/glucose/figures";
import { type LocalDate, localDateOf, midnight } from "@/lib/glucose/local-time";
import { instantsToLoad } from "@/lib/glucose/period";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Calibration, GlucoseEvent } from "@/lib/glucose/reading";
import { timelineOf } from "@/lib/glucose/timeline";
import { ALWAYS } from "@/lib/glucose/wall-clock";
import { readHandExclusions, readNotes } from "@/lib/journal/data";
import type { HandExclusion, Note } from "@/lib/journal/schema";
import { readAlerts, readCalibrations, readEgvs, readEvents } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";

/** A note or visit at the moment at which the person's own clock showed its time. */
export interface PlacedNote extends Pick<Note, "kind" | "text"> {
  readonly recordId: string;
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
}

/** What Daily shows of one local date. */
export interface Daily {
  readonly day: DayChart;
  readonly events: readonly GlucoseEvent[];
  readonly calibrations: readonly Calibration[];
  readonly alerts: readonly AlertCall[];
  readonly notes: readonly PlacedNote[];
  /** The sensors whose readings, start or warm-up touch the day. */
  readonly sensors: readonly SensorStretch[];
  /** What the person left out and what reaches into the day, also where it holds no reading. */
  readonly exclusions: readonly HandExclusion[];
  /** Display offsets that occur around the day, and the newest one: what the day can be drawn in. */
  readonly offsets: readonly number[];
}

/** Which local date a day's report is of, and how it is looked at. */
export interface DailyRequest {
  readonly date: LocalDate;
  /** The display offset in which the date is cut and drawn; null for each reading's own. */
  readonly zone: number | null;
  readonly ranges?: RangeSetChoice;
}

/** One local date, its readings in the bands of the ranges that were asked for. */
export async function dailyOf(
  access: PatientAccess,
  { date, zone, ranges = "standard" }: DailyRequest,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<Daily> {
  const period = { from: date, to: date, days: 1 };
  const loaded = instantsToLoad(period);
  // Each of these takes a connection of the pool: in two goes, so that one page does not take them all.
  const [input, events, calibrations] = await Promise.all([
    loadPeriodInput(access, period, freshness, options),
    readEvents(access, loaded, options),
    readCalibrations(access, loaded, options),
  ]);
  const [egvs, alerts, notes, marked] = await Promise.all([
    // Again, since only these say how long each sensor had been running: a series has no ticks.
    readEgvs(access, loaded, options),
    readAlerts(access, loaded, options),
    readNotes(access, options),
    readHandExclusions(access, options),
  ]);
  const { series, exclusions = [] } = input;
  const day = dayChart({
    series: zone === null ? series : inOneOffset(series, zone),
    date,
    freshness: zone === null ? freshness : { ...freshness, displayOffsetMinutes: zone },
    exclusions,
    set: RANGE_SETS[ranges],
  });
  const onDate = <T extends Timed>(records: readonly T[]) =>
    recordsOn(
      date,
      withholdNewerThan(records, freshness.availableUntil).kept.map((record) => atOffset(record, zone)),
    );
  const placed = placedNotes(notes, timelineOf(series, freshness).offsets);
  return {
    day,
    events: onDate(events),
    calibrations: onDate(calibrations),
    alerts: onDate(alertCalls(alerts)),
    // A note is the person's own, not the sensor's: it is there at once.
    notes: recordsOn(
      date,
      placed.map((note) => atOffset(note, zone)),
    ),
    sensors: sensorStretches(withholdNewerThan(egvs, freshness.availableUntil).kept).filter(
      ({ startedAt, firstReadingAt, lastReadingAt }) =>
        (startedAt ?? firstReadingAt) < day.end && lastReadingAt >= day.start,
    ),
    exclusions: marked.filter(({ from, to }) => from < day.end && to > day.start),
    offsets: [...new Set([...offsetsWithin(series, ALWAYS), freshness.displayOffsetMinutes])].sort(
      (a, b) => a - b,
    ),
  };
}

interface Timed {
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
}

/** The records whose own wall clock showed this date, as with readings: after a flight west two dates overlap. */
export function recordsOn<T extends Timed>(date: LocalDate, records: readonly T[]): T[] {
  return records.filter(
    ({ systemTime, displayOffsetMinutes }) => localDateOf(systemTime, displayOffsetMinutes) === date,
  );
}

function placedNotes(
  notes: readonly Note[],
  offsets: Parameters<typeof instantOfWallClock>[0],
): PlacedNote[] {
  return notes.map(({ id, kind, text, date, minuteOfDay }) => {
    const systemTime = instantOfWallClock(offsets, { date, minuteOfDay });
    const shown = midnight(date, 0) + minuteOfDay * MINUTE_MS;
    return { recordId: id, kind, text, systemTime, displayOffsetMinutes: (shown - systemTime) / MINUTE_MS };
  });
}
