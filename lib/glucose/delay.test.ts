import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, fixedClock, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { availableUntil, isRetrospectiveWindow, retrospectiveWindow, withholdNewerThan } from "./delay";

const NOW = Date.parse("2030-03-01T12:00:00Z");
const clock = fixedClock(NOW);
const seconds = fc.integer({ min: 0, max: 4_000 * 86_400 }).map((s) => NOW - 2_000 * DAY_MS + s * SECOND_MS);

test("what is available ends exactly the delay before now", () => {
  expect(availableUntil(clock, 180)).toBe(Date.parse("2030-03-01T09:00:00Z"));
  expect(availableUntil(clock, 0)).toBe(NOW);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])(
  "a delay of %s is refused, not ignored",
  (delayMinutes) => {
    expect(() => availableUntil(clock, delayMinutes)).toThrow(RangeError);
  },
);

test("a window that reaches into the delay is cut to what is available", () => {
  const window = retrospectiveWindow({ from: NOW - DAY_MS, to: NOW, clock, delayMinutes: 180 });
  expect(window).toEqual({ from: NOW - DAY_MS, to: NOW - 3 * HOUR_MS });
});

test("a window inside the available past is left as it is", () => {
  const window = retrospectiveWindow({ from: NOW - 2 * DAY_MS, to: NOW - DAY_MS, clock, delayMinutes: 180 });
  expect(window).toEqual({ from: NOW - 2 * DAY_MS, to: NOW - DAY_MS });
});

test.each([
  ["wholly inside the delay", NOW - HOUR_MS, NOW],
  ["in the future", NOW + HOUR_MS, NOW + DAY_MS],
  ["empty", NOW - DAY_MS, NOW - DAY_MS],
  ["backwards", NOW - DAY_MS, NOW - 2 * DAY_MS],
  ["starting at the very end of what is available", NOW - 3 * HOUR_MS, NOW],
])("nothing is made of a stretch that is %s", (_, from, to) => {
  expect(retrospectiveWindow({ from, to, clock, delayMinutes: 180 })).toBeNull();
});

test("an open end means everything that is available", () => {
  const window = retrospectiveWindow({
    from: NOW - DAY_MS,
    to: Number.POSITIVE_INFINITY,
    clock,
    delayMinutes: 180,
  });
  expect(window?.to).toBe(NOW - 3 * HOUR_MS);
});

test("fractions of a second never push the end past what is available", () => {
  const ragged = fixedClock(NOW + 999);
  const window = retrospectiveWindow({
    from: NOW - DAY_MS + 1,
    to: NOW + DAY_MS,
    clock: ragged,
    delayMinutes: 180,
  });
  expect(window).toEqual({ from: NOW - DAY_MS, to: NOW - 3 * HOUR_MS });
});

test("no window or clock makes a fetch reach past now minus the delay", () => {
  fc.assert(
    fc.property(seconds, seconds, fc.integer({ min: 0, max: 10_000 }), (from, to, delayMinutes) => {
      const window = retrospectiveWindow({ from, to, clock, delayMinutes });
      const limit = NOW - delayMinutes * MINUTE_MS;
      expect(window === null).toBe(to <= from || from >= limit);
      if (window) expect(window.from < window.to && window.to <= limit).toBe(true);
    }),
    { seed: 20_300_301, numRuns: 500 },
  );
});

test("only this module can make a window: a look-alike, a copy or a parsed one is not one", () => {
  const window = retrospectiveWindow({ from: NOW - DAY_MS, to: NOW, clock, delayMinutes: 180 })!;
  expect(isRetrospectiveWindow(window)).toBe(true);
  expect(isRetrospectiveWindow({ from: window.from, to: NOW })).toBe(false);
  expect(isRetrospectiveWindow(Object.create(window))).toBe(false);
  expect(isRetrospectiveWindow(structuredClone(window))).toBe(false);
});

test("a window cannot be widened after it was made", () => {
  const window = retrospectiveWindow({ from: NOW - DAY_MS, to: NOW, clock, delayMinutes: 180 })!;
  expect(Object.isFrozen(window)).toBe(true);
});

test("records newer than the limit are counted and gone, the one exactly at it stays", () => {
  const records = [{ systemTime: 99 }, { systemTime: 100 }, { systemTime: 101 }];
  expect(withholdNewerThan(records, 100)).toEqual({
    kept: [{ systemTime: 99 }, { systemTime: 100 }],
    withheld: 1,
  });
});
