import { fixedClock, HOUR_MS } from "@/lib/clock";
import { type RetrospectiveWindow, retrospectiveWindow } from "@/lib/glucose/delay";
import type { Transport, TransportRequest, TransportResponse } from "./transport";

/** Records and answers in the shapes that dexcom-api.md documents, for tests. */

export const USER_ID = "0f".repeat(32);
export const TRANSMITTER_ID = "9c".repeat(31) + "1f";
export const DELAY_MINUTES = 180;

/** 2030-03-01, 18:00 UTC; what is available ends at 15:00. */
export const clock = () => fixedClock("2030-03-01T18:00:00Z");

export function windowBetween(from: string, to: string): RetrospectiveWindow {
  const window = retrospectiveWindow({
    from: Date.parse(from),
    to: Date.parse(to),
    clock: clock(),
    delayMinutes: DELAY_MINUTES,
  });
  if (!window) throw new Error("the test asked for a window without a past");
  return window;
}

export const MARCH_FIRST = () => windowBetween("2030-03-01T00:00:00Z", "2030-03-02T00:00:00Z");

type Wire = Record<string, unknown>;

/** A G7 reading as section 5.3 shows it, in range. */
export const wireEgv = (overrides: Wire = {}): Wire => ({
  recordId: "6f1d2c3b-4a59-5e87-9c10-2b3a4d5e6f70",
  systemTime: "2030-03-01T14:05:12Z",
  displayTime: "2030-03-01T06:05:12-08:00",
  transmitterId: TRANSMITTER_ID,
  transmitterTicks: 412_380,
  value: 112,
  status: null,
  trend: "flat",
  trendRate: 0.3,
  unit: "mg/dL",
  rateUnit: "mg/dL/min",
  displayDevice: "iOS",
  transmitterGeneration: "g7",
  transmitterGenerationVariant: "g7",
  displayApp: "G7",
  ...overrides,
});

/** Readings every five minutes from 2030-03-01, 00:00 UTC. */
export const wireEgvs = (count: number): Wire[] =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2030, 2, 1) + (index * HOUR_MS) / 12).toISOString();
    return wireEgv({
      systemTime: at,
      displayTime: at,
      value: 100 + (index % 80),
      transmitterTicks: 300 * (index + 1),
    });
  });

export const wireEvent = (overrides: Wire = {}): Wire => ({
  recordId: "1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed",
  systemTime: "2030-03-01T12:00:00Z",
  displayTime: "2030-03-01T04:00:00-08:00",
  recordedSystemTime: "2030-03-01T12:01:10Z",
  recordedDisplayTime: "2030-03-01T04:01:10-08:00",
  eventStatus: "created",
  eventType: "carbs",
  eventSubType: null,
  value: "45",
  unit: "grams",
  transmitterId: TRANSMITTER_ID,
  transmitterGeneration: "g7",
  displayDevice: "iOS",
  ...overrides,
});

export const wireCalibration = (overrides: Wire = {}): Wire => ({
  recordId: "2c5ea4c0-4067-51e9-8bad-9b1deb4d3b7d",
  systemTime: "2030-03-01T10:00:00Z",
  displayTime: "2030-03-01T02:00:00-08:00",
  unit: "mg/dL",
  value: 118,
  displayDevice: "android",
  transmitterId: TRANSMITTER_ID,
  transmitterTicks: 86_400,
  transmitterGeneration: "g6",
  ...overrides,
});

export const wireAlert = (overrides: Wire = {}): Wire => ({
  recordId: "3d6f0a1e-5178-52fa-8cbe-ac2efc5e4c8e",
  systemTime: "2030-03-01T11:00:00Z",
  displayTime: "2030-03-01T03:00:00-08:00",
  alertName: "low",
  alertState: "activeAlarming",
  displayDevice: "iOS",
  transmitterGeneration: "g7",
  transmitterId: TRANSMITTER_ID,
  displayApp: "G7",
  ...overrides,
});

export const envelopeOf = (recordType: string, records: readonly unknown[], overrides: Wire = {}): Wire => ({
  recordType,
  recordVersion: "3.0",
  userId: USER_ID,
  records,
  ...overrides,
});

export const jsonAnswer = (body: unknown, overrides: Partial<TransportResponse> = {}): TransportResponse => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: typeof body === "string" ? body : JSON.stringify(body),
  ...overrides,
});

type Answer = TransportResponse | Error;

/** A transport that gives these answers one after the other, the last one for ever, and remembers what was asked. */
export function scripted(...answers: readonly Answer[]): {
  transport: Transport;
  requests: TransportRequest[];
} {
  const requests: TransportRequest[] = [];
  const transport: Transport = (request) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    if (!answer) return Promise.reject(new Error("the test scripted no answer"));
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { transport, requests };
}
