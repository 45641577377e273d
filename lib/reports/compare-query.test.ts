import { describe, expect, it } from "vitest";
import { datesFrom, freshAt } from "@/lib/glucose/testing/readings";
import { otherPeriodFromQuery } from "./compare-query";

const freshness = freshAt("2026-11-22T00:00:00Z");
const period = datesFrom("2026-11-08", 14);
const chosen = (query: Record<string, string | string[]>) => otherPeriodFromQuery(query, period, freshness);

describe("the period to compare with", () => {
  it.each([{}, { with: "before" }])("is the equally long one before for %o", (query) => {
    expect(chosen(query)).toEqual({
      ok: true,
      value: {
        other: { from: "2026-10-25", to: "2026-11-07", days: 14 },
        comparedWith: "before",
        options: {},
      },
    });
  });

  it("can be the same weekdays a year before", () => {
    // 2026-11-08 and 2025-11-09 are Sundays.
    expect(chosen({ with: "year" })).toMatchObject({
      value: { other: { from: "2025-11-09", to: "2025-11-22", days: 14 }, options: { with: "year" } },
    });
  });

  it("can be any dates, of another length and also later ones", () => {
    expect(chosen({ bfrom: "2026-11-20", bto: "2026-11-21" })).toMatchObject({
      value: {
        other: { from: "2026-11-20", to: "2026-11-21", days: 2 },
        comparedWith: "own",
        options: { bfrom: "2026-11-20", bto: "2026-11-21" },
      },
    });
  });

  it.each([
    { with: "after" },
    { with: "own" },
    { with: ["year", "before"] },
    { with: "year", bfrom: "2026-10-01", bto: "2026-10-02" },
    { bfrom: "2026-10-01" },
    { bfrom: "2026-10-02", bto: "2026-10-01" },
    { bfrom: "2027-10-01", bto: "2027-10-02" },
    { bfrom: ["2026-10-01", "2026-10-02"], bto: "2026-10-03" },
  ])("is refused for %o", (query) => expect(chosen(query).ok).toBe(false));
});
