import { describe, expect, it } from "vitest";
import { addDays } from "./local-time";
import type { LogbookEntry, LogbookKind } from "./logbook";
import { LOGBOOK_ROWS_MAX, logbookPage } from "./logbook-page";

function entry(kind: LogbookKind, day: number, text: string | null = null, value = 10): LogbookEntry {
  const event =
    kind === "carbs" || kind === "insulin"
      ? {
          recordId: "",
          systemTime: 0,
          displayOffsetMinutes: 0,
          type: kind,
          subType: null,
          value,
          unit: null,
        }
      : null;
  return {
    id: `${kind} ${day} ${value}`,
    kind,
    systemTime: 0,
    displayOffsetMinutes: 0,
    date: addDays("2026-05-01", day - 1),
    event,
    text,
    glucose: null,
    othersBetween: 0,
  };
}

const ALL = { kinds: [], find: "", page: 1 };
const entries = [
  entry("ownNote", 3, "Café with Ana"),
  entry("carbs", 3),
  entry("insulin", 2, null, 4),
  entry("notes", 2, "Pizza"),
  entry("carbs", 2, null, 55),
];

describe("a page of a logbook", () => {
  it("groups the entries by date and sums each date whole, whatever is chosen", () => {
    const { days, found } = logbookPage(entries, { ...ALL, kinds: ["notes"] });
    expect(found).toBe(1);
    expect(days).toMatchObject([
      { date: "2026-05-02", entries: [{ kind: "notes" }], totals: { carbsGrams: 55, insulinUnits: 4 } },
    ]);
  });

  it("shows several kinds at once and counts all of them", () => {
    const { days, counts } = logbookPage(entries, { ...ALL, kinds: ["carbs", "insulin"] });
    expect(days.map(({ date, entries: some }) => [date, some.length])).toEqual([
      ["2026-05-03", 1],
      ["2026-05-02", 2],
    ]);
    expect([...counts]).toEqual([
      ["ownNote", 1],
      ["carbs", 2],
      ["insulin", 1],
      ["notes", 1],
    ]);
  });

  it("finds text in notes, without regard to capitals and accents", () => {
    expect(logbookPage(entries, { ...ALL, find: "cafe" }).days).toMatchObject([{ date: "2026-05-03" }]);
    expect(logbookPage(entries, { ...ALL, find: "PIZZA" }).found).toBe(1);
    expect(logbookPage(entries, { ...ALL, find: "sushi" })).toMatchObject({ days: [], found: 0, pages: 1 });
  });

  it("holds a hundred rows; the pages together hold every entry once", () => {
    const many = Array.from({ length: 250 }, (_, i) => entry("carbs", 1 + Math.floor(i / 20), null, i));
    const pages = [1, 2, 3].map((page) => logbookPage(many, { ...ALL, page }));
    const ids = pages.flatMap(({ days }) => days.flatMap((day) => day.entries.map(({ id }) => id)));
    expect(pages[0]?.pages).toBe(3);
    expect(pages[0]?.days.reduce((sum, day) => sum + day.entries.length, 0)).toBe(LOGBOOK_ROWS_MAX);
    expect(ids).toEqual(many.map(({ id }) => id));
  });
});
