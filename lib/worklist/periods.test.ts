import { describe, expect, it } from "vitest";
import { midnight } from "@/lib/glucose/local-time";
import type { DataWindow } from "@/lib/sharing/schema";
import { datesOf } from "./periods";
import type { PeriodDays } from "./row";

/** Noon in Kathmandu on March 20: the evening before in Honolulu. */
const availableUntil = midnight("2026-03-20", 345) + 12 * 3_600_000;
const ALL: DataWindow = { kind: "all" };

const dates = (days: PeriodDays, window: DataWindow = ALL, offset = 345) =>
  datesOf({ days, availableUntil })(offset, window);
const spanOf = (days: PeriodDays, window?: DataWindow, offset?: number) => {
  const { period, before } = dates(days, window, offset);
  return [period.from, period.to, before && before.from, before && before.to];
};

describe("the dates that a list looks at", () => {
  it("end with the date that may be shown by the patient's own clock", () => {
    expect(spanOf(1)).toEqual(["2026-03-20", "2026-03-20", "2026-03-19", "2026-03-19"]);
    expect(spanOf(14)).toEqual(["2026-03-07", "2026-03-20", "2026-02-21", "2026-03-06"]);
    expect(spanOf(30)).toEqual(["2026-02-19", "2026-03-20", "2026-01-20", "2026-02-18"]);
    expect(spanOf(7, ALL, -600)).toEqual(["2026-03-13", "2026-03-19", "2026-03-06", "2026-03-12"]);
  });

  it("begin with what is shared, and have nothing before them unless all of it is", () => {
    const from = (
      date: "2026-02-20" | "2026-02-21" | "2026-03-07" | "2026-03-08" | "2026-03-20",
    ): DataWindow => ({
      kind: "from",
      date,
    });
    expect(spanOf(14, from("2026-02-20"))).toEqual(spanOf(14));
    expect(spanOf(14, from("2026-02-21"))).toEqual(spanOf(14));
    expect(spanOf(14, from("2026-03-07"))).toEqual(["2026-03-07", "2026-03-20", null, null]);
    expect(spanOf(14, from("2026-03-08"))).toEqual(["2026-03-08", "2026-03-20", null, null]);
    expect(spanOf(14, from("2026-03-20"))).toEqual(["2026-03-20", "2026-03-20", null, null]);
  });

  it("are the last so many where the window moves", () => {
    expect(spanOf(14, { kind: "days", days: 28 })).toEqual(spanOf(14));
    expect(spanOf(14, { kind: "days", days: 27 })).toEqual(["2026-03-07", "2026-03-20", null, null]);
    expect(spanOf(14, { kind: "days", days: 14 })).toEqual(["2026-03-07", "2026-03-20", null, null]);
    expect(spanOf(14, { kind: "days", days: 1 })).toEqual(["2026-03-20", "2026-03-20", null, null]);
  });

  it("are one that has not come where the window has not begun", () => {
    const { period, before, sharedFrom } = dates(14, { kind: "from", date: "2026-05-01" });
    expect(period).toMatchObject({ from: "2026-05-01", to: "2026-05-01" });
    expect({ before, sharedFrom }).toEqual({ before: null, sharedFrom: "2026-05-01" });
  });

  it("began at a midnight of the patient's clock, whatever of them is shared", () => {
    const began = midnight("2026-03-07", 345);
    expect(dates(14).startedAt).toBe(began);
    expect(dates(14, { kind: "days", days: 3 }).startedAt).toBe(began);
    expect(dates(14, ALL, -600).startedAt).toBe(midnight("2026-03-06", -600));
  });
});
