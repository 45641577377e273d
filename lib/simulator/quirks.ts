import { z } from "zod";
import { shareOf } from "@/lib/simulator/identifiers";

/** Which part of the records a quirk touches: `true` all, `false` none, or a share such as 0.1. */
const share = z
  .union([z.boolean(), z.number().min(0).max(1)])
  .transform(Number)
  .default(0);

const flag = z.boolean().default(false);

/**
 * What real Dexcom answers have been seen to do (dexcom-api.md 5.1 to 5.9, 7 and 8), one switch each, per person.
 * Everything is off by default except what the person's device implies.
 */
export const quirksSchema = z.strictObject({
  // 5.1 windows and order
  order: z.enum(["newestFirst", "ascending", "shuffled"]).default("newestFirst"),
  endInclusive: flag,

  // 5.2 time strings
  times: z.enum(["device", "offset", "bare"]).default("device"),
  milliseconds: flag,
  dropZeroSeconds: flag,
  offsetSeconds: flag,
  offsetForm: z.enum(["colon", "compact", "hour"]).default("colon"),
  spaceForT: flag,
  singleDigitTimes: flag,
  epochPlaceholders: flag,
  missingLastUploadDate: flag,

  // 5.3 EGVs, and what they share with other records
  emptyTransmitterId: share,
  nullTransmitterId: share,
  missingTransmitterId: share,
  zeroTransmitterTicks: share,
  nullValues: share,
  missingStatus: share,
  statusWords: flag,
  notComputable: share,
  rateOutOfRange: share,
  missingUnit: share,
  unknownUnit: share,
  missingVariant: flag,
  displayApp: z.string().nullable().optional(),
  missingDisplayApp: flag,
  displayDevice: z.string().optional(),
  transmitterGeneration: z.string().optional(),
  transmitterGenerationVariant: z.string().optional(),

  // 5.4 events
  pluralEventRecordType: flag,
  eventValues: z.enum(["string", "number"]).default("string"),
  missingEventValue: share,
  emptyEventValue: share,
  missingEventUnit: share,
  emptyEventUnit: share,
  missingEventSubType: share,
  unknownEventSubType: share,
  singularNote: flag,
  strayHealthValue: flag,
  deletedEvents: share,
  updateAddsRow: flag,
  recordedTimes: z.enum(["present", "null", "missing"]).default("present"),

  // 5.5 calibrations
  calibrationUnit: z.enum(["mg/dL", "unknown", "null", "missing"]).default("mg/dL"),

  // 5.6 alerts
  fixedLow: flag,
  unknownAlerts: share,

  // 5.7 devices
  emptyAlertSchedules: flag,
  oddScheduleTimes: flag,
  emptyDayNames: flag,
  missingIsDefaultSchedule: flag,
  twoDefaultSchedules: flag,
  duplicateAlertSettings: flag,
  oddAlertSettings: flag,
  capitalisedKey: flag,

  // 5.8 dataRange
  dataRangeTimes: z.enum(["bare", "asRecords"]).default("bare"),
  nullDataRangeBlocks: z.array(z.enum(["egvs", "events", "calibrations"])).default([]),
  missingDataRangeBlocks: z.array(z.enum(["egvs", "events", "calibrations"])).default([]),
  bareSyncTimeIgnored: flag,
  oldSyncTimeIsWrong: flag,

  // 7 version 2
  v2TimesWithZ: flag,
  v2RealtimeNoise: z.number().int().min(0).max(20).default(0),

  // 8 time semantics
  deviceClockAheadSeconds: z.number().int().default(0),
  secondDisplayDevice: share,
});

export type Quirks = z.infer<typeof quirksSchema>;
export type QuirkChanges = z.input<typeof quirksSchema>;

export const NO_QUIRKS: Quirks = quirksSchema.parse({});

/** Whether a partial quirk touches this record: always the same answer for the same record. */
export function touches(shareTouched: number, quirkName: string, recordKey: string): boolean {
  return shareTouched > 0 && (shareTouched >= 1 || shareOf(quirkName + recordKey) < shareTouched);
}
