import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatDisplayTime,
  formatSystemTime,
  PHONE_STYLE,
  parseWireInstant,
} from "@/lib/simulator/wire-time";

test.each([
  ["2030-01-02T03:04:05", "2030-01-02T03:04:05.000Z"],
  ["2030-01-02T03:04:05Z", "2030-01-02T03:04:05.000Z"],
  ["2030-01-02T03:04:05.687", "2030-01-02T03:04:05.687Z"],
  ["2030-01-02T03:04:05.6Z", "2030-01-02T03:04:05.600Z"],
  ["2030-01-02T03:04:05.123456789Z", "2030-01-02T03:04:05.123Z"],
  ["2030-01-02T03:04", "2030-01-02T03:04:00.000Z"],
  ["2030-01-02 03:04:05", "2030-01-02T03:04:05.000Z"],
  ["2030-01-02", "2030-01-02T00:00:00.000Z"],
  ["2030-01-02T03:04:05+05:45", "2030-01-01T21:19:05.000Z"],
  ["2030-01-02T03:04:05 05:45", "2030-01-01T21:19:05.000Z"],
  ["2030-01-02T03:04:05-0800", "2030-01-02T11:04:05.000Z"],
])("%s is %s", (text, instant) => {
  expect(parseWireInstant(text)).toBe(Date.parse(instant));
});

test.each([
  "",
  "now",
  "2030",
  "2030-13-01T00:00:00",
  "2030-02-29T00:00:00",
  "2030-02-30",
  "2030-01-00",
  "2030-01-01T24:00:00",
  "2030-01-01T00:60:00",
  "2030-01-01T00:00:60",
  "2030-01-01T00",
  "0030-01-01T00:00:00",
  "2030-01-01T00:00:00.1234567890",
  "2030-01-01T00:00:00+5",
])("%j is no date", (text) => {
  expect(parseWireInstant(text)).toBeNull();
});

test("what is written is what was meant, at any instant and offset", () => {
  const instant = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2099, 0) });
  const offset = fc.integer({ min: -12 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(instant, offset, (at, displayOffsetMinutes) => {
      const style = { ...PHONE_STYLE, milliseconds: true };
      expect(Date.parse(formatSystemTime(at, style))).toBe(at);
      expect(Date.parse(formatDisplayTime(at, displayOffsetMinutes, style))).toBe(at);
      expect(formatSystemTime(at, PHONE_STYLE)).toBe(`${new Date(at).toISOString().slice(0, 19)}Z`);
    }),
    { seed: 1, numRuns: 2_000 },
  );
});

test("an offset of zero that has lost a second is minus one second", () => {
  expect(formatDisplayTime(0, 0, { ...PHONE_STYLE, offsetSeconds: true })).toBe(
    "1970-01-01T00:00:00-00:00:01",
  );
});
