import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AlertRecord, type Egv, type GlucoseEvent, TRENDS } from "@/lib/glucose/reading";
import { decodeBlock, encodeBlock } from "./codec";

const transmitter = "9c".repeat(32);
const dayStart = Date.UTC(2026, 2, 1);

const egvs = fc.array(
  fc.record<Egv>({
    systemTime: fc.integer({ min: dayStart, max: dayStart + 86_399_999 }),
    displayOffsetMinutes: fc.integer({ min: -720, max: 840 }),
    value: fc.oneof(fc.integer({ min: 0, max: 32_767 }), fc.double({ min: 1, max: 600, noNaN: true })),
    status: fc.constantFrom("low", "high", null),
    trend: fc.option(fc.constantFrom(...TRENDS), { nil: null }),
    trendRate: fc.option(
      fc.oneof(
        fc.integer({ min: -80, max: 80 }).map((n) => n / 10),
        fc.double({ noNaN: true }),
      ),
      {
        nil: null,
      },
    ),
    transmitterId: fc.constantFrom(transmitter, "ab".repeat(32), null),
    transmitterTicks: fc.option(fc.integer({ min: 1, max: 2 ** 40 }), { nil: null }),
    displayDevice: fc.constantFrom("iOS", "receiver", null),
    transmitterGeneration: fc.constantFrom("g7", "g6 pro", null),
  }),
  { maxLength: 300 },
);

function fullDay(): Egv[] {
  return Array.from({ length: 288 }, (_, i) => ({
    systemTime: dayStart + i * 300_000 + ((i * 7) % 3) * 1000,
    displayOffsetMinutes: -480,
    value: 140 + Math.round(60 * Math.sin(i / 17) + ((i * 31) % 7)),
    status: null,
    trend: "flat",
    trendRate: ((i * 13) % 21) / 10 - 1,
    transmitterId: transmitter,
    transmitterTicks: 412_380 + i * 300,
    displayDevice: "iOS",
    transmitterGeneration: "g7",
  }));
}

describe("a day block", () => {
  it("gives back every field of every EGV exactly as it went in", () => {
    fc.assert(
      fc.property(egvs, (records) => {
        expect(decodeBlock("egv", 1, encodeBlock("egv", records))).toEqual(records);
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it("keeps a full day of EGVs, trends and ticks included, under 1.3 kB", () => {
    expect(encodeBlock("egv", fullDay()).length).toBeLessThan(1300);
  });

  it("gives back events and alerts exactly", () => {
    const event: GlucoseEvent = {
      recordId: "6f1d2c3b-4a59-5e87-9c10-2b3a4d5e6f70",
      systemTime: dayStart,
      displayOffsetMinutes: 345,
      type: "notes",
      subType: null,
      value: "Zwölf Äpfel 🍎",
      unit: null,
    };
    const alert: AlertRecord = {
      recordId: "7",
      systemTime: dayStart,
      displayOffsetMinutes: 0,
      name: "fixedLow",
      state: "activeSnoozed",
      transmitterId: null,
      displayDevice: "android",
      displayApp: null,
      transmitterGeneration: "g7",
    };
    expect(decodeBlock("event", 1, encodeBlock("event", [event]))).toEqual([event]);
    expect(decodeBlock("alert", 1, encodeBlock("alert", [alert]))).toEqual([alert]);
  });

  it("refuses a format that this version does not know", () => {
    expect(() => decodeBlock("egv", 2, encodeBlock("egv", []))).toThrow("format 2");
  });

  it("refuses bytes that end too early or go on too long", async () => {
    const { deflateRawSync, inflateRawSync } = await import("node:zlib");
    const plain = inflateRawSync(encodeBlock("egv", fullDay()));
    expect(() => decodeBlock("egv", 1, deflateRawSync(plain.subarray(0, -1)))).toThrow("too early");
    expect(() => decodeBlock("egv", 1, deflateRawSync(Buffer.concat([plain, Buffer.from([0])])))).toThrow(
      "longer",
    );
  });
});
