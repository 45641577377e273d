import { describe, expect, it } from "vitest";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { mergeNamed } from "./merge";

const at = Date.UTC(2026, 2, 1, 12);
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
const reported = (status: "created" | "updated" | "deleted", change: Partial<GlucoseEvent> = {}) => ({
  record: event(change),
  status,
});

describe("storing named records again", () => {
  it("changes nothing when the answer is the same", () => {
    expect(mergeNamed([event()], [reported("created")])).toEqual({
      records: [event()],
      counts: { added: 0, changed: 0, removed: 0 },
    });
  });

  it("follows an edit", () => {
    const merged = mergeNamed([event()], [reported("updated", { value: 55 })]);
    expect(merged).toEqual({
      records: [event({ value: 55 })],
      counts: { added: 0, changed: 1, removed: 0 },
    });
  });

  it("removes what was deleted, and a deletion of the unknown does nothing", () => {
    const stored = [event(), event({ recordId: "e2" })];
    const merged = mergeNamed(stored, [reported("deleted"), reported("deleted", { recordId: "never seen" })]);
    expect(merged.records.map(({ recordId }) => recordId)).toEqual(["e2"]);
    expect(merged.counts).toEqual({ added: 0, changed: 0, removed: 1 });
  });

  it("keeps what the batch does not mention, in order of time", () => {
    const merged = mergeNamed([event()], [reported("created", { recordId: "e0", systemTime: at - 1 })]);
    expect(merged.records.map(({ recordId }) => recordId)).toEqual(["e0", "e1"]);
  });
});
