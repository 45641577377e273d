import { describe, expect, it } from "vitest";
import { fixedClock, MINUTE_MS } from "@/lib/clock";
import { SealedMemory } from "./sealed-memory";

const START = Date.parse("2026-11-27T00:00:00Z");
const bytes = Uint8Array.of(1, 2, 3);
const version = { patientId: "a", revision: 4, format: 1 };

describe("sealed summaries in memory", () => {
  it("are found by their very revision and format", () => {
    const memory = new SealedMemory(fixedClock(START));
    memory.keep(version, bytes);
    expect(memory.find(version)).toBe(bytes);
    for (const other of [{ patientId: "b" }, { revision: 5 }, { format: 2 }])
      expect(memory.find({ ...version, ...other })).toBeNull();
  });

  it("are one for each patient: the newest", () => {
    const memory = new SealedMemory(fixedClock(START));
    memory.keep(version, bytes);
    memory.keep({ ...version, revision: 5 }, Uint8Array.of(9));
    expect(memory.find(version)).toBeNull();
    expect(memory.size).toBe(1);
  });

  it("stay for ten minutes, however often they are asked for", () => {
    const clock = fixedClock(START);
    const memory = new SealedMemory(clock);
    memory.keep(version, bytes);
    clock.set(START + 10 * MINUTE_MS - 1);
    expect(memory.find(version)).toBe(bytes);
    clock.set(START + 10 * MINUTE_MS);
    expect(memory.find(version)).toBeNull();
    memory.keep({ ...version, patientId: "b" }, bytes);
    expect(memory.size).toBe(1);
  });

  it("are ten thousand at most, the oldest going first", () => {
    const memory = new SealedMemory(fixedClock(START));
    for (let i = 0; i <= 10_000; i += 1) memory.keep({ ...version, patientId: String(i) }, bytes);
    expect(memory.size).toBe(10_000);
    expect(memory.find({ ...version, patientId: "0" })).toBeNull();
    expect(memory.find({ ...version, patientId: "10000" })).toBe(bytes);
  });
});
