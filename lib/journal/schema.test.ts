import { describe, expect, it } from "vitest";
import { exclusionBody, labResultBody, NOTE_CHARACTERS_MAX, noteBody } from "./schema";

const note = { kind: "note", date: "2026-03-01", minuteOfDay: 480, text: "Ran 5 km" };
const takes = (body: unknown) => noteBody.safeParse(body).success;

describe("the body of a note", () => {
  it("is taken as written, without the white space around it", () => {
    expect(noteBody.parse({ ...note, text: "  Ran\n5 km \n" })).toEqual({ ...note, text: "Ran\n5 km" });
  });

  it("names a day of the calendar and a minute of the day", () => {
    for (const date of ["2026-02-29", "2026-3-1", "1899-12-31", "2026-03-01T00:00:00Z", "", 20_260_301])
      expect(takes({ ...note, date })).toBe(false);
    expect(takes({ ...note, date: "2028-02-29" })).toBe(true);
    for (const minuteOfDay of [-1, 1_440, 0.5, "480"]) expect(takes({ ...note, minuteOfDay })).toBe(false);
    for (const minuteOfDay of [0, 1_439]) expect(takes({ ...note, minuteOfDay })).toBe(true);
  });

  it("is at most 2,000 characters long and holds nothing else", () => {
    expect(takes({ ...note, text: "x".repeat(NOTE_CHARACTERS_MAX) })).toBe(true);
    expect(takes({ ...note, text: "x".repeat(NOTE_CHARACTERS_MAX + 1) })).toBe(false);
    expect(takes({ ...note, id: "mine" })).toBe(false);
    expect(takes({ ...note, kind: "exclusion" })).toBe(false);
  });
});

describe("the other bodies", () => {
  it("take a laboratory result without a remark, and no value that is not a number", () => {
    const result = { date: "2026-03-01", unit: "%", value: 6.9 };
    expect(labResultBody.parse(result)).toEqual({ ...result, remark: "" });
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "6.9", null])
      expect(labResultBody.safeParse({ ...result, value }).success).toBe(false);
    expect(labResultBody.safeParse({ ...result, unit: "mg/dL" }).success).toBe(false);
  });

  it("take instants with a zone and a reason that says something", () => {
    const span = { from: "2026-03-01T08:00:00Z", to: "2026-03-01T10:00:00+01:00", reason: " Loose " };
    expect(exclusionBody.parse(span)).toEqual({ ...span, reason: "Loose" });
    for (const more of [{ from: "2026-03-01T08:00:00" }, { to: "2026-03-01" }, { reason: " " }])
      expect(exclusionBody.safeParse({ ...span, ...more }).success).toBe(false);
  });
});
