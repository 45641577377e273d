import type { z } from "zod";
import type { AlertSchedule, AlertSetting, DeviceSnapshot } from "@/lib/glucose/reading";
import { sourceOf } from "./map";
import { HISTORY_START, readInstant } from "./record-times";
import {
  type AlertScheduleRecord,
  type AlertSettingRecord,
  alertScheduleRecord,
  alertSettingRecord,
  type DeviceRecord,
} from "./schemas";

/**
 * A device as it last reported itself. A schedule or setting that cannot be read is handed to `reject` and left out:
 * the rest of the device is still true.
 */
export function mapDevice(
  record: DeviceRecord,
  reject: (raw: unknown, reason: string) => void,
): DeviceSnapshot {
  const lastUpload = readInstant(record.lastUploadDate);
  return {
    // Before the history means an epoch placeholder.
    lastUploadAt: lastUpload !== null && lastUpload >= HISTORY_START ? lastUpload : null,
    ...sourceOf(record),
    transmitterGenerationVariant: record.transmitterGenerationVariant || null,
    displayApp: record.displayApp || null,
    schedules: readEach(record.alertSchedules, alertScheduleRecord, (raw) =>
      reject(raw, "alertSchedules:unreadable"),
    ).map((schedule) => {
      const settings = readEach(schedule.alertSettings, alertSettingRecord, (raw) =>
        reject(raw, "alertSettings:unreadable"),
      );
      return scheduleOf(schedule.alertScheduleSettings, settings);
    }),
  };
}

/** The rows that fit the schema; the others go to `reject`. */
function readEach<T>(
  rows: readonly unknown[] | null | undefined,
  schema: z.ZodType<T>,
  reject: (raw: unknown) => void,
): T[] {
  return (rows ?? []).flatMap((raw) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return [parsed.data];
    reject(raw);
    return [];
  });
}

function scheduleOf(
  when: AlertScheduleRecord["alertScheduleSettings"],
  settings: readonly AlertSettingRecord[],
): AlertSchedule {
  return {
    name: when.alertScheduleName ?? "",
    enabled: when.isEnabled ?? false,
    isDefault: when.isDefaultSchedule ?? false,
    startMinute: minuteOfDay(when.startTime ?? null),
    endMinute: minuteOfDay(when.endTime ?? null),
    daysOfWeek: (when.daysOfWeek ?? []).filter((day): day is string => typeof day === "string" && day !== ""),
    settings: newestPerAlert(settings).map(settingOf),
  };
}

const CLOCK = /^\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*([AaPp][Mm])?\s*$/;

/** Minutes after midnight of `0:00`, `08:00`, `8:00 AM` or `47:59` (past the next midnight); null when unreadable. */
export function minuteOfDay(text: string | null): number | null {
  const match = CLOCK.exec(text ?? "");
  if (!match) return null;
  const [, hours, minutes, half] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  }
  return hour <= 47 && Number(minutes) <= 59 ? hour * 60 + Number(minutes) : null;
}

/** The same alert can come twice, an old row and a new one: the newest counts, of equals the last. */
function newestPerAlert(rows: readonly AlertSettingRecord[]): AlertSettingRecord[] {
  const newest = new Map<string, AlertSettingRecord>();
  const age = (row: AlertSettingRecord) => readInstant(row.systemTime) ?? Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const known = newest.get(row.alertName);
    if (!known || age(row) >= age(known)) newest.set(row.alertName, row);
  }
  return [...newest.values()];
}

function settingOf(row: AlertSettingRecord): AlertSetting {
  const value = row.value ?? null;
  return {
    name: row.alertName,
    enabled: row.enabled ?? false,
    // Fall rates are sent with either sign.
    value: value !== null && row.alertName === "fall" ? Math.abs(value) : value,
    unit: row.unit || null,
    // The urgent low alarm repeats every 30 minutes; 28 is how older apps write that.
    snoozeMinutes: row.alertName === "urgentLow" && row.snooze === 28 ? 30 : (row.snooze ?? null),
    delayMinutes: row.delay ?? null,
    soundTheme: row.soundTheme || null,
    soundOutputMode: row.soundOutputMode || null,
  };
}
