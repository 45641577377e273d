import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { displayOffsetMinutes, parseWireTime, queryTime, systemInstant, type WireTime } from "./timestamps";

const wall = (iso: string) => Date.parse(`${iso}Z`);

describe("every form that has been seen on the wire is read", () => {
  test.each<[string, string, number | null]>([
    ["2030-01-02T03:04:05Z", "2030-01-02T03:04:05", 0],
    ["2030-01-02T03:04:05-08:00", "2030-01-02T03:04:05", -480],
    ["2030-01-02T03:04:05.687Z", "2030-01-02T03:04:05.687", 0],
    ["2030-01-02T03:04:05.663+03:00", "2030-01-02T03:04:05.663", 180],
    ["2030-01-02T03:04:05", "2030-01-02T03:04:05", null],
    ["2030-01-02T03:04:05.561", "2030-01-02T03:04:05.561", null],
    ["2030-01-02T03:04", "2030-01-02T03:04:00", null],
    ["2030-01-02T03:04Z", "2030-01-02T03:04:00", 0],
    ["1970-01-01T02:00+02:00", "1970-01-01T02:00:00", 120],
    ["2030-01-02T10:52:48-06:59:59", "2030-01-02T10:52:48", -420],
    ["2030-01-02T10:52:48+05:45:02", "2030-01-02T10:52:48", 345],
    ["2030-01-02T10:52:48-07:00:01", "2030-01-02T10:52:48", -420],
    ["2030-01-02T03:04:05-04", "2030-01-02T03:04:05", -240],
    ["2030-01-02T03:04:05-0400", "2030-01-02T03:04:05", -240],
    ["2030-01-02T03:04:05+4", "2030-01-02T03:04:05", 240],
    ["2030-1-2T3:4:5Z", "2030-01-02T03:04:05", 0],
    ["2030-01-02 03:04:05", "2030-01-02T03:04:05", null],
    ["2030-01-02 03:04:05+00:00", "2030-01-02T03:04:05", 0],
    ["2030-01-02T03:04:05.1Z", "2030-01-02T03:04:05.100", 0],
    ["2030-01-02T03:04:05.123456789Z", "2030-01-02T03:04:05.123", 0],
    ["2030-01-02T03:04:05-00:00", "2030-01-02T03:04:05", 0],
    ["1970-01-01T00:00Z", "1970-01-01T00:00:00", 0],
    ["2028-02-29T23:59:59Z", "2028-02-29T23:59:59", 0],
    ["  2030-01-02T03:04:05Z ", "2030-01-02T03:04:05", 0],
  ])("%s", (text, wallClock, offsetMinutes) => {
    expect(parseWireTime(text)).toEqual({ wallClock: wall(wallClock), offsetMinutes });
  });
});

test.each([
  "",
  "now",
  "2030-01-02",
  "2030-02-30T00:00:00Z",
  "2029-02-29T00:00:00Z",
  "2030-13-01T00:00:00Z",
  "2030-00-10T00:00:00Z",
  "2030-01-00T00:00:00Z",
  "2030-01-02T24:00:00Z",
  "2030-01-02T03:60:00Z",
  "2030-01-02T03:04:60Z",
  "1969-12-31T23:59:59Z",
  "2030-01-02T03:04:05+19:00",
  "2030-01-02T03:04:05+05:60",
  "2030-01-02T03:04:05 PM",
  "2030-01-02T03:04:05Z; DROP",
  "1893553445000",
  "２０３０-01-02T03:04:05Z",
])("%j is refused instead of guessed at", (text) => {
  expect(parseWireTime(text)).toBeNull();
});

const instants = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2099, 0, 1) });
const offsets = fc.integer({ min: -18 * 60, max: 18 * 60 });

function write(instant: number, offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const part = (value: number) => String(value).padStart(2, "0");
  const zone = `${offsetMinutes < 0 ? "-" : "+"}${part(Math.floor(size / 60))}:${part(size % 60)}`;
  return new Date(instant + offsetMinutes * MINUTE_MS).toISOString().replace("Z", zone);
}

test("any instant written with any offset is read back to the millisecond", () => {
  fc.assert(
    fc.property(instants, offsets, (instant, offsetMinutes) => {
      const time = parseWireTime(write(instant, offsetMinutes));
      expect(time?.offsetMinutes).toBe(offsetMinutes);
      expect(time && systemInstant(time)).toBe(instant);
    }),
    { seed: 20_300_303, numRuns: 2_000 },
  );
});

