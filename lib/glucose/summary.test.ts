import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/clock";
import { BANDS } from "./figures";
import { addDays } from "./local-time";
import type { Period } from "./period";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { glucoseProfile, summarize } from "./summary";
import { datesFrom, egv, freshAt, longAfter, stream } from "./testing/readings";

const monday = Date.parse("2026-03-02T00:00:00Z");
const of = (readings: readonly Egv[], period: Period, freshness = longAfter) =>
  summarize({ series: buildSeries(readings), period, freshness });

/** Nights at 60, days at 150, evenings from six at 300: a quarter, a half and a quarter of every day. */
const threeLevels = (at: number) => {
  const hour = Math.floor((at % DAY_MS) / HOUR_MS);
  return hour < 6 ? 60 : hour < 18 ? 150 : 300;
};

describe("a summary of 14 whole days", () => {
  const summary = of(stream(monday, monday + 14 * DAY_MS, threeLevels), datesFrom("2026-03-02", 14));

  it("has the figures that can be worked out by hand", () => {
    // (60 + 2 · 150 + 300) / 4 = 165; squares 105², 15², 15², 135² in the same weights; n = 4,032.
    expect(summary.mean.value).toBe(165);
    const variance = ((105 ** 2 + 2 * 15 ** 2 + 135 ** 2) / 4) * (4_032 / 4_031);
    expect(summary.sd.value).toBeCloseTo(Math.sqrt(variance), 10);
    expect(summary.cv.value).toBeCloseTo((100 * Math.sqrt(variance)) / 165, 10);
    expect(summary.gmi.value).toBeCloseTo(3.31 + 0.02392 * 165, 12);
    expect(summary.bands.map(({ band, percent, minutesPerDay }) => [band, percent, minutesPerDay])).toEqual([
      ["veryLow", 0, 0],
      ["low", 25, 360],
      ["target", 50, 720],
      ["high", 0, 0],
      ["veryHigh", 25, 360],
    ]);
  });

  it("tests goals on them", () => {
    expect(summary.mean.goal).toEqual({ comparison: "<", bound: 154, met: false });
    expect(summary.gmi.goal).toEqual({ comparison: "<", bound: 7, met: false });
    expect(summary.cv.goal).toEqual({ comparison: "<=", bound: 36, met: false });
    expect(summary.bands.map(({ goal }) => goal?.met)).toEqual([true, false, false, false, false]);
  });

  it("finds everything sufficient", () => {
    const { bandsVerdict, mean, sd, cv, gmi, profile } = summary;
    for (const verdict of [
      bandsVerdict,
      mean.verdict,
      sd.verdict,
      cv.verdict,
      gmi.verdict,
      profile.verdict,
    ]) {
      expect(verdict).toEqual({ status: "sufficient" });
    }
  });

  it("has a smoothed hourly profile at the half hours", () => {
    const { points, smoothed, binMinutes } = summary.profile;
    expect([points.length, smoothed, binMinutes]).toEqual([24, true, 60]);
    expect(points[3]).toMatchObject({ minuteOfDay: 210, p5: 60, p50: 60, p95: 60, readings: 168, days: 14 });
    expect(points[5]?.p50).toBe((60 + 4 * 60 + 150) / 6);
    expect(points[0]?.p50).toBe((300 + 4 * 60 + 60) / 6);
  });

  it("has a line for each day", () => {
    expect(summary.days).toHaveLength(14);
    expect(summary.days[13]).toEqual({
      date: "2026-03-15",
      count: 288,
      targetShare: 0.5,
      belowShare: 0.25,
      aboveShare: 0.25,
      mean: 165,
      activePercent: 100,
      lengthMinutes: 1_440,
    });
  });
});

describe("a summary of too little", () => {
  it("gives values and verdicts, and leaves goals open", () => {
    const day = of(
      stream(monday, monday + 23 * HOUR_MS, 120),
      datesFrom("2026-03-02", 14),
      freshAt(monday + DAY_MS),
    );
    expect(day.mean.value).toBe(120);
    expect(day.gmi.value).toBeCloseTo(6.1804, 4);
    expect(day.bandsVerdict).toEqual({
      status: "insufficient",
      reasons: [{ rule: "hours", hours: 253 / 12, hoursMin: 24 }],
      availableOn: "2026-03-03",
    });
    expect(day.mean.goal.met).toBeNull();
    expect(day.bands.every(({ goal }) => goal?.met === null)).toBe(true);
  });

  it("without readings has no number at all, and still a line for each day", () => {
    const none = of([], datesFrom("2026-03-02", 14), freshAt("2026-03-15T12:00:00Z"));
    expect([none.mean.value, none.sd.value, none.cv.value, none.gmi.value]).toEqual([null, null, null, null]);
    expect(
      none.bands.every(({ count, share, percent, underOne }) => !count && !share && !percent && !underOne),
    ).toBe(true);
    expect(none.bandsVerdict).toMatchObject({ status: "insufficient", availableOn: "2026-03-16" });
    expect(none.profile.points.every(({ p50 }) => p50 === null)).toBe(true);
    expect(none.days).toHaveLength(14);
    expect(none.days[0]).toMatchObject({ count: 0, targetShare: null, mean: null, activePercent: 0 });
  });

  it("of one reading has a mean and no spread", () => {
    const one = of([egv(monday, 120)], datesFrom("2026-03-02", 1));
    expect([one.mean.value, one.sd.value, one.cv.value]).toEqual([120, null, null]);
  });

  it("of a newcomer with 11 days shows bands with care, withholds GMI and says when it comes", () => {
    const now = monday + 11 * DAY_MS + 15 * HOUR_MS;
    const fresh = freshAt(now);
    const readings = stream(monday + DAY_MS, fresh.availableUntil + 1, 120);
    const summary = of(readings, datesFrom("2026-02-28", 14), fresh);
    expect(summary.bandsVerdict).toMatchObject({ status: "caution" });
    expect(summary.gmi.verdict).toMatchObject({ status: "insufficient", availableOn: "2026-03-16" });
    expect(summary.profile.verdict).toMatchObject({ status: "caution" });
  });
});

