import { describe, expect, it } from "vitest";
import type { Egv, GlucoseEvent } from "@/lib/glucose/reading";
import { mergeRecords } from "./merge";

const transmitter = "9c".repeat(32);
const at = Date.UTC(2026, 2, 1, 12);

const egv = (change: Partial<Egv> = {}): Egv => ({
  systemTime: at,
  displayOffsetMinutes: -480,
  value: 120,
  status: null,
  trend: "flat",
  trendRate: 0,
  transmitterId: transmitter,
  transmitterTicks: 5_000,
  displayDevice: "iOS",
  transmitterGeneration: "g7",
  ...change,
});
const event = (change: Partial<GlucoseEvent> = {}): GlucoseEvent => ({
  recordId: "e1",
  systemTime: at,
  displayOffsetMinutes: -480,
  type: "carbs",
  subType: null,
  value: 40,
  unit: "grams",
  ...change,
});

describe("storing EGVs again", () => {
  it("changes nothing when the answer is the same", () => {
    const stored = [egv(), egv({ systemTime: at + 300_000, transmitterTicks: 5_300 })];
    expect(mergeRecords(stored, { kind: "egv", records: [...stored].reverse() })).toEqual({
      records: stored,
      counts: { added: 0, changed: 0, removed: 0 },
    });
  });

  it("replaces a reading whose value changed upstream", () => {
    const merged = mergeRecords([egv()], { kind: "egv", records: [egv({ value: 133 })] });
    expect(merged.records.map(({ value }) => value)).toEqual([133]);
    expect(merged.counts).toEqual({ added: 0, changed: 1, removed: 0 });
  });

  it("keeps a reading that a later answer does not mention", () => {
    const merged = mergeRecords([egv()], { kind: "egv", records: [] });
    expect(merged.records).toHaveLength(1);
  });

  it("stores a late reading in its place", () => {
    const stored = [egv(), egv({ systemTime: at + 600_000, transmitterTicks: 5_600 })];
    const late = egv({ systemTime: at + 300_000, transmitterTicks: 5_300 });
    const merged = mergeRecords(stored, { kind: "egv", records: [late] });
    expect(merged.records.map(({ transmitterTicks }) => transmitterTicks)).toEqual([5_000, 5_300, 5_600]);
  });

  it("counts a phone's and a receiver's copy of one reading once and keeps the phone's, in either order", () => {
    const phone = egv();
    const receiver = egv({ systemTime: at + 4_000, displayOffsetMinutes: -465, displayDevice: "receiver" });
    expect(mergeRecords([phone], { kind: "egv", records: [receiver] }).records).toEqual([phone]);
    expect(mergeRecords([receiver], { kind: "egv", records: [phone] }).records).toEqual([phone]);
  });

  it("knows a reading without ticks by its time", () => {
    const bare = egv({ transmitterId: null, transmitterTicks: null });
    const merged = mergeRecords([bare], { kind: "egv", records: [{ ...bare, value: 99 }] });
    expect(merged.records.map(({ value }) => value)).toEqual([99]);
  });
});

describe("storing events again", () => {
  it("follows an edit", () => {
    const merged = mergeRecords([event()], {
      kind: "event",
      records: [{ ...event({ value: 55 }), status: "updated" }],
    });
    expect(merged.records).toEqual([event({ value: 55 })]);
    expect(merged.counts.changed).toBe(1);
  });

  it("removes what was deleted, and a deletion of the unknown does nothing", () => {
    const records = [
      { ...event(), status: "deleted" as const },
      { ...event({ recordId: "never seen" }), status: "deleted" as const },
    ];
    const merged = mergeRecords([event(), event({ recordId: "e2" })], { kind: "event", records });
    expect(merged.records.map(({ recordId }) => recordId)).toEqual(["e2"]);
    expect(merged.counts).toEqual({ added: 0, changed: 0, removed: 1 });
  });
});
