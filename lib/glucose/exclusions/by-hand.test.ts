import { describe, expect, it } from "vitest";
import { markByHand } from "./by-hand";

const FROM = Date.parse("2026-03-01T02:00:00Z");
const TO = Date.parse("2026-03-01T03:00:00Z");
const mark = (more: Partial<Parameters<typeof markByHand>[0]> = {}) =>
  markByHand({ from: FROM, to: TO, reason: "the sensor was loose", markedBy: "person-1", ...more });
const problemOf = (more: Partial<Parameters<typeof markByHand>[0]>) => {
  const result = mark(more);
  return result.ok ? null : result.error;
};

describe("a span marked by hand", () => {
  it("holds for every sensor and keeps its reason and whoever marked it", () => {
    expect(mark({ reason: "  the sensor was loose \n" })).toEqual({
      ok: true,
      value: {
        kind: "by-hand",
        from: FROM,
        to: TO,
        transmitterId: null,
        reason: "the sensor was loose",
        markedBy: "person-1",
      },
    });
  });

  it("is refused when it ends where it begins or earlier, or has no real ends", () => {
    expect(problemOf({ to: FROM })).toBe("reversed");
    expect(problemOf({ from: TO, to: FROM })).toBe("reversed");
    expect(problemOf({ to: FROM + 1 })).toBeNull();
    expect(problemOf({ from: Number.NaN })).toBe("not-an-instant");
    expect(problemOf({ to: Number.POSITIVE_INFINITY })).toBe("not-an-instant");
  });

  it("needs a reason of 1 to 200 characters, counted as a person counts them", () => {
    expect(problemOf({ reason: "" })).toBe("no-reason");
    expect(problemOf({ reason: " \t\n " })).toBe("no-reason");
    expect(problemOf({ reason: "x" })).toBeNull();
    expect(problemOf({ reason: "x".repeat(200) })).toBeNull();
    expect(problemOf({ reason: ` ${"x".repeat(200)} ` })).toBeNull();
    expect(problemOf({ reason: "x".repeat(201) })).toBe("reason-too-long");
    // Two UTF-16 units each.
    expect(problemOf({ reason: "😴".repeat(200) })).toBeNull();
    expect(problemOf({ reason: "😴".repeat(201) })).toBe("reason-too-long");
  });

  it("has its reason on one line, without characters that are not seen or turn the text around", () => {
    for (const hidden of [
      "\n",
      "\u0000",
      "\u001B",
      "\u007F",
      "\u0085",
      "\u2028",
      "\u202E",
      "\u2067",
      "\uD800",
    ]) {
      expect(problemOf({ reason: `loose${hidden}sensor` })).toBe("control-characters");
    }
    expect(problemOf({ reason: "lag schräg – «links» 👩‍⚕️" })).toBeNull();
  });

  it("says who marked it", () => {
    expect(problemOf({ markedBy: "" })).toBe("no-marker");
    expect(problemOf({ markedBy: "  " })).toBe("no-marker");
  });
});
