import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastOfMonth, latestMonths, monthsTouched } from "./calendar-months";
import { addDays, daysBetween, type LocalDate, localDateOfEpochDay } from "./local-time";

describe("the end of a month", () => {
  it.each<[LocalDate, LocalDate]>([
    ["2026-02-01", "2026-02-28"],
    ["2024-02-29", "2024-02-29"],
    ["2026-01-31", "2026-01-31"],
    ["2026-12-15", "2026-12-31"],
  ])("of %s is %s", (date, last) => expect(lastOfMonth(date)).toBe(last));
});

describe("the months that a period touches", () => {
  it("are shown whole, but for days to come", () => {
    expect(monthsTouched({ from: "2026-10-20", to: "2026-11-10" }, "2026-11-25")).toEqual([
      { from: "2026-10-01", to: "2026-10-31", days: 31 },
      { from: "2026-11-01", to: "2026-11-25", days: 25 },
    ]);
  });

  it("do not reach beyond the last date, whatever the period does", () => {
    expect(monthsTouched({ from: "2026-11-01", to: "2027-03-01" }, "2026-11-25")).toEqual([
      { from: "2026-11-01", to: "2026-11-25", days: 25 },
    ]);
  });

  it("hold every date of the period once, in order", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 24_000 }),
        fc.integer({ min: 0, max: 800 }),
        (start, length) => {
          const from = localDateOfEpochDay(start);
          const to = addDays(from, length);
          const months = monthsTouched({ from, to }, to);
          const [first] = months;
          expect(first && first.from <= from).toBe(true);
          expect(months.at(-1)?.to).toBe(to);
          months.forEach((month, i) => {
            expect(month.from.endsWith("-01")).toBe(true);
            expect(month.days).toBe(daysBetween(month.from, month.to) + 1);
            if (i > 0) expect(month.from).toBe(addDays(months[i - 1]?.to ?? from, 1));
          });
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });
});

it("the latest months begin with a first and end with the last date", () => {
  expect(latestMonths(3, "2026-11-25")).toEqual({ from: "2026-09-01", to: "2026-11-25", days: 86 });
  expect(latestMonths(3, "2026-01-01")).toEqual({ from: "2025-11-01", to: "2026-01-01", days: 62 });
  expect(latestMonths(1, "2026-03-31")).toEqual({ from: "2026-03-01", to: "2026-03-31", days: 31 });
});