test("what is written for a query is read back to the second, as UTC", () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const time = parseWireTime(queryTime(instant));
      expect(time).toEqual({ wallClock: Math.floor(instant / 1_000) * 1_000, offsetMinutes: null });
    }),
    { seed: 20_300_304, numRuns: 1_000 },
  );
  expect(queryTime(Date.parse("2030-01-02T03:04:05.999Z"))).toBe("2030-01-02T03:04:05");
});

test("no text whatever makes the parser throw or answer with something that is not a time", () => {
  const almost = fc.stringMatching(/^[0-9]{1,5}[-T: ][0-9TZ:+. -]{0,40}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), almost), (text) => {
      const time = parseWireTime(text);
      expect(time === null || Number.isFinite(systemInstant(time))).toBe(true);
    }),
    { seed: 20_300_305, numRuns: 3_000 },
  );
});

describe("the display offset", () => {
  const time = (text: string): WireTime => parseWireTime(text)!;
  const offset = (systemTime: string, displayTime: string) =>
    displayOffsetMinutes(time(systemTime), time(displayTime));

  test("is the written one where a phone wrote it", () => {
    expect(offset("2030-03-01T14:05:12Z", "2030-03-01T06:05:12-08:00")).toBe(-480);
    expect(offset("2030-03-01T14:05:12Z", "2030-03-01T19:50:12+05:45")).toBe(345);
    expect(offset("2030-03-01T14:05:12Z", "2030-03-01T06:05:10-07:59:58")).toBe(-480);
  });

  test("is derived for receivers, which write none", () => {
    expect(offset("2030-03-01T14:05:12", "2030-03-01T06:05:12")).toBe(-480);
    expect(offset("2030-03-01T14:05:12", "2030-03-01T19:50:12")).toBe(345);
    expect(offset("2030-03-01T14:05:12", "2030-03-02T02:50:12")).toBe(765);
    expect(offset("2030-03-01T14:05:12", "2030-03-01T14:05:12")).toBe(0);
  });

  test("swallows the drift of a receiver's clock", () => {
    expect(offset("2030-03-01T14:05:12", "2030-03-01T06:09:40")).toBe(-480);
    expect(offset("2030-03-01T14:05:12", "2030-03-01T06:00:50")).toBe(-480);
    expect(Object.is(offset("2030-03-01T14:05:12", "2030-03-01T14:02:00"), 0)).toBe(true);
  });

  test("is derived when a wall clock was labelled Z", () => {
    expect(offset("2030-03-01T14:05:12Z", "2030-03-01T06:05:12Z")).toBe(-480);
    expect(offset("2030-03-01T14:05:12Z", "2030-03-01T14:05:12Z")).toBe(0);
    expect(offset("2030-03-01T14:05:12Z", "2030-03-01T14:05:40Z")).toBe(0);
  });

  test("leaves out the whole days of a receiver with a wrong date", () => {
    expect(offset("2030-03-01T14:05:12", "2030-03-03T06:05:12")).toBe(-480);
    expect(offset("2030-03-01T14:05:12", "2030-02-20T19:35:12")).toBe(330);
    expect(offset("2030-03-01T14:05:12", "2030-03-02T04:05:12")).toBe(840);
    expect(offset("2030-03-01T14:05:12", "2030-03-01T02:05:12")).toBe(-720);
  });

  test("always lies between −12 and +14 hours when it is derived, on a quarter of an hour", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -400 * DAY_MS, max: 400 * DAY_MS }), (instant, apart) => {
        const derived = displayOffsetMinutes(
          { wallClock: instant, offsetMinutes: null },
          { wallClock: instant + apart, offsetMinutes: null },
        );
        expect(derived).toBeGreaterThanOrEqual(-720);
        expect(derived).toBeLessThanOrEqual(840);
        expect(Math.abs(derived % 15)).toBe(0);
      }),
      { seed: 20_300_306, numRuns: 1_000 },
    );
  });

  test("of any real zone survives the loss of its label", () => {
    const quarters = fc.integer({ min: -48, max: 56 }).map((quarter) => quarter * 15);
    fc.assert(
      fc.property(instants, quarters, (instant, offsetMinutes) => {
        const bare = { wallClock: instant + offsetMinutes * MINUTE_MS, offsetMinutes: null };
        expect(displayOffsetMinutes({ wallClock: instant, offsetMinutes: null }, bare)).toBe(
          offsetMinutes + 0,
        );
      }),
      { seed: 20_300_307, numRuns: 1_000 },
    );
  });
});
