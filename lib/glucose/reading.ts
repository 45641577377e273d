import type { Instant } from "@/lib/clock";

/** `low` and `high` mean that the sensor was out of its range: the value is then 39 or 401 mg/dL by convention. */
export type EgvStatus = "low" | "high" | null;

export const TRENDS = [
  "none",
  "unknown",
  "doubleUp",
  "singleUp",
  "fortyFiveUp",
  "flat",
  "fortyFiveDown",
  "singleDown",
  "doubleDown",
  "notComputable",
  "rateOutOfRange",
] as const;
export type Trend = (typeof TRENDS)[number];

/** One estimated glucose value (EGV) as Hindsight keeps it. */
export interface Egv {
  /** UTC according to the device. Windows, order and identity work on it. */
  readonly systemTime: Instant;
  /** Minutes to add to `systemTime` to get the wall clock that the person saw. */
  readonly displayOffsetMinutes: number;
  /** mg/dL as received; 39 when `status` is low, 401 when it is high. */
  readonly value: number;
  readonly status: EgvStatus;
  readonly trend: Trend | null;
  /** mg/dL per minute. */
  readonly trendRate: number | null;
  /** 64 hex digits, or null when the upstream sent none. */
  readonly transmitterId: string | null;
  /** Seconds since the transmitter started, or null when the upstream sent none. */
  readonly transmitterTicks: number | null;
  readonly displayDevice: string | null;
  readonly transmitterGeneration: string | null;
}

/**
 * Readings in columns, ascending by `systemTime`, without duplicates: what every figure is computed from.
 * All columns have `length` entries.
 */
export interface EgvSeries {
  readonly length: number;
  readonly systemTime: Float64Array;
  readonly displayOffsetMinutes: Int16Array;
  /** mg/dL, sentinels included. */
  readonly value: Float64Array;
  /** 0 in range, 1 LOW, 2 HIGH. */
  readonly status: Uint8Array;
  /** Index into `transmitters`; several sensors can overlap. */
  readonly transmitter: Uint16Array;
  readonly transmitters: readonly (string | null)[];
}

export const LOW_SENTINEL_MG_DL = 39;
export const HIGH_SENTINEL_MG_DL = 401;

export const EVENT_TYPES = ["insulin", "carbs", "exercise", "health", "bloodGlucose", "notes", "unknown"] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Something the person entered: insulin, carbs, exercise, how they felt, a meter value, a note. */
export interface GlucoseEvent {
  readonly recordId: string;
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
  readonly type: EventType;
  readonly subType: string | null;
  /** A number in `unit` where the type has one, the text for notes, else null. */
  readonly value: number | string | null;
  readonly unit: string | null;
}
