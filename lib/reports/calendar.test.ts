import { expect, test } from "vitest";
import { calendarMonths, calendarPeriod } from "./calendar";

const fortnight = { from: "2026-11-12", to: "2026-11-25", days: 14 } as const;

const all = { lastDate: "2026-11-25", limits: null } as const;
const sinceNovember = {
  lastDate: "2026-11-25",
  limits: { scope: "reports", withEvents: true, withNotes: true, from: "2026-11-05" },
} as const;

test("an address without a period shows the last three months, and says so to the period picker", () => {
  const chosen = { period: fortnight, presetDays: 14, periodQuery: {} };
  expect(calendarPeriod(chosen, all)).toEqual({
    period: { from: "2026-09-01", to: "2026-11-25", days: 86 },
    presetDays: null,
  });
});

test("a period that was asked for is kept", () => {
  const chosen = { period: fortnight, presetDays: 14, periodQuery: { days: "14" } };
  expect(calendarPeriod(chosen, all)).toMatchObject({ period: fortnight, presetDays: 14 });
});

test("whoever is let in sees no day before the first that is shared, not even of its month", () => {
  const chosen = { period: fortnight, presetDays: 14, periodQuery: {} };
  const november = { from: "2026-11-05", to: "2026-11-25", days: 21 };
  const { period } = calendarPeriod(chosen, sinceNovember);
  expect(period).toEqual(november);
  expect(calendarMonths(fortnight, sinceNovember)).toEqual([november]);
  expect(calendarMonths(fortnight, all)).toEqual([{ from: "2026-11-01", to: "2026-11-25", days: 25 }]);
});
