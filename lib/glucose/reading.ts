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
  /** Index into `TRENDS` plus 1; 0 where none was sent. */
  readonly trend: Uint8Array;
  /** Index into `transmitters`, which are ordered by their start; several sensors can overlap. */
  readonly transmitter: Uint16Array;
  readonly transmitters: readonly (string | null)[];
}

export const LOW_SENTINEL_MG_DL = 39;
export const HIGH_SENTINEL_MG_DL = 401;

export const EVENT_TYPES = [
  "insulin",
  "carbs",
  "exercise",
  "health",
  "bloodGlucose",
  "notes",
  "unknown",
] as const;
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

/** What Dexcom says about an event: edits and deletions come as records of their own, with the same `recordId`. */
export const EVENT_STATUSES = ["created", "updated", "deleted"] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** A fingerstick that the person entered to calibrate the sensor. */
export interface Calibration {
  readonly recordId: string;
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
  /** In `unit`, as received. */
  readonly value: number;
  readonly unit: "mg/dL" | "mmol/L";
  readonly transmitterId: string | null;
  readonly transmitterTicks: number | null;
  readonly displayDevice: string | null;
  readonly transmitterGeneration: string | null;
}

/** One change of state of an alert on the person's device; one episode makes several. */
export interface AlertRecord {
  readonly recordId: string;
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
  /** Open set: `high`, `low`, `rise`, `fall`, `outOfRange`, `urgentLow`, `urgentLowSoon`, `noReadings`, `fixedLow` … */
  readonly name: string;
  readonly state: "inactive" | "activeSnoozed" | "activeAlarming" | "unknown";
  readonly transmitterId: string | null;
  readonly displayDevice: string | null;
  readonly displayApp: string | null;
  readonly transmitterGeneration: string | null;
}

/** How one alert was set when the device last uploaded. */
export interface AlertSetting {
  readonly name: string;
  readonly enabled: boolean;
  /** In `unit`; null where the alert has no threshold. */
  readonly value: number | null;
  /** `mg/dL`, `mg/dL/min` or `minutes` as received, null when the upstream sent none. */
  readonly unit: string | null;
  readonly snoozeMinutes: number | null;
  readonly delayMinutes: number | null;
  readonly soundTheme: string | null;
  readonly soundOutputMode: string | null;
}

/** Alert settings that hold at certain times of the week. */
export interface AlertSchedule {
  /** Empty for the default schedule. */
  readonly name: string;
  readonly enabled: boolean;
  readonly isDefault: boolean;
  /** Minutes after local midnight; the end lies up to 47:59 hours on when it falls on the next day, null unread. */
  readonly startMinute: number | null;
  readonly endMinute: number | null;
  /** `monday` … `sunday`. */
  readonly daysOfWeek: readonly string[];
  readonly settings: readonly AlertSetting[];
}

/** A device of the account as it last reported itself: not a series, the newest answer replaces the one before. */
export interface DeviceSnapshot {
  /** When the device last sent data, by the server's clock. */
  readonly lastUploadAt: Instant | null;
  readonly transmitterId: string | null;
  readonly transmitterGeneration: string | null;
  readonly transmitterGenerationVariant: string | null;
  readonly displayDevice: string | null;
  readonly displayApp: string | null;
  readonly schedules: readonly AlertSchedule[];
}
