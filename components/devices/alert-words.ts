import { weekdayColumns } from "@/components/time/week";
import { formatMinuteOfDay } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import { type GlucoseUnit, MG_DL_PER_MMOL_L } from "@/lib/format/unit";
import type { AlertSchedule, AlertSetting, DeviceSnapshot } from "@/lib/glucose/reading";
import { modelOfDevice } from "@/lib/glucose/sensor-model";
import type { Words } from "@/lib/i18n/translate";

const NAMED = [
  "high",
  "low",
  "rise",
  "fall",
  "outOfRange",
  "noReadings",
  "urgentLow",
  "urgentLowSoon",
  "fixedLow",
] as const;

/** "Urgent low soon"; an alert that Dexcom may add keeps the name that Dexcom gives it. */
export function alertName(name: string, { t }: Words): string {
  const known = NAMED.find((one) => one === name);
  return known === undefined
    ? t("devices.alerts.names.unknown", { name })
    : t(`devices.alerts.names.${known}`);
}

/** The threshold in the reader's unit: "250 mg/dL", "3 mg/dL per minute", "20 min"; null without one. */
export function alertLevel(
  { value, unit }: AlertSetting,
  reader: GlucoseUnit,
  { t, locale }: Words,
): string | null {
  if (value === null) return null;
  switch (unit) {
    case "mg/dL":
      return formatGlucoseWithUnit(value, reader, locale);
    case "mmol/L":
      return formatGlucoseWithUnit(value * MG_DL_PER_MMOL_L, reader, locale);
    case "mg/dL/min":
      return t("devices.alerts.rate", { value: rate(value, reader, locale) });
    case "minutes":
      return formatDuration(value);
    default:
      return `${formatNumber(value, Number.isInteger(value) ? 0 : 1, locale)}${unit === null ? "" : ` ${unit}`}`;
  }
}

/** A rate needs a decimal more than a concentration: 2 mg/dL per minute are 0.11 mmol/L per minute. */
function rate(mgDl: number, reader: GlucoseUnit, locale: string): string {
  return reader === "mmol/L"
    ? `${formatNumber(mgDl / MG_DL_PER_MMOL_L, 2, locale)} mmol/L`
    : formatGlucoseWithUnit(mgDl, reader, locale);
}

/** All of a setting in a line: "On, 250 mg/dL, repeats after 1 h". */
export function settingWords(setting: AlertSetting, reader: GlucoseUnit, words: Words): string {
  const { t } = words;
  const parts = [
    t(setting.enabled ? "devices.alerts.on" : "devices.alerts.off"),
    alertLevel(setting, reader, words),
  ];
  if (setting.snoozeMinutes !== null)
    parts.push(t("devices.alerts.repeats", { duration: formatDuration(setting.snoozeMinutes) }));
  if (setting.delayMinutes !== null)
    parts.push(t("devices.alerts.delayed", { duration: formatDuration(setting.delayMinutes) }));
  return parts.filter((part) => part !== null).join(", ");
}

/** When a schedule holds: "Every day", or "Night: Mon, Tue, 10:00 PM to 6:00 AM the next day". */
export function scheduleWords(schedule: AlertSchedule, words: Words): string {
  const { t, locale } = words;
  if (schedule.isDefault) return t("devices.alerts.standard");
  const { startMinute, endMinute } = schedule;
  const time = (minute: number | null) => {
    if (minute === null) return t("devices.sessions.notKnown");
    const written = formatMinuteOfDay(minute % 1_440, { locale });
    return minute >= 1_440 ? t("devices.alerts.nextDay", { time: written }) : written;
  };
  const days = weekdayColumns(locale).filter(({ weekday }) =>
    schedule.daysOfWeek.includes(DAYS[weekday - 1] ?? ""),
  );
  const text = t("devices.alerts.during", {
    name: schedule.name === "" ? t("devices.alerts.unnamed") : schedule.name,
    days: days.length === 7 ? t("devices.alerts.standard") : days.map(({ long }) => long).join(", "),
    from: time(startMinute),
    to: time(endMinute),
  });
  return schedule.enabled ? text : t("devices.alerts.scheduleOff", { schedule: text });
}

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** "iPhone, Dexcom G7": what a device is and what it belongs to. */
export function deviceName(device: DeviceSnapshot, { t }: Words): string {
  const model = modelOfDevice(device);
  const name = t(`devices.list.names.${kindOf(device.displayDevice)}`);
  return model === null ? name : `${name}, ${model}`;
}

function kindOf(displayDevice: string | null): "iPhone" | "android" | "receiver" | "unknown" {
  switch ((displayDevice ?? "").toLowerCase()) {
    case "ios":
      return "iPhone";
    case "android":
      return "android";
    case "receiver":
    case "sharereceiver":
    case "touchscreenreceiver":
      return "receiver";
    default:
      return "unknown";
  }
}
