import type { SimulatedAlertSetting, SimulatedDevice } from "@/lib/simulator/person";

/** What the sensor hardware does, beside what the device calls itself. */
export interface SensorKind {
  readonly warmUpMinutes: number;
  readonly sessionDaysMax: number;
  /** Sensor sessions that share one transmitter: the G6 transmitter lasts 90 days, a G7 sensor is its own. */
  readonly sessionsPerTransmitter: number;
  /** SD of the noise from reading to reading, mg/dL at 120 mg/dL. */
  readonly noise: number;
  readonly lossAlert: "noReadings" | "outOfRange";
}

export const G7_SENSOR: SensorKind = {
  warmUpMinutes: 30,
  sessionDaysMax: 10.5,
  sessionsPerTransmitter: 1,
  noise: 1,
  lossAlert: "noReadings",
};

export const G6_SENSOR: SensorKind = {
  warmUpMinutes: 120,
  sessionDaysMax: 10,
  sessionsPerTransmitter: 9,
  noise: 0.75,
  lossAlert: "outOfRange",
};

function setting(
  alertName: string,
  value: number | null,
  unit: string | null,
  snooze: number | null,
  enabled = true,
): SimulatedAlertSetting {
  return { alertName, value, unit, snooze, enabled };
}

export interface AlertLevels {
  readonly low: number;
  readonly high: number;
  readonly highEnabled?: boolean;
  readonly riseFallEnabled?: boolean;
}

function settings(levels: AlertLevels, lossAlert: SensorKind["lossAlert"], isOnePlus: boolean) {
  const rates = levels.riseFallEnabled ?? false;
  const common = [
    setting("high", levels.high, "mg/dL", 60, levels.highEnabled ?? true),
    setting("low", levels.low, "mg/dL", 15),
    setting(lossAlert, 20, "minutes", null),
  ];
  if (isOnePlus) return common;
  return [
    ...common,
    setting("urgentLow", 55, "mg/dL", 30),
    setting("urgentLowSoon", 55, "mg/dL", 30),
    setting("rise", 3, "mg/dL/min", null, rates),
    setting("fall", 3, "mg/dL/min", null, rates),
  ];
}

export function g7Phone(displayDevice: "iOS" | "android", levels: AlertLevels): SimulatedDevice {
  return {
    displayDevice,
    transmitterGeneration: "g7",
    transmitterGenerationVariant: "g7",
    displayApp: "G7",
    sendsOffsets: true,
    alertSettings: settings(levels, G7_SENSOR.lossAlert, false),
  };
}

export function onePlusPhone(displayDevice: "iOS" | "android", levels: AlertLevels): SimulatedDevice {
  return {
    displayDevice,
    transmitterGeneration: "g7",
    transmitterGenerationVariant: "d1+",
    displayApp: "D1G7",
    sendsOffsets: true,
    alertSettings: settings(levels, G7_SENSOR.lossAlert, true),
  };
}

export function g6Phone(displayDevice: "iOS" | "android", levels: AlertLevels): SimulatedDevice {
  return {
    displayDevice,
    transmitterGeneration: "g6",
    transmitterGenerationVariant: "g6",
    displayApp: "G6",
    sendsOffsets: true,
    alertSettings: settings(levels, G6_SENSOR.lossAlert, false),
  };
}

export function g6Receiver(levels: AlertLevels): SimulatedDevice {
  return {
    displayDevice: "receiver",
    transmitterGeneration: "g6",
    transmitterGenerationVariant: "g6",
    displayApp: null,
    sendsOffsets: false,
    alertSettings: settings(levels, G6_SENSOR.lossAlert, false),
  };
}
