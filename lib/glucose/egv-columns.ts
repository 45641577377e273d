import type { Instant } from "@/lib/clock";
import { type Egv, type EgvStatus, TRENDS } from "./reading";

/** What a reading came from; a day has very few of them. */
export type EgvSource = Pick<Egv, "transmitterId" | "displayDevice" | "transmitterGeneration">;

/**
 * EGVs as they were received, in columns: what `Egv` says, in the same order, without an object for each. A year is
 * read in a fraction of the time and memory. All columns have `length` entries.
 */
export interface EgvColumns {
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
  /** Index into `sources`. */
  readonly source: Uint16Array;
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

/** The readings of all parts, in their order, with `from <= systemTime < to`. */
export function joinColumns(
  parts: readonly EgvColumns[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): EgvColumns {
  const joined = allocate(parts.reduce((sum, { length }) => sum + length, 0));
  const sources: EgvSource[] = [];
  let length = 0;
  for (const part of parts) {
    const base = sources.length;
    sources.push(...part.sources);
    for (let i = 0; i < part.length; i += 1) {
      const at = part.systemTime[i] ?? 0;
      if (at < from || at >= to) continue;
      joined.systemTime[length] = at;
      joined.displayOffsetMinutes[length] = part.displayOffsetMinutes[i] ?? 0;
      joined.value[length] = part.value[i] ?? 0;
      joined.status[length] = part.status[i] ?? 0;
      joined.trend[length] = part.trend[i] ?? 0;
      joined.trendRate[length] = part.trendRate[i] ?? 0;
      joined.transmitterTicks[length] = part.transmitterTicks[i] ?? 0;
      joined.source[length] = base + (part.source[i] ?? 0);
      length += 1;
    }
  }
  return { ...joined, length, sources };
}

function allocate(length: number): Omit<EgvColumns, "length" | "sources"> {
  return {
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
