import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dateOrderShownBy, readFileTimestamp } from "./file-timestamp";

const utc = (...parts: [number, number, number, number?, number?, number?, number?]) => {
  const [year, month, day, ...clock] = parts;
  return Date.UTC(year, month - 1, day, ...clock);
};

test.each([
  ["2026-03-04T05:06:07", utc(2026, 3, 4, 5, 6, 7)],
  ["2026-03-04 05:06", utc(2026, 3, 4, 5, 6)],
  ["2026-03-04T05:06:07.1239", utc(2026, 3, 4, 5, 6, 7, 123)],
  ["2026-03-04 05:06:07,5", utc(2026, 3, 4, 5, 6, 7, 500)],
  ["2026/3/4 5:06", utc(2026, 3, 4, 5, 6)],
  ["2026.03.04 05:06", utc(2026, 3, 4, 5, 6)],
  ["2026-03-04", utc(2026, 3, 4)],
  ["04.03.2026 05:06", utc(2026, 3, 4, 5, 6)],
  ["4.3.2026, 05:06:07", utc(2026, 3, 4, 5, 6, 7)],
  ["2024-02-29 12:00 PM", utc(2024, 2, 29, 12)],
  ["2024-02-29 12:00 am", utc(2024, 2, 29, 0)],
  ["2024-02-29 11:59:59 p.m.", utc(2024, 2, 29, 23, 59, 59)],
  ["03/03/2026 05:06", utc(2026, 3, 3, 5, 6)],
])("%s has no zone: the wall clock is read as UTC", (text, instant) => {
  expect(readFileTimestamp(text, null)).toEqual({ instant, offsetMinutes: null });
});

test.each([
  ["2026-03-04T05:06:07Z", utc(2026, 3, 4, 5, 6, 7), 0],
  ["2026-03-04 05:06:07 UTC", utc(2026, 3, 4, 5, 6, 7), 0],
  // 05:06 in Kathmandu is 5 h 45 min earlier in UTC: 23:21 of the day before.
  ["2026-03-04T05:06+05:45", utc(2026, 3, 3, 23, 21), 345],
  ["2026-03-04T05:06:00-0330", utc(2026, 3, 4, 8, 36), -210],
  ["2026-03-04T05:06-08", utc(2026, 3, 4, 13, 6), -480],
  ["2026-03-04T05:06-00:00", utc(2026, 3, 4, 5, 6), 0],
  ["1772600767", 1_772_600_767_000, 0],
  ["1772600767.25", 1_772_600_767_250, 0],
  ["1772600767123", 1_772_600_767_123, 0],
  ["1772600767123.0", 1_772_600_767_123, 0],
])("%s is a true instant with its offset", (text, instant, offsetMinutes) => {
  expect(readFileTimestamp(text, null)).toEqual({ instant, offsetMinutes });
});

test("day and month are told apart by the order, and only by it", () => {
  expect(readFileTimestamp("04/03/2026 05:06", "dmy")).toMatchObject({ instant: utc(2026, 3, 4, 5, 6) });
  expect(readFileTimestamp("04/03/2026 05:06", "mdy")).toMatchObject({ instant: utc(2026, 4, 3, 5, 6) });
  expect(readFileTimestamp("04-03-2026 1:05 PM", "mdy")).toMatchObject({ instant: utc(2026, 4, 3, 13, 5) });
  expect(readFileTimestamp("04/03/26 05:06", "dmy")).toMatchObject({ instant: utc(2026, 3, 4, 5, 6) });
  expect(readFileTimestamp("04/03/2026 05:06", null)).toBe("order");
  expect(readFileTimestamp("18/06/13 05:06", null)).toBe("order");
  expect(readFileTimestamp("2026-04-03 05:06", "dmy")).toMatchObject({ instant: utc(2026, 4, 3, 5, 6) });
});

test.each([
  "2026-02-30T05:06:07",
  "2026-02-29 05:06",
  "1900-02-29 05:06",
  "2026-13-01 05:06",
  "2026-00-10 05:06",
  "2026-04-31",
  "2026-03-04T24:00:00",
  "2026-03-04T25:00:00",
  "2026-03-04T05:60:00",
  "2026-03-04 05:06:60",
  "2026-03-04 13:00 PM",
  "2026-03-04T05:06+19:00",
  "2026-03-04T05:06+01:75",
  "0001-01-01 00:00",
  "31.04.2026 05:06",
])("%s is on no calendar or clock and never rolled over", (text) => {
  expect(readFileTimestamp(text, null)).toBe("impossible");
});

test.each([
  "",
  "soon",
  "05:06",
  "43264.94",
  "2026-03",
  "2026-03/04 05:06",
  "2026-03-04T05",
  "20260304",
  "2026-03-04T05:06:07Zulu",
])("“%s” is no form of a time", (text) => {
  expect(readFileTimestamp(text, "dmy")).toBe("unreadable");
});

test("a very long text is not looked at", () => {
  const began = performance.now();
  expect(readFileTimestamp(`2026-03-04 05:06${" ".repeat(2_000_000)}x`, null)).toBe("unreadable");
  expect(dateOrderShownBy(`13/03/2026 05:06${" ".repeat(2_000_000)}x`)).toBeNull();
  expect(performance.now() - began).toBeLessThan(1_000);
});

test("a part above 12 is a day; two digits of a year prove nothing", () => {
  expect(dateOrderShownBy("13/04/2026 05:06")).toBe("dmy");
  expect(dateOrderShownBy("04-13-2026 05:06")).toBe("mdy");
  expect(dateOrderShownBy("04/12/2026 05:06")).toBe("either");
  expect(dateOrderShownBy("04/04/2026 05:06")).toBeNull();
  expect(dateOrderShownBy("13/14/2026")).toBeNull();
  expect(dateOrderShownBy("18/06/13 05:06")).toBe("either");
  expect(dateOrderShownBy("13.04.2026 05:06")).toBeNull();
  expect(dateOrderShownBy("2026-04-13 05:06")).toBeNull();
});

test("every instant comes back from every way to write it", () => {
  const instants = fc.date({
    min: new Date("1900-01-01T00:00:00Z"),
    max: new Date("2999-12-31T23:59:59Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offsetMinutes) => {
      const iso = date.toISOString();
      const wall = { instant: Math.floor(date.getTime() / 1_000) * 1_000, offsetMinutes: null };
      expect(readFileTimestamp(iso, null)).toEqual({ instant: date.getTime(), offsetMinutes: 0 });
      expect(readFileTimestamp(iso.slice(0, 19), null)).toEqual(wall);
      const [year, month, day] = iso.slice(0, 10).split("-");
      const clock = iso.slice(11, 19);
      expect(readFileTimestamp(`${day}.${month}.${year} ${clock}`, null)).toEqual(wall);
      expect(readFileTimestamp(`${month}/${day}/${year} ${clock}`, "mdy")).toEqual(wall);
      const size = Math.abs(offsetMinutes);
      const two = (part: number) => String(part).padStart(2, "0");
      const zone = `${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
      expect(readFileTimestamp(`${iso.slice(0, 23)}${zone}`, null)).toEqual({
        instant: date.getTime() - offsetMinutes * 60_000,
        offsetMinutes,
      });
    }),
    { seed: 11, numRuns: 200 },
  );
});
