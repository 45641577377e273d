import { expect, test } from "vitest";
import { parseTargetRanges, rangeAt } from "@/lib/simulator/v2/target-ranges";

const bounds = (urgentLow: number, low: number, high: number) => [
  { name: "urgentLow", bound: urgentLow },
  { name: "low", bound: low },
  { name: "high", bound: high },
];
const range = (startTime: string, endTime: string, egvRanges: object[] = bounds(55, 70, 180)) => ({
  name: "a range",
  startTime,
  endTime,
  egvRanges,
});
const parse = (...targetRanges: object[]) => parseTargetRanges({ targetRanges });

test("ranges that cover the day exactly once are accepted, in any order, over midnight or as one", () => {
  expect(parse(range("06:00:00", "22:00:00"), range("22:00:00", "06:00:00")).ok).toBe(true);
  expect(parse(range("22:00:00", "06:00:00"), range("06:00:00", "22:00:00")).ok).toBe(true);
  expect(parse(range("00:00:00", "24:00:00")).ok).toBe(true);
  expect(parse(range("07:30:00", "07:30:00")).ok).toBe(true);
  expect(
    parse(range("00:00:00", "08:00:00"), range("08:00:00", "16:00:00"), range("16:00:00", "00:00:00")).ok,
  ).toBe(true);
});

test("gaps, overlaps and repetitions are refused", () => {
  expect(parse(range("06:00:00", "22:00:00")).ok).toBe(false);
  expect(parse(range("06:00:00", "22:00:00"), range("22:00:01", "06:00:00")).ok).toBe(false);
  expect(parse(range("06:00:00", "22:00:00"), range("21:00:00", "06:00:00")).ok).toBe(false);
  expect(parse(range("00:00:00", "00:00:00"), range("00:00:00", "00:00:00")).ok).toBe(false);
  expect(parse(range("06:00:00", "06:00:00"), range("06:00:00", "22:00:00")).ok).toBe(false);
});

test("each range needs the three names once, rising", () => {
  const one = (egvRanges: object[]) => parse(range("00:00:00", "00:00:00", egvRanges)).ok;
  expect(one(bounds(55, 70, 180))).toBe(true);
  expect(one(bounds(70, 70, 180))).toBe(false);
  expect(one(bounds(55, 190, 180))).toBe(false);
  expect(one(bounds(55, 70, 180).slice(1))).toBe(false);
  expect(one([...bounds(55, 70, 180), { name: "low", bound: 70 }])).toBe(false);
  expect(one([...bounds(55, 70, 180).slice(0, 2), { name: "veryHigh", bound: 250 }])).toBe(false);
});

test("times that are no times of day are refused", () => {
  for (const time of ["6:00:00", "06:00", "25:00:00", "06:60:00"])
    expect(parse(range(time, time)).ok).toBe(false);
  for (const body of [undefined, null, 5, "x", { targetRanges: {} }])
    expect(parseTargetRanges(body).ok).toBe(false);
});

test("a second belongs to the range that starts with it, not to the one that ends with it", () => {
  const day = range("06:00:00", "22:00:00", bounds(55, 70, 180));
  const night = range("22:00:00", "06:00:00", bounds(55, 80, 200));
  const parsed = parse(day, night);
  if (!parsed.ok) throw new Error(parsed.error);
  const lowAt = (hour: number) => rangeAt(parsed.value, hour * 3_600).low;
  expect([lowAt(0), lowAt(5.99), lowAt(6), lowAt(21.99), lowAt(22)]).toEqual([80, 80, 70, 70, 80]);
});
