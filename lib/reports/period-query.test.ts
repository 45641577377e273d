import { describe, expect, it } from "vitest";
import type { Freshness } from "@/lib/glucose/figures";
import { passedOnPeriod, periodFromQuery } from "./period-query";

const availableUntil = Date.UTC(2026, 10, 22, 2, 0);
const freshness: Freshness = {
  now: availableUntil + 180 * 60_000,
  delayMinutes: 180,
  availableUntil,
  checkedThrough: availableUntil,
  dataThrough: availableUntil,
  displayOffsetMinutes: -480,
};

describe("the period in a page's address", () => {
  it("is the last 14 local dates unless said otherwise", () => {
    expect(periodFromQuery({}, freshness)).toEqual({
      ok: true,
      value: { period: { from: "2026-11-08", to: "2026-11-21", days: 14 }, presetDays: 14, periodQuery: {} },
    });
  });

  it("ends on the date that the person's own clock showed, not the server's", () => {
    const inKathmandu = { ...freshness, displayOffsetMinutes: 345 };
    expect(periodFromQuery({ days: "2" }, inKathmandu)).toMatchObject({
      value: { period: { from: "2026-11-21", to: "2026-11-22" } },
    });
  });

  it("takes two dates of the reader's own", () => {
    expect(periodFromQuery({ from: "2026-01-01", to: "2026-01-31" }, freshness)).toMatchObject({
      value: { period: { days: 31 }, presetDays: null },
    });
  });

  it.each([
    ["a period that is no preset", { days: "13" }],
    ["words for days", { days: "fourteen" }],
    ["only one date", { from: "2026-01-01" }],
    ["dates out of order", { from: "2026-02-01", to: "2026-01-01" }],
    ["a day that does not exist", { from: "2026-02-30", to: "2026-03-01" }],
    ["ten thousand days", { from: "1999-01-01", to: "2026-05-19" }],
    ["a name given twice", { days: ["7", "30"] }],
  ])("refuses %s with a sentence", (_, query) => {
    const chosen = periodFromQuery(query, freshness);
    expect(chosen.ok).toBe(false);
    expect(!chosen.ok && chosen.error).toMatch(/^[A-Z].+\.$/);
  });

  it("counts from the last visit to the newest date, and says so where there was none", () => {
    expect(periodFromQuery({ since: "visit" }, freshness, "2026-11-03")).toEqual({
      ok: true,
      value: {
        period: { from: "2026-11-03", to: "2026-11-21", days: 19 },
        presetDays: null,
        periodQuery: { since: "visit" },
      },
    });
    expect(periodFromQuery({ since: "visit" }, freshness)).toMatchObject({ ok: false });
    expect(periodFromQuery({ since: "birth" }, freshness, "2026-11-03")).toMatchObject({ ok: false });
  });
});

describe("a view without a period", () => {
  it("passes on the one of the view before, and nothing else of its address", () => {
    expect(passedOnPeriod({ days: "90", date: "2026-11-08", strip: "7" })).toEqual({ days: "90" });
    expect(passedOnPeriod({ from: "2026-01-01", to: "2026-03-31", find: "pump" })).toEqual({
      from: "2026-01-01",
      to: "2026-03-31",
    });
    expect(passedOnPeriod({ days: ["7", "90"], since: "" })).toEqual({});
  });
});
