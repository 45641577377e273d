import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daySummaries } from "./day-summary";
import {
  statisticsByDate,
  statisticsByHour,
  statisticsByWeekday,
  statisticsOfAll,
} from "./grouped-statistics";
import { buildSeries } from "./series";
import { summarize } from "./summary";
import { datesFrom, egv, longAfter, stream } from "./testing/readings";
import { workingsOf } from "./workings";

const at = (time: string) => Date.parse(`2026-03-${time}Z`);
const workings = (readings: Parameters<typeof buildSeries>[0], days = 3) =>
  workingsOf({
    series: buildSeries(readings),
    period: datesFrom("2026-03-02", days),
    freshness: longAfter,
  });

test("an hour holds its readings of all dates, with mean, SD, CV, bands and extremes", () => {
  const readings = [
    egv(at("02T08:00"), 60),
    egv(at("02T08:30"), 100),
    egv(at("03T08:59"), 200),
    egv(at("03T09:00"), 300),
  ];
  const hours = statisticsByHour(workings(readings));
  expect(hours).toHaveLength(24);
  // (60 + 100 + 200) / 3 = 120; deviations −60, −20, 80: √(10,400 / 2) = 72.11.
  expect(hours[8]).toMatchObject({ key: 8, readings: 3, dates: 2, mean: 120, lowest: 60, highest: 200 });
  expect(hours[8]?.sd).toBeCloseTo(72.111, 3);
  expect(hours[8]?.cv).toBeCloseTo(60.093, 3);
  expect(hours[8]?.bands).toEqual({ veryLow: 0, low: 1, target: 1, high: 1, veryHigh: 0 });
  expect(hours[9]).toMatchObject({ readings: 1, mean: 300, sd: null, cv: null });
  expect(hours[10]).toMatchObject({ readings: 0, dates: 0, mean: null, lowest: null });
});

test("2026-03-02 is a Monday, and the hour is that of the person's own clock", () => {
  const kathmandu = [{ ...egv(at("02T20:00"), 100), displayOffsetMinutes: 345 }];
  expect(statisticsByWeekday(workings(kathmandu)).find(({ readings }) => readings > 0)?.key).toBe(2);
  expect(statisticsByHour(workings(kathmandu)).find(({ readings }) => readings > 0)?.key).toBe(1);
  expect(statisticsByDate(workings(kathmandu)).map(({ key, readings }) => [key, readings])).toEqual([
    ["2026-03-02", 0],
    ["2026-03-03", 1],
    ["2026-03-04", 0],
  ]);
});

test("an hour is active by the time that the clock really showed it", () => {
  // Every five minutes; the clock goes back from 3:00 to 2:00, so that hour 2 has 120 minutes and no reading is missing.
  const back = at("03T02:00");
  const readings = stream("2026-03-02T00:00:00Z", "2026-03-04T23:00:00Z", 120, {
    offset: (time) => (time < back ? 60 : 0),
  }).filter(({ systemTime }) => systemTime < at("04T06:00") || systemTime >= at("04T06:30"));
  const hours = statisticsByHour(workings(readings));
  expect(hours[2]).toMatchObject({ readings: 48, dates: 3, activePercent: 100 });
  // Three dates could have held 36 readings; six are missing on the third.
  expect(hours[6]).toMatchObject({ readings: 30, activePercent: (100 * 30) / 36 });
});

test("a date and its weekday are as active as the calendar says", () => {
  const made = workings(
    stream("2026-03-02T00:00:00Z", "2026-03-05T00:00:00Z", 120).filter((_, i) => i % 7 !== 0),
  );
  const summaries = daySummaries(made.covered, made.cadenceMinutes);
  expect(statisticsByDate(made).map((one) => one.activePercent)).toEqual(
    summaries.map((one) => one.activePercent),
  );
  const worn = statisticsByWeekday(made).filter(({ readings }) => readings > 0);
  expect(worn.map((one) => one.activePercent)).toEqual(summaries.map((one) => one.activePercent));
});

describe("however the readings are grouped", () => {
  test("they add up to the period, and one group of all is the period's own figures", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 2, maxLength: 40 }), (values) => {
        const series = stream(
          "2026-03-02T00:00:00Z",
          at("02T00:00") + values.length * 300_000,
          (time) => values[(time - at("02T00:00")) / 300_000] ?? 100,
        );
        const made = workings(series, 1);
        const whole = summarize(made.input);
        for (const groups of [statisticsByHour(made), statisticsByWeekday(made)])
          expect(groups.reduce((sum, { readings }) => sum + readings, 0)).toBe(values.length);
        const [date] = statisticsByDate(made);
        const { key: _all, ...all } = statisticsOfAll(made);
        expect(date).toMatchObject(all);
        expect(all.activePercent).toBeCloseTo(whole.coverage.activePercent, 10);
        expect(date?.mean).toBeCloseTo(whole.mean ?? 0, 10);
        expect(date?.sd).toBeCloseTo(whole.sd ?? 0, 8);
        expect((100 * (date?.bands.target ?? 0)) / values.length).toBeCloseTo(whole.timeInRanges.target, 10);
      }),
      { seed: 4010, numRuns: 60 },
    );
  });
});
