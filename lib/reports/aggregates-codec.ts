import type { Instant } from "@/lib/clock";
import { BYTES_PER_DAY, DayAggregates } from "@/lib/glucose/aggregates/day-aggregates";

/** What is known of a patient without opening a reading: each of their newest dates in counts and sums. */
export interface PatientAggregates {
  /** Local dates, the oldest first. */
  readonly days: DayAggregates;
  /** The newest stored reading, null without one: "data through", as pages say it. */
  readonly newestReadingAt: Instant | null;
  /** Null before the first complete sync and while history is still being imported. */
  readonly checkedThrough: Instant | null;
  /** The wall clock of the newest reading: it says which date is today. */
  readonly displayOffsetMinutes: number;
  /** Nothing later is in any figure. */
  readonly countedThrough: Instant;
}

/** Stored beside each summary and part of what it is sealed to. A new layout gets a new number. */
export const SUMMARY_FORMAT = 1;

// Little-endian: first day (32 bits), cadence and offset in minutes (16 each), three instants (64 each), then the dates.
const CADENCE_AT = 4;
const OFFSET_AT = 6;
const NEWEST_AT = 8;
const CHECKED_AT = 16;
const COUNTED_AT = 24;
const DAYS_AT = 32;

/** As bytes, to be sealed: `DAYS_AT` and 30 for each date. */
export function encodeAggregates(aggregates: PatientAggregates): Uint8Array {
  const { days, newestReadingAt, checkedThrough, countedThrough, displayOffsetMinutes } = aggregates;
  const bytes = new Uint8Array(DAYS_AT + days.length * BYTES_PER_DAY);
  const header = new DataView(bytes.buffer);
  header.setInt32(0, days.firstDay, true);
  header.setUint16(CADENCE_AT, days.cadenceMinutes, true);
  header.setInt16(OFFSET_AT, displayOffsetMinutes, true);
  header.setFloat64(NEWEST_AT, newestReadingAt ?? Number.NaN, true);
  header.setFloat64(CHECKED_AT, checkedThrough ?? Number.NaN, true);
  header.setFloat64(COUNTED_AT, countedThrough, true);
  bytes.set(days.bytes, DAYS_AT);
  return bytes;
}

/** On the same memory: nothing is copied and no object is made for a date. Bytes were authenticated before. */
export function decodeAggregates(bytes: Uint8Array): PatientAggregates {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const firstDay = header.getInt32(0, true);
  const cadenceMinutes = header.getUint16(CADENCE_AT, true);
  return {
    days: new DayAggregates(firstDay, cadenceMinutes, bytes.subarray(DAYS_AT)),
    newestReadingAt: known(header.getFloat64(NEWEST_AT, true)),
    checkedThrough: known(header.getFloat64(CHECKED_AT, true)),
    displayOffsetMinutes: header.getInt16(OFFSET_AT, true),
    countedThrough: header.getFloat64(COUNTED_AT, true),
  };
}

function known(instant: number): Instant | null {
  return Number.isNaN(instant) ? null : instant;
}
