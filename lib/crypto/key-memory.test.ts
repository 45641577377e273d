import { describe, expect, it } from "vitest";
import { fixedClock, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { KeyMemory } from "./key-memory";

const START = Date.parse("2026-03-01T00:00:00Z");

function memory() {
  const clock = fixedClock(START);
  return { clock, keys: new KeyMemory<string>(clock) };
}

describe("keys in memory", () => {
  it("are found under what they were unwrapped from and nothing else", () => {
    const { keys } = memory();
    keys.keep("patient-key/anna/eyJ1", "anna", "key of anna");
    expect(keys.find("patient-key/anna/eyJ1")?.key).toBe("key of anna");
    for (const other of ["patient-key/anna/eyJ2", "patient-key/ben/eyJ1", "anna"])
      expect(keys.find(other)).toBeUndefined();
  });

  it("say until when they are kept", () => {
    const { clock, keys } = memory();
    keys.keep("a", "anna", "1");
    clock.set(START + MINUTE_MS);
    expect(keys.find("a")).toMatchObject({ key: "1", until: START + 10 * MINUTE_MS });
  });

  it("are gone ten minutes after they were unwrapped, however often they were asked for", () => {
    const { clock, keys } = memory();
    keys.keep("a", "anna", "1");
    clock.set(START + 5 * MINUTE_MS);
    keys.keep("b", "ben", "2");
    for (let at = 5 * MINUTE_MS; at < 10 * MINUTE_MS; at += 30 * SECOND_MS) {
      clock.set(START + at);
      expect(keys.find("a")?.key).toBe("1");
    }
    clock.set(START + 10 * MINUTE_MS);
    // Not only out of reach: gone, also when somebody else's is asked for.
    expect(keys.find("b")?.key).toBe("2");
    expect(keys.size).toBe(1);
    expect(keys.find("a")).toBeUndefined();
  });

  it("are ten thousand at most; the oldest go", () => {
    const { clock, keys } = memory();
    for (let i = 0; i < 10_050; i += 1) {
      clock.set(START + i);
      keys.keep(`slot-${i}`, `owner-${i}`, `${i}`);
    }
    expect(keys.size).toBe(10_000);
    expect(keys.find("slot-49")).toBeUndefined();
    expect(keys.find("slot-50")?.key).toBe("50");
  });

  it("begin their time anew when they are unwrapped anew, and are there once", () => {
    const { clock, keys } = memory();
    keys.keep("a", "anna", "1");
    keys.keep("b", "ben", "2");
    clock.set(START + 6 * MINUTE_MS);
    keys.keep("a", "anna", "1 again");
    expect(keys.size).toBe(2);
    clock.set(START + 12 * MINUTE_MS);
    expect(keys.find("a")?.key).toBe("1 again");
    expect(keys.find("b")).toBeUndefined();
  });

  it("of somebody who is erased go at once, all of them, and nobody else's", () => {
    const { keys } = memory();
    keys.keep("patient-key/anna/eyJ1", "anna", "1");
    keys.keep("patient-key/anna/eyJ2", "anna", "2");
    keys.keep("patient-key/ben/eyJ3", "ben", "3");
    keys.forget("anna");
    expect(keys.size).toBe(1);
    expect(keys.find("patient-key/anna/eyJ1")).toBeUndefined();
    expect(keys.find("patient-key/ben/eyJ3")?.key).toBe("3");
    keys.forget("nobody");
    keys.forget("ben");
    expect(keys.size).toBe(0);
  });

  it("are let go of without looking through all of them: ten thousand owners in far less than a second", () => {
    const { keys } = memory();
    for (let i = 0; i < 10_000; i += 1) keys.keep(`slot-${i}`, `owner-${i}`, `${i}`);
    const began = performance.now();
    for (let i = 0; i < 10_000; i += 1) keys.forget(`owner-${i}`);
    expect(performance.now() - began).toBeLessThan(500);
    expect(keys.size).toBe(0);
  });
});
