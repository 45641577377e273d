import { expect, test } from "vitest";
import { calendarPeriod } from "./calendar";

const fortnight = { from: "2026-11-12", to: "2026-11-25", days: 14 } as const;

test("an address without a period shows the last three months, and says so to the period picker", () => {
  const chosen = { period: fortnight, presetDays: 14, periodQuery: {} };
  expect(calendarPeriod(chosen, "2026-11-25")).toEqual({
    period: { from: "2026-09-01", to: "2026-11-25", days: 86 },
    presetDays: null,
  });
});

test("a period that was asked for is kept", () => {
  const chosen = { period: fortnight, presetDays: 14, periodQuery: { days: "14" } };
  expect(calendarPeriod(chosen, "2026-11-25")).toMatchObject({ period: fortnight, presetDays: 14 });
});
