import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, epochDay, localDateOfEpochDay, localEpochDay, midnight } from "./local-time";
import { customPeriod, instantsToLoad, latestPeriod } from "./period";

describe("the latest N days", () => {
  it("end with the date that the person's clock shows at availableUntil, not with today's", () => {
    // 01:30 at home on the 23rd, three hours late: 22:30 on the 22nd.
    const availableUntil = Date.parse("2026-11-23T06:30:00Z") - 180 * 60_000;
    expect(latestPeriod(14, { availableUntil, displayOffsetMinutes: -300 })).toEqual({
      from: "2026-11-09",
      to: "2026-11-22",
      days: 14,
    });
    expect(latestPeriod(2, { availableUntil, displayOffsetMinutes: 345 })).toEqual({
      from: "2026-11-22",
      to: "2026-11-23",
      days: 2,
    });
  });
});

describe("a period that somebody typed", () => {
  const options = { daysMax: 92, lastDate: "2026-11-22" } as const;
  const refusal = (from: string | null, to: string | null) => {
    const result = customPeriod({ from, to }, options);
    return result.ok ? null : result.error.code;
  };

  it("is taken with both dates inclusive", () => {
    expect(customPeriod({ from: "2026-11-01", to: "2026-11-07" }, options)).toEqual({
      ok: true,
      value: { from: "2026-11-01", to: "2026-11-07", days: 7 },
    });
    expect(customPeriod({ from: "2026-11-01", to: "2026-11-01" }, options)).toMatchObject({
      value: { days: 1 },
    });
  });

  it.each([
    [null, "2026-11-07", "missing"],
    ["2026-11-01", "", "missing"],
    ["2026-02-30", "2026-11-07", "malformed"],
    ["2026-11-01", "yesterday", "malformed"],
    ["2026-11-07", "2026-11-01", "reversed"],
    ["2026-08-01", "2026-11-01", "too_long"],
    ["2026-11-23", "2026-11-24", "in_future"],
  ])("%s to %s is refused as %s", (from, to, code) => {
    expect(refusal(from, to)).toBe(code);
  });

  it("may be exactly as long as allowed and may end in days to come", () => {
    expect(refusal("2026-08-01", "2026-10-31")).toBeNull();
    expect(refusal("2026-11-20", "2026-12-01")).toBeNull();
  });

  it("is refused in a sentence that names the limit", () => {
    const result = customPeriod({ from: "1999-07-08", to: "2026-11-22" }, { daysMax: 3_653 });
    expect(result).toMatchObject({
      error: { detail: "That is 10000 days; at most 3653 can be asked for at once." },
    });
  });
});

describe("the instants to load", () => {
  it("run from one UTC day before the first date to one after the last", () => {
    expect(instantsToLoad({ from: "2026-11-09", to: "2026-11-22" })).toEqual({
      from: Date.parse("2026-11-08T00:00:00Z"),
      to: Date.parse("2026-11-24T00:00:00Z"),
    });
  });

  it("hold every instant of the dates on every wall clock of the world", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }).map(localDateOfEpochDay),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: -12 * 60, max: 14 * 60 }),
        (from, more, offset) => {
          const to = addDays(from, more);
          const loaded = instantsToLoad({ from, to });
          expect(midnight(from, offset)).toBeGreaterThanOrEqual(loaded.from);
          expect(midnight(addDays(to, 1), offset)).toBeLessThanOrEqual(loaded.to);
          expect(localEpochDay(loaded.from, offset)).toBeLessThan(epochDay(from) + 1);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});
