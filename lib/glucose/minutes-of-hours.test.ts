import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { minutesOfHours } from "./minutes-of-hours";
import { ALWAYS, minutesOfDates, type OffsetSpan } from "./wall-clock";

const always = (offsetMinutes: number): OffsetSpan[] => [{ ...ALWAYS, offsetMinutes }];
const MONDAY = Date.parse("2026-03-02T00:00:00Z") / DAY_MS;

test("each hour of whole days has 60 minutes a day", () => {
  const minutes = minutesOfHours(always(345), { firstDay: MONDAY, days: 3, within: ALWAYS });
  expect([...minutes]).toEqual(Array.from({ length: 24 }, () => 180));
});

test("the skipped hour has none, and time that was not asked for does not count", () => {
  // The clock goes from 2:00 to 3:00 at 01:00 UTC of an offset of one hour, and nothing is known after 06:30 local.
  const change = MONDAY * DAY_MS + 60 * MINUTE_MS;
  const spans: OffsetSpan[] = [
    { from: Number.NEGATIVE_INFINITY, to: change, offsetMinutes: 60 },
    { from: change, to: Number.POSITIVE_INFINITY, offsetMinutes: 120 },
  ];
  const within = { from: Number.NEGATIVE_INFINITY, to: MONDAY * DAY_MS + 270 * MINUTE_MS };
  const minutes = minutesOfHours(spans, { firstDay: MONDAY, days: 1, within });
  expect([...minutes].slice(0, 8)).toEqual([60, 60, 0, 60, 60, 60, 30, 0]);
});

test("hours and dates share the same minutes, wherever the clock moves", () => {
  const journey = fc.array(
    fc.record({ minute: fc.integer({ min: 0, max: 6_000 }), offset: fc.integer({ min: -48, max: 56 }) }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(journey, (changes) => {
      const sorted = changes.toSorted((a, b) => a.minute - b.minute);
      const at = (minute: number) => MONDAY * DAY_MS + minute * MINUTE_MS;
      const spans = sorted.map(({ minute, offset }, i) => ({
        from: i === 0 ? Number.NEGATIVE_INFINITY : at(minute),
        to: at(sorted[i + 1]?.minute ?? Number.POSITIVE_INFINITY),
        offsetMinutes: 15 * offset,
      }));
      const dates = { firstDay: MONDAY, days: 4, within: { from: at(100), to: at(5_500) } };
      const sum = (minutes: Float64Array) => minutes.reduce((total, one) => total + one, 0);
      expect(sum(minutesOfHours(spans, dates))).toBeCloseTo(sum(minutesOfDates(spans, dates)), 6);
    }),
    { seed: 4011, numRuns: 100 },
  );
});
