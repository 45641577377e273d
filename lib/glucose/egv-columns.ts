import type { Instant } from "@/lib/clock";
import { epochDay, type LocalDate, localEpochDay } from "./local-time";
import { type Egv, type EgvStatus, TRENDS } from "./reading";

/** What a reading came from; a day has very few of them. */
export type EgvSource = Pick<Egv, "transmitterId" | "displayDevice" | "transmitterGeneration">;

/** What `EgvColumns` has a number of for each reading. All columns have `length` entries. */
export interface EgvColumnArrays {
  readonly length: number;
  readonly systemTime: Float64Array;
  readonly displayOffsetMinutes: Int16Array;
  /** mg/dL. */
  readonly value: Float64Array;
  /** Index into `STATUSES`. */
  readonly status: Uint8Array;
  /** Index into `TRENDS` plus 1; 0 where none was sent. */
  readonly trend: Uint8Array;
  /** mg/dL per minute; NaN where none was sent. */
  readonly trendRate: Float64Array;
  /** Seconds; NaN where none was sent. */
  readonly transmitterTicks: Float64Array;
  /** Index into `sources` of `EgvColumns`. */
  readonly source: Uint16Array;
}

/**
 * EGVs as they were received, in columns: what `Egv` says, in the same order, without an object for each. A year is
 * read in a fraction of the time and memory.
 */
export interface EgvColumns extends EgvColumnArrays {
  readonly sources: readonly EgvSource[];
}

/** Stored as indices: append only, never reorder. */
export const STATUSES: readonly EgvStatus[] = [null, "low", "high"];

const NO_SOURCE: EgvSource = { transmitterId: null, displayDevice: null, transmitterGeneration: null };

/** The readings as objects, each field as it was received. */
export function egvsOf(columns: EgvColumns): Egv[] {
  const { systemTime, displayOffsetMinutes, value, status, trend, trendRate, transmitterTicks } = columns;
  const egvs: Egv[] = [];
  for (let i = 0; i < columns.length; i += 1) {
    const source = columns.sources[columns.source[i] ?? 0] ?? NO_SOURCE;
    // Field by field: with the source spread into it, each reading costs twice as much.
    egvs.push({
      systemTime: systemTime[i] ?? 0,
      displayOffsetMinutes: displayOffsetMinutes[i] ?? 0,
      value: value[i] ?? 0,
      status: STATUSES[status[i] ?? 0] ?? null,
      trend: TRENDS[(trend[i] ?? 0) - 1] ?? null,
      trendRate: sent(trendRate[i]),
      transmitterId: source.transmitterId,
      displayDevice: source.displayDevice,
      transmitterGeneration: source.transmitterGeneration,
      transmitterTicks: sent(transmitterTicks[i]),
    });
  }
  return egvs;
}

function sent(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The readings with `from <= systemTime < to`, in their order; on the same memory where they stand together. */
export function columnsBetween(
  columns: EgvColumns,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): EgvColumns {
  const { systemTime } = columns;
  return keepColumns(columns, (i) => {
    const at = systemTime[i] ?? Number.NaN;
    return at >= from && at < to;
  });
}

/**
 * The readings whose own wall clock showed `first` or a later date, in their order. After a flight west a date begins
 * twice: what was read in the hours that come again counts by the clock of its time.
 */
export function columnsSince(columns: EgvColumns, first: LocalDate): EgvColumns {
  const { systemTime, displayOffsetMinutes } = columns;
  const firstDay = epochDay(first);
  return keepColumns(
    columns,
    (i) => localEpochDay(systemTime[i] ?? Number.NaN, displayOffsetMinutes[i] ?? 0) >= firstDay,
  );
}

/** On the same memory where what is kept stands together. */
function keepColumns(columns: EgvColumns, isKept: (i: number) => boolean): EgvColumns {
  let begin = 0;
  while (begin < columns.length && !isKept(begin)) begin += 1;
  let end = columns.length;
  while (end > begin && !isKept(end - 1)) end -= 1;
  for (let i = begin; i < end; i += 1) if (!isKept(i)) return filterColumns(columns, isKept);
  return { ...partOf(columns, begin, end), sources: columns.sources };
}

/** Readings of one block need not be in order. */
function filterColumns(columns: EgvColumns, keep: (i: number) => boolean): EgvColumns {
  const kept = Array.from({ length: columns.length }, (_, i) => i).filter(keep);
  const part = allocateColumns(kept.length);
  for (const name of COLUMN_NAMES) kept.forEach((from, to) => (part[name][to] = columns[name][from] ?? 0));
  return { ...part, sources: columns.sources };
}

/** The readings from index `from` to `to` (exclusive), on the same memory. */
export function partOf(columns: EgvColumnArrays, from: number, to: number): EgvColumnArrays {
  return {
    length: to - from,
    systemTime: columns.systemTime.subarray(from, to),
    displayOffsetMinutes: columns.displayOffsetMinutes.subarray(from, to),
    value: columns.value.subarray(from, to),
    status: columns.status.subarray(from, to),
    trend: columns.trend.subarray(from, to),
    trendRate: columns.trendRate.subarray(from, to),
    transmitterTicks: columns.transmitterTicks.subarray(from, to),
    source: columns.source.subarray(from, to),
  };
}

const COLUMN_NAMES = [
  "systemTime",
  "displayOffsetMinutes",
  "value",
  "status",
  "trend",
  "trendRate",
  "transmitterTicks",
  "source",
] as const satisfies readonly Exclude<keyof EgvColumnArrays, "length">[];

/** Room for so many readings, all zeros. */
export function allocateColumns(length: number): EgvColumnArrays {
  return {
    length,
    systemTime: new Float64Array(length),
    displayOffsetMinutes: new Int16Array(length),
    value: new Float64Array(length),
    status: new Uint8Array(length),
    trend: new Uint8Array(length),
    trendRate: new Float64Array(length),
    transmitterTicks: new Float64Array(length),
    source: new Uint16Array(length),
  };
}
