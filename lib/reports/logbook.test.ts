import { describe, expect, it } from "vitest";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, freshAt, stream } from "@/lib/glucose/testing/readings";
import type { Note } from "@/lib/journal/schema";
import { logbookFrom } from "./logbook";

const PERIOD = datesFrom("2026-05-01", 2);
const FRESH = freshAt("2026-05-03T06:00:00Z", { displayOffsetMinutes: 120 });
const series = buildSeries(stream("2026-04-30T00:00:00Z", "2026-05-03T03:00:00Z", 120, { offset: 120 }));
const input = { series, period: PERIOD, freshness: FRESH };

function event(at: string, more: Partial<GlucoseEvent> = {}): GlucoseEvent {
  return {
    recordId: at,
    systemTime: Date.parse(at),
    displayOffsetMinutes: 120,
    type: "carbs",
    subType: null,
    value: 40,
    unit: "grams",
    ...more,
  };
}

function note(more: Partial<Note>): Note {
  return {
    id: "n",
    kind: "note",
    date: "2026-05-01",
    minuteOfDay: 600,
    text: "walk",
    createdAt: 0,
    updatedAt: 0,
    ...more,
  };
}

const ids = (events: readonly GlucoseEvent[], notes: readonly Note[] = []) =>
  logbookFrom(input, { events, notes }).entries.map(({ id }) => id);

describe("the logbook of a period", () => {
  it("holds what the person's own clock dated into it", () => {
    // 22:30 UTC is 00:30 of the next date two hours east.
    expect(
      ids([event("2026-04-30T21:30:00Z"), event("2026-04-30T22:30:00Z"), event("2026-05-02T22:30:00Z")]),
    ).toEqual(["2026-04-30T22:30:00Z"]);
  });

  it("holds nothing that Dexcom should not have shared yet, but a note at once", () => {
    const period = datesFrom("2026-05-01", 3);
    const { entries } = logbookFrom(
      { ...input, period },
      { events: [event("2026-05-03T04:00:00Z")], notes: [note({ date: "2026-05-03", minuteOfDay: 480 })] },
    );
    expect(entries.map(({ kind }) => kind)).toEqual(["ownNote"]);
  });

  it("puts a note where the person's clock showed its time, and shows that time", () => {
    const { entries } = logbookFrom(input, { events: [], notes: [note({})] });
    expect(entries).toMatchObject([
      {
        systemTime: Date.parse("2026-05-01T08:00:00Z"),
        displayOffsetMinutes: 120,
        date: "2026-05-01",
        kind: "ownNote",
      },
    ]);
  });

  it("shows no glucose that was left out by hand", () => {
    const at = Date.parse("2026-05-01T10:00:00Z");
    const exclusions = [
      {
        kind: "by-hand",
        from: at - 3_600_000,
        to: at + 60_000,
        transmitterId: null,
        reason: "loose",
        markedBy: "owner",
      },
    ] as const;
    const { entries } = logbookFrom(
      { ...input, exclusions },
      { events: [event("2026-05-01T10:00:00Z")], notes: [] },
    );
    expect(entries).toMatchObject([{ glucose: { before: null, after: { status: "there" }, change: null } }]);
  });
});
