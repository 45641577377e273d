import {
  type AlertRecord,
  type Calibration,
  type Egv,
  type EgvStatus,
  EVENT_STATUSES,
  EVENT_TYPES,
  type EventStatus,
  type EventType,
  type GlucoseEvent,
  HIGH_SENTINEL_MG_DL,
  LOW_SENTINEL_MG_DL,
  TRENDS,
  type Trend,
} from "@/lib/glucose/reading";
import { err, ok, type Result } from "@/lib/result";
import { readTimes } from "./record-times";
import type { AlertWireRecord, CalibrationRecord, EgvRecord, EventRecord } from "./schemas";

/** Why a record was not understood: `field:rule`, never a value. */
export type MapReason = string;
export type Mapped<T> = Result<T, MapReason>;

/** An event with what happened to it: `deleted` ones are passed on so that stored copies can go. */
export interface ReportedEvent extends GlucoseEvent {
  readonly status: EventStatus;
}

const VALUE_MAX = 32_767;

/**
 * One reading. Everything that Dexcom sent as a number is kept, however unlikely; figures leave out what is
 * implausible. Out of range is 39 or 401 by convention, and status and sentinel imply one another: a status without
 * a number becomes the sentinel, a sentinel without a status gets its status, and where a number inside 40–400
 * contradicts its status the number is believed. Neither number nor status is no reading.
 */
export function mapEgv(record: EgvRecord): Mapped<Egv> {
  const times = readTimes(record);
  if (!times.ok) return times;
  // All glucose is mg/dL whatever the person sees (OAS3). A record that says otherwise cannot be trusted either way.
  if (record.unit === "mmol/L") return err("unit:mmol");
  const glucose = egvValue(record.value ?? null, record.status ?? null);
  if (!glucose.ok) return glucose;
  return ok({
    ...times.value,
    ...glucose.value,
    trend: trendOf(record.trend ?? null),
    trendRate: record.trendRate ?? null,
    ...sourceOf(record),
    transmitterTicks: ticksOf(record.transmitterTicks ?? null),
  });
}

function egvValue(value: number | null, status: string | null): Mapped<{ value: number; status: EgvStatus }> {
  const low = { value: LOW_SENTINEL_MG_DL, status: "low" } as const;
  const high = { value: HIGH_SENTINEL_MG_DL, status: "high" } as const;
  if (value === null) return status === "low" ? ok(low) : status === "high" ? ok(high) : err("value:missing");
  if (value < 0 || value > VALUE_MAX) return err("value:out_of_bounds");
  if (value === LOW_SENTINEL_MG_DL || (status === "low" && value < LOW_SENTINEL_MG_DL)) return ok(low);
  if (value === HIGH_SENTINEL_MG_DL || (status === "high" && value > HIGH_SENTINEL_MG_DL)) return ok(high);
  return ok({ value, status: null });
}

function trendOf(trend: string | null): Trend | null {
  if (trend === null) return null;
  return isOneOf(TRENDS, trend) ? trend : "unknown";
}

/** 64 hex digits; some new accounts send an empty string. */
function transmitterOf(id: string | null | undefined): string | null {
  return id && /^[0-9a-f]{64}$/i.test(id) ? id.toLowerCase() : null;
}

/** Whole seconds above zero. Zero is sent for "not known" and would make different readings look like one. */
function ticksOf(ticks: number | null): number | null {
  return ticks !== null && Number.isSafeInteger(ticks) && ticks > 0 ? ticks : null;
}

/** Which device a record came from; empty strings are sent for "not known". */
export function sourceOf(record: {
  transmitterId?: string | null | undefined;
  displayDevice?: string | null | undefined;
  transmitterGeneration?: string | null | undefined;
}) {
  return {
    transmitterId: transmitterOf(record.transmitterId),
    displayDevice: record.displayDevice || null,
    transmitterGeneration: record.transmitterGeneration || null,
  };
}

const UNIT_BY_TYPE: Readonly<Partial<Record<EventType, string>>> = {
  carbs: "grams",
  insulin: "units",
  exercise: "minutes",
  bloodGlucose: "mg/dL",
};

/**
 * Something the person entered. A number may come as text, a unit may be missing (each type has one), `note` means
 * `notes`. An empty value is null; a value that should be a number and is not makes the record unreadable, except on
 * a deletion, which must get through.
 */
export function mapEvent(record: EventRecord): Mapped<ReportedEvent> {
  const times = readTimes(record);
  if (!times.ok) return times;
  const status = isOneOf(EVENT_STATUSES, record.eventStatus) ? record.eventStatus : "created";
  const type = eventTypeOf(record.eventType ?? null);
  const value = eventValue(type, record.value ?? null);
  if (!value.ok && status !== "deleted") return value;
  const unit = record.unit && record.unit !== "unknown" ? record.unit : (UNIT_BY_TYPE[type] ?? null);
  return ok({
    recordId: record.recordId,
    ...times.value,
    status,
    type,
    subType: record.eventSubType || null,
    value: value.ok ? value.value : null,
    unit: type in UNIT_BY_TYPE ? unit : null,
  });
}

function eventTypeOf(type: string | null): EventType {
  if (type === "note") return "notes";
  return isOneOf(EVENT_TYPES, type) ? type : "unknown";
}

function eventValue(type: EventType, value: string | number | null): Mapped<number | string | null> {
  if (value === null || (typeof value === "string" && value.trim() === "")) return ok(null);
  if (type === "notes") return ok(String(value).toWellFormed());
  // Health and unknown types have no value of their own; what is sometimes sent there means nothing.
  if (!(type in UNIT_BY_TYPE)) return ok(null);
  if (typeof value === "number") return ok(value);
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? ok(Number(value)) : err("value:not_a_number");
}

export function mapCalibration(record: CalibrationRecord): Mapped<Calibration> {
  const times = readTimes(record);
  if (!times.ok) return times;
  if (record.value < 0 || record.value > VALUE_MAX) return err("value:out_of_bounds");
  return ok({
    recordId: record.recordId,
    ...times.value,
    value: record.value,
    unit: record.unit === "mmol/L" ? "mmol/L" : "mg/dL",
    ...sourceOf(record),
    transmitterTicks: ticksOf(record.transmitterTicks ?? null),
  });
}

const ALERT_STATES = ["inactive", "activeSnoozed", "activeAlarming"] as const;

export function mapAlert(record: AlertWireRecord): Mapped<AlertRecord> {
  const times = readTimes(record);
  if (!times.ok) return times;
  return ok({
    recordId: record.recordId,
    ...times.value,
    name: record.alertName,
    state: isOneOf(ALERT_STATES, record.alertState) ? record.alertState : "unknown",
    ...sourceOf(record),
    displayApp: record.displayApp || null,
  });
}

function isOneOf<T extends string>(known: readonly T[], value: string | null | undefined): value is T {
  return known.some((name) => name === value);
}
