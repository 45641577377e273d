import { z } from "zod";

/**
 * What Dexcom sends, v3 (dexcom-api.md, section 5). The envelope is strict: a wrong one means that this is not the
 * answer that was asked for. A record is tolerant: only what its meaning depends on is required, everything else
 * falls back to null, and values of open sets stay plain strings. Reading the values is the work of `map.ts`.
 */

/** A field that may be missing, null or nonsense without making the record useless. */
const softText = z.string().max(200).nullish().catch(null);
const softNumber = z.number().nullish().catch(null);
const softFlag = z.boolean().nullish().catch(null);
const softList = z.array(z.unknown()).nullish().catch(null);

const timed = { systemTime: z.string(), displayTime: z.string() };
const identified = { recordId: z.string().min(1).max(200), ...timed };
const source = {
  transmitterId: softText,
  transmitterGeneration: softText,
  displayDevice: softText,
};

export const RECORD_TYPES = {
  egvs: ["egv"],
  // Dexcom's own example prints the plural; the live API sends the singular.
  events: ["event", "events"],
  calibrations: ["calibration"],
  alerts: ["alert"],
  devices: ["device"],
} as const;
export type RecordCollection = keyof typeof RECORD_TYPES;

/** More than a month of readings every minute from two devices; beyond it the answer is not what was asked for. */
export const RECORDS_MAX = 100_000;

const userId = z
  .string()
  .regex(/^[0-9a-f]{64}$/i)
  .transform((id) => id.toLowerCase());
const recordVersion = z.string().regex(/^3(\.\d+){0,2}$/);

function envelope(collection: RecordCollection) {
  return z.object({
    recordType: z.enum(RECORD_TYPES[collection]),
    recordVersion,
    userId,
    records: z.array(z.unknown()).max(RECORDS_MAX),
  });
}

export const envelopes = {
  egvs: envelope("egvs"),
  events: envelope("events"),
  calibrations: envelope("calibrations"),
  alerts: envelope("alerts"),
  devices: envelope("devices"),
} satisfies Record<RecordCollection, unknown>;

export const egvRecord = z.object({
  ...timed,
  ...source,
  transmitterTicks: softNumber,
  value: z.int32().nullish(),
  status: softText,
  trend: softText,
  trendRate: softNumber,
  unit: softText,
});
export type EgvRecord = z.output<typeof egvRecord>;

export const eventRecord = z.object({
  ...identified,
  eventStatus: softText,
  eventType: softText,
  eventSubType: softText,
  // A string in the schema, a number in Dexcom's example, both on the wire.
  value: z.union([z.string(), z.number()]).nullish(),
  unit: softText,
});
export type EventRecord = z.output<typeof eventRecord>;

export const calibrationRecord = z.object({
  ...identified,
  ...source,
  transmitterTicks: softNumber,
  value: z.number(),
  unit: softText,
});
export type CalibrationRecord = z.output<typeof calibrationRecord>;

export const alertRecord = z.object({
  ...identified,
  ...source,
  displayApp: softText,
  alertName: z.string().min(1).max(200),
  alertState: softText,
});
export type AlertWireRecord = z.output<typeof alertRecord>;

export const deviceRecord = z.object({
  ...source,
  lastUploadDate: softText,
  transmitterGenerationVariant: softText,
  displayApp: softText,
  alertSchedules: softList,
});
export type DeviceRecord = z.output<typeof deviceRecord>;

export const alertScheduleRecord = z.object({
  alertScheduleSettings: z.object({
    alertScheduleName: softText,
    isEnabled: softFlag,
    isDefaultSchedule: softFlag,
    startTime: softText,
    endTime: softText,
    daysOfWeek: softList,
  }),
  alertSettings: softList,
});
export type AlertScheduleRecord = z.output<typeof alertScheduleRecord>;

export const alertSettingRecord = z.object({
  alertName: z.string().min(1).max(200),
  enabled: softFlag,
  value: softNumber,
  unit: softText,
  snooze: softNumber,
  delay: softNumber,
  systemTime: softText,
  soundTheme: softText,
  soundOutputMode: softText,
});
export type AlertSettingRecord = z.output<typeof alertSettingRecord>;

/** Documented as an object; some clients expect (and some servers send) a bare string. */
const rangeEnd = z.union([
  z.object({ systemTime: z.string() }).transform(({ systemTime }) => systemTime),
  z.string(),
]);
const rangeBlock = z.object({ start: rangeEnd, end: rangeEnd }).nullish();

/** No tolerance here: an unreadable block must not pass for "this person has no data". */
export const dataRangeAnswer = z.object({
  recordType: z.literal("dataRange"),
  recordVersion,
  userId,
  egvs: rangeBlock,
  events: rangeBlock,
  calibrations: rangeBlock,
});
