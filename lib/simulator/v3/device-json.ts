import { HOUR_MS, type Instant } from "@/lib/clock";
import type { SimulatedAlertSetting, SimulatedPerson } from "@/lib/simulator/person";
import type { Quirks } from "@/lib/simulator/quirks";
import { applyCommonQuirks, type Fields, type Row } from "@/lib/simulator/v3/device-style";
import { type RecordWriter, wireTimes } from "@/lib/simulator/v3/record-writer";
import { formatSystemTime, PHONE_STYLE } from "@/lib/simulator/wire-time";

const EVERY_DAY = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Java's short form of the epoch, which fills in for an unset time (dexcom-api.md 5.2). */
const EPOCH_PLACEHOLDER = "1970-01-01T00:00Z";

interface DeviceState {
  readonly person: SimulatedPerson;
  readonly writer: RecordWriter;
  /** Null for an account that has never uploaded. */
  readonly lastUpload: Instant | null;
  /** Of the newest visible reading; null before the first. */
  readonly transmitterId: string | null;
}

/** One device row of dexcom-api.md 5.7. */
export function deviceJson({ person, writer, lastUpload, transmitterId }: DeviceState): Fields {
  const row: Row = {
    ...uploadFields(lastUpload, writer.quirks),
    transmitterId,
    ...writer.device,
    alertSchedules: alertSchedules(person, writer),
  };
  applyCommonQuirks(row, writer.quirks, `device of ${person.name}`);
  return row;
}

/** Server time, hence always UTC with `Z`, whatever the device does. */
function uploadFields(lastUpload: Instant | null, quirks: Quirks): Fields {
  if (quirks.missingLastUploadDate || lastUpload === null) return {};
  if (quirks.epochPlaceholders) return { lastUploadDate: EPOCH_PLACEHOLDER };
  return { lastUploadDate: formatSystemTime(lastUpload, PHONE_STYLE) };
}

function alertSchedules(person: SimulatedPerson, writer: RecordWriter): Fields[] {
  const { quirks } = writer;
  const settings = person.device.alertSettings;
  if (quirks.emptyAlertSchedules || settings.length === 0) return [];
  const alertSettings = settings.flatMap((setting) => settingRows(setting, person, writer));
  const times = quirks.oddScheduleTimes ? { startTime: "0:00", endTime: "47:59" } : MIDNIGHT;
  const base = { alertScheduleSettings: scheduleSettings("", true, times, quirks), alertSettings };
  if (!quirks.twoDefaultSchedules && !quirks.oddScheduleTimes) return [base];
  const second = { startTime: "8:00 AM", endTime: "20:00" };
  const isDefault = quirks.twoDefaultSchedules;
  return [
    base,
    { alertScheduleSettings: scheduleSettings("Daytime", isDefault, second, quirks), alertSettings },
  ];
}

const MIDNIGHT = { startTime: "00:00", endTime: "00:00" };

function scheduleSettings(name: string, isDefault: boolean, times: typeof MIDNIGHT, quirks: Quirks): Fields {
  return {
    alertScheduleName: name,
    isEnabled: true,
    ...(quirks.missingIsDefaultSchedule ? {} : { isDefaultSchedule: isDefault }),
    ...times,
    daysOfWeek: quirks.emptyDayNames ? ["", ...EVERY_DAY] : EVERY_DAY,
    isActive: true,
    override: quirks.epochPlaceholders
      ? { isOverrideEnabled: false, mode: "unknown", endTime: EPOCH_PLACEHOLDER }
      : null,
  };
}

/** One row, or with the duplicate quirk an outdated row before the valid one: the newest systemTime counts. */
function settingRows(
  setting: SimulatedAlertSetting,
  person: SimulatedPerson,
  writer: RecordWriter,
): Fields[] {
  const { quirks } = writer;
  const setAt = person.historyStart;
  const row = settingRow(quirks.oddAlertSettings ? oddSetting(setting) : setting, setAt, person, writer);
  if (!quirks.duplicateAlertSettings) return [row];
  const outdated = { ...setting, enabled: !setting.enabled };
  return [settingRow(outdated, setAt - HOUR_MS, person, writer), row];
}

/** Values that Tidepool had to cope with: a negative fall rate, urgentLow snoozed for 28 minutes, a snooze on fall. */
function oddSetting(setting: SimulatedAlertSetting): SimulatedAlertSetting {
  if (setting.alertName === "fall") return { ...setting, value: -Math.abs(setting.value ?? 2), snooze: 30 };
  return setting.alertName === "urgentLow" ? { ...setting, snooze: 28 } : setting;
}

function settingRow(
  setting: SimulatedAlertSetting,
  setAt: Instant,
  person: SimulatedPerson,
  { quirks, style }: RecordWriter,
): Fields {
  const trigger = quirks.capitalisedKey ? "SecondaryTriggerCondition" : "secondaryTriggerCondition";
  const times = wireTimes(setAt, person.displayOffsetMinutes(setAt), style);
  return {
    alertName: setting.alertName,
    value: setting.value,
    unit: setting.unit,
    snooze: setting.snooze,
    enabled: setting.enabled,
    ...(quirks.epochPlaceholders ? { systemTime: EPOCH_PLACEHOLDER, displayTime: EPOCH_PLACEHOLDER } : times),
    delay: null,
    [trigger]: null,
    soundTheme: "modern",
    soundOutputMode: "match",
  };
}
