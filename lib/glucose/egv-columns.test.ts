import { describe, expect, it } from "vitest";
import { allocateColumns, columnsBetween, columnsSince, type EgvColumns, egvsOf } from "./egv-columns";

/** Readings at these instants, each on a wall clock so many minutes from UTC. */
function columnsAt(readings: readonly (readonly [at: string, offset: number])[]): EgvColumns {
  const columns = allocateColumns(readings.length);
  readings.forEach(([at, offset], i) => {
    columns.systemTime[i] = Date.parse(at);
    columns.displayOffsetMinutes[i] = offset;
    columns.value[i] = 100 + i;
  });
  return { ...columns, sources: [] };
}

const since = (columns: EgvColumns) => egvsOf(columnsSince(columns, "2026-11-08")).map(({ value }) => value);

const KATHMANDU = 345;

describe("the readings since a local date", () => {
  it("begin exactly at midnight of their own wall clock, however odd its offset", () => {
    expect(
      since(
        columnsAt([
          ["2026-11-07T18:14:59.999Z", KATHMANDU],
          ["2026-11-07T18:15:00Z", KATHMANDU],
          ["2026-11-08T04:59:59.999Z", -300],
          ["2026-11-08T05:00:00Z", -300],
          ["2026-11-07T10:00:00Z", 14 * 60],
          ["2026-11-08T11:59:59Z", -12 * 60],
        ]),
      ),
    ).toEqual([101, 103, 104]);
  });

  it("go by the clock of each: after a flight west the date before comes once more and stays away", () => {
    // Midnight in Tokyo, then nine in the evening of the day before in Honolulu, and midnight there.
    expect(
      since(
        columnsAt([
          ["2026-11-07T15:00:00Z", 540],
          ["2026-11-08T07:00:00Z", -600],
          ["2026-11-08T10:00:00Z", -600],
        ]),
      ),
    ).toEqual([100, 102]);
  });

  it("are all, on the same memory, where none is earlier, and none where all are", () => {
    const later = columnsAt([
      ["2026-11-08T00:00:00Z", 0],
      ["2026-11-09T00:00:00Z", 0],
    ]);
    expect(columnsSince(later, "2026-11-08").value.buffer).toBe(later.value.buffer);
    expect(columnsSince(later, "2026-11-08")).toEqual(later);
    expect(columnsSince(later, "2026-11-10").length).toBe(0);
  });

  it("can be cut by instants as well, in either order", () => {
    const columns = columnsAt([
      ["2026-11-07T18:00:00Z", KATHMANDU],
      ["2026-11-07T19:00:00Z", KATHMANDU],
      ["2026-11-07T20:00:00Z", KATHMANDU],
    ]);
    const span = { from: Date.parse("2026-11-07T17:00:00Z"), to: Date.parse("2026-11-07T20:00:00Z") };
    expect(columnsSince(columnsBetween(columns, span), "2026-11-08")).toEqual(
      columnsBetween(columnsSince(columns, "2026-11-08"), span),
    );
  });
});
