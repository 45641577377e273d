import { z } from "zod";
import type {
  AlertRecord,
  Calibration,
  DeviceSnapshot,
  Egv,
  EventStatus,
  GlucoseEvent,
} from "@/lib/glucose/reading";

/** What a day block can hold. A device block is the list of devices as it was on that day. */
export const RECORD_KINDS = ["egv", "event", "calibration", "alert", "device"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface RecordOf {
  readonly egv: Egv;
  readonly event: GlucoseEvent;
  readonly calibration: Calibration;
  readonly alert: AlertRecord;
  readonly device: DeviceSnapshot;
}

/** Where records come from. Imports will add sources of their own; two sources never share a block. */
export const DEXCOM_SOURCE = "dexcom";

/** Records to store: events say what happened to them, deleted ones remove what is stored. */
export type RecordBatch =
  | { readonly kind: "egv"; readonly records: readonly Egv[] }
  | { readonly kind: "event"; readonly records: readonly (GlucoseEvent & { readonly status: EventStatus })[] }
  | { readonly kind: "calibration"; readonly records: readonly Calibration[] }
  | { readonly kind: "alert"; readonly records: readonly AlertRecord[] };

/** What a write did, in records. */
export interface RecordCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

const text = z.string();
const optional = text.nullable();
const timed = { recordId: text, systemTime: z.int(), displayOffsetMinutes: z.int() };

// Blocks of the sparse kinds are JSON. They were authenticated before they are parsed, so these only pin the shape.
export const SPARSE_RECORDS = {
  event: z.strictObject({
    ...timed,
    type: z.enum(["insulin", "carbs", "exercise", "health", "bloodGlucose", "notes", "unknown"]),
    subType: optional,
    value: z.union([z.number(), text]).nullable(),
    unit: optional,
  }) satisfies z.ZodType<GlucoseEvent>,
  calibration: z.strictObject({
    ...timed,
    value: z.number(),
    unit: z.enum(["mg/dL", "mmol/L"]),
    transmitterId: optional,
    transmitterTicks: z.number().nullable(),
    displayDevice: optional,
    transmitterGeneration: optional,
  }) satisfies z.ZodType<Calibration>,
  alert: z.strictObject({
    ...timed,
    name: text,
    state: z.enum(["inactive", "activeSnoozed", "activeAlarming", "unknown"]),
    transmitterId: optional,
    displayDevice: optional,
    displayApp: optional,
    transmitterGeneration: optional,
  }) satisfies z.ZodType<AlertRecord>,
  device: z.strictObject({
    lastUploadAt: z.int().nullable(),
    transmitterId: optional,
    transmitterGeneration: optional,
    transmitterGenerationVariant: optional,
    displayDevice: optional,
    displayApp: optional,
    schedules: z.array(
      z.strictObject({
        name: text,
        enabled: z.boolean(),
        isDefault: z.boolean(),
        startMinute: z.number().nullable(),
        endMinute: z.number().nullable(),
        daysOfWeek: z.array(text),
        settings: z.array(
          z.strictObject({
            name: text,
            enabled: z.boolean(),
            value: z.number().nullable(),
            unit: optional,
            snoozeMinutes: z.number().nullable(),
            delayMinutes: z.number().nullable(),
            soundTheme: optional,
            soundOutputMode: optional,
          }),
        ),
      }),
    ),
  }) satisfies z.ZodType<DeviceSnapshot>,
} as const;
