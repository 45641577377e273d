import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { glucoseAround } from "./logbook-glucose";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { egv, freshAt, longAfter, stream, withGap } from "./testing/readings";
import { timelineOf } from "./timeline";

const NOON = Date.parse("2026-05-01T12:00:00Z");
const MINUTE = 60_000;
// 100 mg/dL at 11:00, one more each minute.
const rising = stream(
  "2026-05-01T11:00:00Z",
  "2026-05-01T15:00:00Z",
  (at) => 100 + (at - NOON) / MINUTE + 60,
);

function around(readings: readonly Egv[], at = NOON, freshness = longAfter) {
  return glucoseAround(timelineOf(buildSeries(readings), freshness), at);
}

describe("glucose around an entry", () => {
  it("is the reading at or last before it and the one two hours later", () => {
    expect(around(rising)).toEqual({
      before: { systemTime: NOON, value: 160, status: null },
      after: { status: "there", reading: { systemTime: NOON + 120 * MINUTE, value: 280, status: null } },
      change: 120,
    });
    // 12:03: before is 12:00; two hours later 14:05 is nearer to 14:03 than 14:00.
    const { before, after } = around(rising, NOON + 3 * MINUTE);
    expect(before?.value).toBe(160);
    expect(after).toMatchObject({ reading: { value: 285 } });
  });

  it("before is not older than 15 minutes, exactly 15 included", () => {
    expect(around([egv(NOON - 15 * MINUTE, 90)]).before?.value).toBe(90);
    expect(around([egv(NOON - 16 * MINUTE, 90)]).before).toBeNull();
    expect(around([egv(NOON + MINUTE, 90)]).before).toBeNull();
  });

  it("after is at most 10 minutes away on either side, of two equally near the earlier one", () => {
    const later = NOON + 120 * MINUTE;
    expect(around([egv(later - 10 * MINUTE, 90)]).after).toMatchObject({ reading: { value: 90 } });
    expect(around([egv(later + 10 * MINUTE, 90)]).after).toMatchObject({ reading: { value: 90 } });
    expect(around([egv(later - 11 * MINUTE, 90), egv(later + 11 * MINUTE, 95)]).after).toEqual({
      status: "none",
    });
    expect(around([egv(later - 4 * MINUTE, 90), egv(later + 4 * MINUTE, 95)]).after).toMatchObject({
      reading: { value: 90 },
    });
  });

  it("is said to be missing where the sensor was silent, and to be awaited where nobody can know yet", () => {
    const silent = withGap(rising, "2026-05-01T13:30:00Z", "2026-05-01T14:30:00Z");
    expect(around(silent).after).toEqual({ status: "none" });
    // Available until 13:55: the reading of 14:00 is still withheld.
    expect(around(rising, NOON, freshAt("2026-05-01T16:55:00Z")).after).toEqual({ status: "awaited" });
    expect(around(rising, NOON, freshAt("2026-05-01T17:00:00Z")).after).toMatchObject({ status: "there" });
  });

  it("gives no change across the sensor's range", () => {
    const low = rising.map((one) =>
      one.systemTime === NOON ? { ...one, value: 39, status: "low" as const } : one,
    );
    expect(around(low)).toMatchObject({ before: { status: "low" }, change: null });
  });
});

it("never shows a reading from after the entry as before it, nor one too far from two hours", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -60, max: 240 }), { maxLength: 60 }), (minutes) => {
      const { before, after } = around(minutes.map((minute) => egv(NOON + minute * MINUTE, 120)));
      if (before !== null) {
        expect(before.systemTime).toBeLessThanOrEqual(NOON);
        expect(before.systemTime).toBeGreaterThanOrEqual(NOON - 15 * MINUTE);
      } else expect(minutes.some((minute) => minute <= 0 && minute >= -15)).toBe(false);
      const near = minutes.some((minute) => Math.abs(minute - 120) <= 10);
      expect(after.status).toBe(near ? "there" : "none");
    }),
    { seed: 7, numRuns: 200 },
  );
});