describe("a LOW and a HIGH", () => {
  it("count as 39 and 401 in every figure", () => {
    const readings = [
      egv(monday, 0, { status: "low" }),
      egv(monday + 300_000, 0, { status: "high" }),
      egv(monday + 600_000, 160),
    ];
    const summary = of(readings, datesFrom("2026-03-02", 1));
    expect(summary.mean.value).toBe(200);
    expect(summary.bands.map(({ count }) => count)).toEqual([1, 0, 1, 0, 1]);
  });
});

describe("finer profiles", () => {
  it.each([15, 5] as const)("of %i minutes are raw and carry the same verdict", (binMinutes) => {
    const input = {
      series: buildSeries(stream(monday, monday + 14 * DAY_MS, threeLevels)),
      period: datesFrom("2026-03-02", 14),
      freshness: longAfter,
    };
    const profile = glucoseProfile(input, binMinutes);
    expect(profile).toMatchObject({ binMinutes, smoothed: false, verdict: { status: "sufficient" } });
    expect(profile.points).toHaveLength(1_440 / binMinutes);
    expect(profile.points[(6 * 60) / binMinutes - 1]?.p50).toBe(60);
    expect(profile.points[(6 * 60) / binMinutes]?.p50).toBe(150);
    expect(glucoseProfile(input, 60)).toEqual(summarize(input).profile);
  });
});

describe("for any readings", () => {
  const offsets = fc.constantFrom(0, -300, 345, 630, 840);
  const anyReadings = fc
    .array(
      fc.record({
        slot: fc.integer({ min: 0, max: 6 * 288 }),
        jitterSeconds: fc.integer({ min: 0, max: 100 }),
        value: fc.integer({ min: 30, max: 420 }),
        transmitterId: fc.constantFrom("a", "b", null),
        offset: offsets,
      }),
      { maxLength: 80 },
    )
    .map((list) =>
      list.map(({ slot, jitterSeconds, value, transmitterId, offset }) =>
        egv(monday + slot * 300_000 + jitterSeconds * 1_000, value, {
          offset,
          transmitterId,
          transmitterTicks: transmitterId === null ? null : 4_000 + slot * 300,
        }),
      ),
    );
  const period = datesFrom("2026-03-01", 9);

  it("the order of arrival and second copies change nothing", () => {
    fc.assert(
      fc.property(
        anyReadings.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([readings, shuffled]) => {
          const expected = of(readings, period);
          expect(of(shuffled, period)).toEqual(expected);
          expect(of([...shuffled, ...structuredClone(readings)], period)).toEqual(expected);
        },
      ),
      { seed: 12, numRuns: 150 },
    );
  });

  it("the days add up to the period, and so do the summaries of each day alone", () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const series = buildSeries(readings);
        const whole = summarize({ series, period, freshness: longAfter });
        const total = whole.bands.reduce((sum, { count }) => sum + count, 0);
        expect(whole.days.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        const days = whole.days.map((_, i) =>
          summarize({ series, period: datesFrom(addDays(period.from, i), 1), freshness: longAfter }),
        );
        for (const [i] of BANDS.entries()) {
          const recombined = days.reduce((sum, day) => sum + (day.bands[i]?.count ?? 0), 0);
          expect(recombined).toBe(whole.bands[i]?.count);
        }
        expect(days.map(({ days: [day] }) => [day?.count, day?.lengthMinutes, day?.mean])).toEqual(
          whole.days.map((day) => [day.count, day.lengthMinutes, day.mean]),
        );
      }),
      { seed: 13, numRuns: 150 },
    );
  });

  it("percentages total 100 or there is nothing, and mean, GMI and CV hang together", () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const { bands, mean, gmi, cv, sd } = of(readings, period);
        const total = bands.reduce((sum, { percent }) => sum + percent, 0);
        expect(total).toBe(mean.value === null ? 0 : 100);
        expect(gmi.value).toBe(mean.value === null ? null : 3.31 + 0.02392 * mean.value);
        expect(cv.value).toBe(
          mean.value === null || sd.value === null ? null : (100 * sd.value) / mean.value,
        );
      }),
      { seed: 14, numRuns: 150 },
    );
  });
});
