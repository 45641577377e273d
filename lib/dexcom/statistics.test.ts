import { expect, test } from "vitest";
import { statisticsAnswer, statisticsRequest } from "./statistics";

const bounds = (urgentLow = 55, low = 70, high = 180) => [
  { name: "urgentLow", bound: urgentLow },
  { name: "low", bound: low },
  { name: "high", bound: high },
];
const range = (startTime: string, endTime: string, egvRanges: unknown = bounds()) => ({
  name: `from ${startTime}`,
  startTime,
  endTime,
  egvRanges,
});
const valid = (...targetRanges: readonly unknown[]) => statisticsRequest.safeParse({ targetRanges }).success;

test("ranges that go once around the clock are accepted, in any order", () => {
  expect(valid(range("06:00:00", "22:00:00"), range("22:00:00", "06:00:00"))).toBe(true);
  expect(valid(range("22:00:00", "06:00:00"), range("06:00:00", "22:00:00"))).toBe(true);
  expect(valid(range("00:00:00", "00:00:00"))).toBe(true);
});

test.each<[string, readonly unknown[]]>([
  ["no range", []],
  ["a gap", [range("06:00:00", "21:00:00"), range("22:00:00", "06:00:00")]],
  ["an overlap", [range("06:00:00", "23:00:00"), range("22:00:00", "06:00:00")]],
  ["the same range twice", [range("00:00:00", "00:00:00"), range("00:00:00", "00:00:00")]],
  ["bounds out of order", [range("00:00:00", "00:00:00", bounds(80, 70, 180))]],
  ["a bound missing", [range("00:00:00", "00:00:00", bounds().slice(0, 2))]],
  ["bounds under other names", [range("00:00:00", "00:00:00", bounds().toReversed())]],
  ["a time that is none", [range("24:00:00", "24:00:00")]],
])("%s is refused before it is sent", (_, ranges) => {
  expect(valid(...ranges)).toBe(false);
});

test("figures that Dexcom leaves out are null, and one that is no number is refused", () => {
  const figures = statisticsAnswer.parse({ hypoglycemiaRisk: "low", mean: 142.3, nDays: 14, min: null });
  expect(figures).toMatchObject({ hypoglycemiaRisk: "low", mean: 142.3, nDays: 14, min: null, median: null });
  expect(Object.keys(figures)).toHaveLength(23);
  expect(statisticsAnswer.safeParse({ mean: "142" }).success).toBe(false);
});
