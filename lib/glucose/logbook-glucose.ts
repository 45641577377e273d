import { type Instant, MINUTE_MS } from "@/lib/clock";
import type { EgvSeries, EgvStatus } from "./reading";
import { firstIndexFrom, STATUS_HIGH, STATUS_LOW } from "./series";
import type { Timeline } from "./timeline";

/** The last reading this long before an entry is the glucose before it. */
export const BEFORE_MINUTES_MAX = 15;
/** The later reading is looked for this long after an entry … */
export const AFTER_MINUTES = 120;
/** … and this far around that moment. */
export const AFTER_MINUTES_AROUND = 10;

/** One reading near an entry, in mg/dL; LOW and HIGH as 39 and 401. */
export interface NearReading {
  readonly systemTime: Instant;
  readonly value: number;
  readonly status: EgvStatus;
}

/** `awaited`: the moment lies behind what has been fetched or may be shown. `none`: there is no reading. */
export type ReadingAfter =
  | { readonly status: "there"; readonly reading: NearReading }
  | { readonly status: "awaited" }
  | { readonly status: "none" };

/** What the sensor showed around an entry. What happened, not what the entry did. */
export interface EntryGlucose {
  readonly before: NearReading | null;
  readonly after: ReadingAfter;
  /** After minus before in mg/dL; null where one is missing or lies beyond the sensor's range. */
  readonly change: number | null;
}

/**
 * The last reading in the 15 minutes up to an entry, and the one nearest to two hours later, at most 10 minutes away
 * (of two equally near the earlier one). `readings` are those that figures use, beyond the period on both sides.
 */
export function glucoseAround(
  { readings, checkedFrom, checkedThrough }: Pick<Timeline, "readings" | "checkedFrom" | "checkedThrough">,
  at: Instant,
): EntryGlucose {
  const before = lastBetween(readings, at - BEFORE_MINUTES_MAX * MINUTE_MS, at);
  const later = at + AFTER_MINUTES * MINUTE_MS;
  const nearest = nearestTo(readings, later, AFTER_MINUTES_AROUND * MINUTE_MS);
  // A reading closer to the moment could still come: what is there so far would not be the nearest.
  const isAwaited = (later > checkedThrough || later < checkedFrom) && nearest?.systemTime !== later;
  const after: ReadingAfter = isAwaited
    ? { status: "awaited" }
    : nearest === null
      ? { status: "none" }
      : { status: "there", reading: nearest };
  return { before, after, change: changeOf(before, after) };
}

function changeOf(before: NearReading | null, after: ReadingAfter): number | null {
  if (before === null || after.status !== "there") return null;
  const { reading } = after;
  return before.status === null && reading.status === null ? reading.value - before.value : null;
}

/** The last reading of `[from, to]`. */
function lastBetween(readings: EgvSeries, from: Instant, to: Instant): NearReading | null {
  const reading = readingAt(readings, firstIndexFrom(readings, to + 1) - 1);
  return reading !== null && reading.systemTime >= from ? reading : null;
}

function nearestTo(readings: EgvSeries, at: Instant, awayMs: number): NearReading | null {
  const next = firstIndexFrom(readings, at);
  const candidates = [readingAt(readings, next - 1), readingAt(readings, next)];
  const distance = (one: NearReading) => Math.abs(one.systemTime - at);
  return candidates.reduce<NearReading | null>(
    (found, one) =>
      one !== null && distance(one) <= awayMs && (found === null || distance(one) < distance(found))
        ? one
        : found,
    null,
  );
}

function readingAt({ systemTime, value, status }: EgvSeries, index: number): NearReading | null {
  const at = systemTime[index];
  if (at === undefined) return null;
  return { systemTime: at, value: value[index] ?? 0, status: statusOf(status[index]) };
}

function statusOf(status: number | undefined): EgvStatus {
  if (status === STATUS_LOW) return "low";
  return status === STATUS_HIGH ? "high" : null;
}
