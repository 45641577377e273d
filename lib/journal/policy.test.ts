import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { a1cPercentOf, handExclusionProblem, labResultProblem, noteProblem } from "./policy";
import type { LabResultBody, NoteBody } from "./schema";

// 09:00 UTC: Kiribati (+14) has 23:00 of the same day. From 10:00 on it is the 16th there.
const NOW = Date.parse("2026-06-15T09:00:00Z");
const HOUR_LATER = NOW + 61 * MINUTE_MS;
const DAY = 24 * 60 * MINUTE_MS;

describe("a note or a visit", () => {
  const note = (more: Partial<NoteBody>): NoteBody => ({
    kind: "note",
    date: "2026-06-15",
    minuteOfDay: 540,
    text: "Pump site changed",
    ...more,
  });
  const problem = (more: Partial<NoteBody>, now = NOW) => noteProblem(note(more), now);

  it("needs words when it is a note; a visit may go without", () => {
    expect(problem({ text: "" })).toBe("empty-note");
    expect(problem({ kind: "visit", text: "" })).toBeNull();
    expect(problem({ text: "x" })).toBeNull();
  });

  it("may have line breaks, any script and emoji, and nothing that hides or turns text around", () => {
    expect(problem({ text: "Línea uno\n\tdos 🍎\r\nعربي" })).toBeNull();
    for (const odd of ["\u0000", "\u0007", "\u009F", "\u202E", "\uD800"])
      expect(problem({ text: `a${odd}b` })).toBe("unprintable-text");
  });

  it("is about a day up to tomorrow, wherever on Earth that is", () => {
    expect(problem({ date: "1900-01-01" })).toBeNull();
    expect(problem({ date: "2026-06-16" })).toBeNull();
    expect(problem({ date: "2026-06-17" })).toBe("note-in-future");
    expect(problem({ date: "2026-06-17" }, HOUR_LATER)).toBeNull();
    expect(problem({ date: "2026-06-18" }, HOUR_LATER)).toBe("note-in-future");
  });

  it("may be an appointment up to a year ahead", () => {
    expect(problem({ kind: "visit", date: "2027-06-15" })).toBeNull();
    expect(problem({ kind: "visit", date: "2027-06-16" })).toBeNull();
    expect(problem({ kind: "visit", date: "2027-06-17" })).toBe("visit-too-far");
  });
});

describe("a laboratory A1c", () => {
  const result = (more: Partial<LabResultBody>): LabResultBody => ({
    date: "2026-06-15",
    unit: "%",
    value: 7,
    remark: "",
    ...more,
  });
  const problem = (more: Partial<LabResultBody>) => labResultProblem(result(more), NOW);

  it.each([
    ["%", 3, null],
    ["%", 20, null],
    ["%", 2.9, "a1c-out-of-range"],
    ["%", 0, "a1c-out-of-range"],
    ["%", -7, "a1c-out-of-range"],
    ["%", 20.1, "looks-like-mmol-mol"],
    ["%", 53, "looks-like-mmol-mol"],
    ["%", 195, "looks-like-mmol-mol"],
    ["%", 196, "a1c-out-of-range"],
    ["mmol/mol", 53, null],
    ["mmol/mol", 21, null],
    ["mmol/mol", 195, null],
    ["mmol/mol", 196, "a1c-out-of-range"],
    ["mmol/mol", 20, "looks-like-percent"],
    ["mmol/mol", 7, "looks-like-percent"],
    ["mmol/mol", 2, "a1c-out-of-range"],
  ] as const)("given as %s %d: %s", (unit, value, expected) => {
    expect(problem({ unit, value })).toBe(expected);
  });

  it("is not from after tomorrow, and its remark can be shown", () => {
    expect(problem({ date: "2026-06-16" })).toBeNull();
    expect(problem({ date: "2026-06-17" })).toBe("lab-result-in-future");
    expect(problem({ remark: "a\u202Eb" })).toBe("unprintable-remark");
  });

  it("is one number in percent: 53 mmol/mol are 7.00044 %", () => {
    expect(a1cPercentOf("%", 7.1)).toBe(7.1);
    expect(a1cPercentOf("mmol/mol", 53)).toBeCloseTo(7.00044, 10);
  });
});

describe("readings to leave out", () => {
  const problem = (from: number, to: number, reason = "Lay on it") =>
    handExclusionProblem({ from, to, reason }, NOW);

  it("are a span that has begun, of at most 15 days", () => {
    expect(problem(NOW - DAY, NOW)).toBeNull();
    expect(problem(NOW - 1, NOW + DAY)).toBeNull();
    expect(problem(NOW, NOW + DAY)).toBe("not-yet");
    expect(problem(NOW - 15 * DAY, NOW)).toBeNull();
    expect(problem(NOW - 15 * DAY - 1, NOW)).toBe("too-long");
    expect(problem(NOW, NOW - DAY)).toBe("reversed");
  });

  it("have a reason on one line", () => {
    expect(problem(NOW - DAY, NOW, " ")).toBe("no-reason");
    expect(problem(NOW - DAY, NOW, "x".repeat(201))).toBe("reason-too-long");
    expect(problem(NOW - DAY, NOW, "one\ntwo")).toBe("control-characters");
  });
});
