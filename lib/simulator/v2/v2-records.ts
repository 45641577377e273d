import { SECOND_MS } from "@/lib/clock";
import { shareOf } from "@/lib/simulator/identifiers";
import type {
  SimulatedCalibration,
  SimulatedEgv,
  SimulatedEvent,
  SimulatedPerson,
} from "@/lib/simulator/person";
import type { Quirks } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import type { Fields } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";

/** G7, ONE and ONE+ never appear in version 2 (dexcom-api.md 7). */
export function isInVersion2(person: SimulatedPerson): boolean {
  const { transmitterGeneration, transmitterGenerationVariant, displayApp } = person.device;
  const isOne = transmitterGenerationVariant.startsWith("d1") || /one|d1/i.test(displayApp ?? "");
  return /^g[456]/.test(transmitterGeneration) && !isOne;
}

/** Smoothing needs three consecutive readings, which are at most this far apart. */
export const NEIGHBOUR_SECONDS_MAX = 450;

/**
 * `value = smoothedValue ?? realtimeValue`. The smoothed value is the v3 value, and null at a session's edges; the
 * real-time value is the same number unless the quirk adds noise to it.
 */
export function v2EgvJson(list: readonly Held<SimulatedEgv>[], index: number, writer: RecordWriter): Fields {
  const held = list[index];
  if (!held) throw new Error("There is no reading at this index");
  const { record } = held;
  const realtimeValue = record.value + realtimeNoise(held, writer.quirks);
  const isSmoothed = isG6(writer) && isNeighbour(held, list[index - 1]) && isNeighbour(held, list[index + 1]);
  return {
    ...writer.times(held),
    value: isSmoothed ? record.value : realtimeValue,
    realtimeValue,
    smoothedValue: isSmoothed ? record.value : null,
    status: record.status,
    trend: record.trend,
    trendRate: record.trendRate,
  };
}

function realtimeNoise({ record, key }: Held<SimulatedEgv>, { v2RealtimeNoise }: Quirks): number {
  if (v2RealtimeNoise === 0 || record.status !== null) return 0;
  const noise = Math.round((shareOf(`noise ${key}`) * 2 - 1) * v2RealtimeNoise);
  return Math.min(400, Math.max(40, record.value + noise)) - record.value;
}

/** G4 and G5 have no smoothed values. */
function isG6(writer: RecordWriter): boolean {
  return writer.device.transmitterGeneration.startsWith("g6");
}

function isNeighbour(held: Held<SimulatedEgv>, other: Held<SimulatedEgv> | undefined): boolean {
  if (!other || other.record.transmitterId !== held.record.transmitterId) return false;
  return Math.abs(other.systemTime - held.systemTime) <= NEIGHBOUR_SECONDS_MAX * SECOND_MS;
}

const V2_EVENT_TYPES = new Set(["carbs", "insulin", "exercise", "health"]);

/** Null for the types that version 2 does not know. Its values are numbers, and it has no `updated`. */
export function v2EventJson(held: Held<SimulatedEvent>, writer: RecordWriter): Fields | null {
  const { record, key } = held;
  if (!V2_EVENT_TYPES.has(record.eventType)) return null;
  return {
    ...writer.times(held),
    eventType: record.eventType,
    eventSubType: record.eventSubType,
    value: record.value === null ? null : Number(record.value),
    unit: record.unit,
    eventId: writer.recordId("events", key),
    eventStatus: record.eventStatus === "deleted" ? "deleted" : "created",
  };
}

export function v2CalibrationJson(held: Held<SimulatedCalibration>, writer: RecordWriter): Fields {
  return { ...writer.times(held), value: held.record.value, unit: "mg/dL" };
}
