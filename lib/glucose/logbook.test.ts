import { describe, expect, it } from "vitest";
import { dayTotals, logbookEntries, type OwnEntry } from "./logbook";
import type { GlucoseEvent } from "./reading";
import { buildSeries } from "./series";
import { longAfter, stream } from "./testing/readings";
import { timelineOf } from "./timeline";

const timeline = timelineOf(
  buildSeries(stream("2026-05-01T00:00:00Z", "2026-05-03T00:00:00Z", 120)),
  longAfter,
);

function event(time: string, more: Partial<GlucoseEvent> = {}): GlucoseEvent {
  return {
    recordId: `${time} ${more.type ?? "carbs"}`,
    systemTime: Date.parse(`2026-05-01T${time}:00Z`),
    displayOffsetMinutes: 0,
    type: "carbs",
    subType: null,
    value: 40,
    unit: "grams",
    ...more,
  };
}

function own(time: string, kind: OwnEntry["kind"], text: string): OwnEntry {
  return {
    recordId: time,
    systemTime: Date.parse(`2026-05-01T${time}:00Z`),
    displayOffsetMinutes: 0,
    kind,
    text,
  };
}

describe("the entries of a logbook", () => {
  it("come newest first, the person's own among those of Dexcom", () => {
    const entries = logbookEntries(
      [event("08:00"), event("12:00", { type: "notes", value: "walk", unit: null })],
      [own("10:00", "ownNote", "felt fine"), own("15:00", "visit", "")],
      timeline,
    );
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([
      ["visit", ""],
      ["notes", "walk"],
      ["ownNote", "felt fine"],
      ["carbs", null],
    ]);
  });

  it("belong to the date that their own clock showed", () => {
    const [entry] = logbookEntries([event("23:30", { displayOffsetMinutes: 60 })], [], timeline);
    expect(entry?.date).toBe("2026-05-02");
  });

  it("have glucose around them, except for visits", () => {
    const entries = logbookEntries([event("08:00")], [own("09:00", "visit", "")], timeline);
    expect(entries.map(({ glucose }) => glucose?.change ?? null)).toEqual([null, 0]);
  });

  it("count carbs, insulin and exercise of the two hours after them, not themselves, notes or later ones", () => {
    const entries = logbookEntries(
      [
        event("08:00"),
        event("08:00", { type: "insulin", value: 4 }),
        event("09:00", { type: "notes", value: "walk" }),
        event("09:30", { type: "exercise", value: 20 }),
        event("10:00"),
        event("10:01"),
      ],
      [],
      timeline,
    );
    expect(entries.findLast(({ kind }) => kind === "carbs")?.othersBetween).toBe(2);
    // The one of 10:00 sees 10:01; the last one sees nothing.
    expect(entries[0]?.othersBetween).toBe(0);
    expect(entries[1]?.othersBetween).toBe(1);
  });
});

describe("the sums of a day", () => {
  it("add up what was entered, fast-acting and long-acting insulin also by themselves", () => {
    const entries = logbookEntries(
      [
        event("08:00"),
        event("12:00", { value: 62.5 }),
        event("08:00", { type: "insulin", subType: "fastActing", value: 4.5 }),
        event("22:00", { type: "insulin", subType: "longActing", value: 14 }),
        event("23:00", { type: "insulin", subType: null, value: 1 }),
        event("09:00", { type: "exercise", value: 30 }),
      ],
      [],
      timeline,
    );
    expect(dayTotals(entries)).toEqual({
      carbsGrams: 102.5,
      insulinUnits: 19.5,
      fastActingUnits: 4.5,
      longActingUnits: 14,
    });
  });

  it("are absent where neither was entered", () => {
    expect(dayTotals(logbookEntries([event("09:00", { type: "exercise" })], [], timeline))).toBeNull();
  });
});
