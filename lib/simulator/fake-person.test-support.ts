import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import type { SimulatedEgv, SimulatedPerson } from "@/lib/simulator/person";

const CADENCE_MS = 5 * MINUTE_MS;

interface FakeOptions {
  readonly name?: string;
  readonly historyStart?: Instant;
  readonly historyEnd?: Instant;
  readonly displayOffsetMinutes?: number;
  readonly device?: Partial<SimulatedPerson["device"]>;
  readonly uploadedAt?: (systemTime: Instant) => Instant;
  /** mg/dL by the number of the five minutes since 1970. */
  readonly value?: (slot: number) => number;
  readonly hasEvents?: boolean;
}

export const FAKE_START = Date.UTC(2029, 0, 1);

/**
 * A person so regular that a test can say every record by heart: a reading 12 seconds after each five minutes, carbs
 * at noon and insulin a minute later, a note at 18:00, a calibration and a high alert every day at 08:00.
 */
export function fakePerson(options: FakeOptions = {}): SimulatedPerson {
  const offset = options.displayOffsetMinutes ?? -480;
  const start = options.historyStart ?? FAKE_START;
  const end = options.historyEnd ?? Number.POSITIVE_INFINITY;
  const transmitterId = "9c".repeat(32);
  const value = options.value ?? ((slot) => 60 + (slot % 200));
  const ticksAt = (at: Instant) => Math.floor((at - start) / 1000);
  const common = { displayOffsetMinutes: offset, transmitterId };
  const every = (stepMs: number, phaseMs: number, from: Instant, to: Instant) => {
    const times: Instant[] = [];
    const first = Math.ceil((Math.max(from, start) - phaseMs) / stepMs) * stepMs + phaseMs;
    for (let at = first; at < to && at <= end; at += stepMs) times.push(at);
    return times;
  };
  const egv = (at: Instant): SimulatedEgv => {
    const mgdl = value(Math.floor(at / CADENCE_MS));
    const status = mgdl < 40 ? "low" : mgdl > 400 ? "high" : null;
    return {
      ...common,
      systemTime: at,
      value: mgdl,
      status,
      trend: "flat",
      trendRate: 0.2,
      transmitterTicks: ticksAt(at),
    };
  };
  const event = { ...common, eventSubType: null, eventStatus: "created" } as const;
  const daily = (hour: number, from: Instant, to: Instant) => every(DAY_MS, hour * HOUR_MS, from, to);
  return {
    name: options.name ?? "User7",
    story: "A person for tests.",
    device: {
      displayDevice: "iOS",
      transmitterGeneration: "g7",
      transmitterGenerationVariant: "g7",
      displayApp: "G7",
      sendsOffsets: true,
      alertSettings: [
        { alertName: "low", value: 70, unit: "mg/dL", snooze: 15, enabled: true },
        { alertName: "urgentLow", value: 55, unit: "mg/dL", snooze: 30, enabled: true },
        { alertName: "fall", value: 2, unit: "mg/dL/min", snooze: null, enabled: true },
      ],
      ...options.device,
    },
    historyStart: start,
    historyEnd: end,
    egvs: (from, to) => every(CADENCE_MS, 12_000, from, to).map(egv),
    events: (from, to) =>
      options.hasEvents === false
        ? []
        : [
            ...daily(12, from, to).map((at) => ({
              ...event,
              systemTime: at,
              key: `carbs ${at}`,
              eventType: "carbs" as const,
              value: 45,
              unit: "grams",
            })),
            ...every(DAY_MS, 12 * HOUR_MS + MINUTE_MS, from, to).map((at) => ({
              ...event,
              systemTime: at,
              key: `insulin ${at}`,
              eventType: "insulin" as const,
              eventSubType: "fastActing",
              value: 4.5,
              unit: "units",
            })),
            ...daily(18, from, to).map((at) => ({
              ...event,
              systemTime: at,
              key: `note ${at}`,
              eventType: "notes" as const,
              value: "Long walk",
              unit: null,
            })),
          ].sort((a, b) => a.systemTime - b.systemTime),
    calibrations: (from, to) =>
      options.hasEvents === false
        ? []
        : daily(8, from, to).map((at) => ({
            ...common,
            systemTime: at,
            key: `calibration ${at}`,
            value: 110,
            transmitterTicks: ticksAt(at),
          })),
    alerts: (from, to) =>
      daily(8, from, to).map((at) => ({
        ...common,
        systemTime: at,
        key: `alert ${at}`,
        alertName: "urgentLow" as const,
        alertState: "activeAlarming" as const,
      })),
    uploadedAt: options.uploadedAt ?? ((at) => at),
    displayOffsetMinutes: () => offset,
  };
}
