import type { Instant } from "@/lib/clock";

/**
 * What a simulated person is to the server: a pure function of time. Any window of any year gives the same answer on
 * every machine, in any order of asking.
 */
export interface SimulatedPerson {
  /** What the sandbox's drop-down shows and what a client never sees, e.g. `User7`. */
  readonly name: string;
  /** One line for the drop-down and the README: the story this person tells. */
  readonly story: string;
  readonly device: SimulatedDevice;
  /** First instant that can have a record, UTC. */
  readonly historyStart: Instant;
  /** Instant after which there is no record; `Infinity` when the person goes on for ever. */
  readonly historyEnd: Instant;
  /** Records with `from <= systemTime < to`, ascending by `systemTime`. Not clipped to now: the server does that. */
  egvs(from: Instant, to: Instant): SimulatedEgv[];
  events(from: Instant, to: Instant): SimulatedEvent[];
  calibrations(from: Instant, to: Instant): SimulatedCalibration[];
  alerts(from: Instant, to: Instant): SimulatedAlert[];
  /** When a record of this instant reaches Dexcom's cloud: at once for phones, at the next upload for receivers. */
  uploadedAt(systemTime: Instant): Instant;
  /** True offset of the person's wall clock at this instant, in minutes (travel and DST included). */
  displayOffsetMinutes(at: Instant): number;
}

export interface SimulatedDevice {
  readonly displayDevice: "iOS" | "android" | "receiver";
  readonly transmitterGeneration: string;
  readonly transmitterGenerationVariant: string;
  readonly displayApp: string | null;
  /** Receivers send bare times: no offset on any record. */
  readonly sendsOffsets: boolean;
  readonly alertSettings: readonly SimulatedAlertSetting[];
}

export interface SimulatedAlertSetting {
  readonly alertName: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly snooze: number | null;
  readonly enabled: boolean;
}

interface Timed {
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
}

export type SimulatedTrend =
  | "none"
  | "doubleUp"
  | "singleUp"
  | "fortyFiveUp"
  | "flat"
  | "fortyFiveDown"
  | "singleDown"
  | "doubleDown"
  | "notComputable"
  | "rateOutOfRange";

export interface SimulatedEgv extends Timed {
  /** Whole mg/dL: 39 when low, 401 when high. */
  readonly value: number;
  readonly status: "low" | "high" | null;
  readonly trend: SimulatedTrend;
  /** mg/dL per minute, one decimal, null when not computable. */
  readonly trendRate: number | null;
  /** 64 lower-case hex digits; one per sensor or transmitter session. */
  readonly transmitterId: string;
  /** Seconds since the transmitter started. */
  readonly transmitterTicks: number;
}

export interface SimulatedEvent extends Timed {
  /** Stable key from which the server makes the recordId. */
  readonly key: string;
  readonly eventType: "insulin" | "carbs" | "exercise" | "health" | "bloodGlucose" | "notes";
  readonly eventSubType: string | null;
  readonly value: number | string | null;
  readonly unit: string | null;
  readonly eventStatus: "created" | "updated" | "deleted";
  readonly transmitterId: string;
}

export interface SimulatedCalibration extends Timed {
  readonly key: string;
  readonly value: number;
  readonly transmitterId: string;
  readonly transmitterTicks: number;
}

export interface SimulatedAlert extends Timed {
  readonly key: string;
  readonly alertName:
    | "high"
    | "low"
    | "rise"
    | "fall"
    | "outOfRange"
    | "urgentLow"
    | "urgentLowSoon"
    | "noReadings";
  readonly alertState: "inactive" | "activeSnoozed" | "activeAlarming";
  readonly transmitterId: string;
}
