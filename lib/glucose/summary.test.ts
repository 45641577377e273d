import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/clock";
import { BANDS } from "./bands";
import type { Exclusion } from "./exclusions/exclusion";
import { keyFigures } from "./key-figures";
import { addDays } from "./local-time";
import type { Period } from "./period";
import { glucoseProfile } from "./profile";
import { customRangeSet } from "./range-sets";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { summarize } from "./summary";
import { datesFrom, egv, freshAt, longAfter, stream } from "./testing/readings";
import { mmolLToMgDl } from "./units";
import { JUDGED_FIGURES } from "./verdict";

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
    expect(summary.mean).toBe(165);
    const variance = ((105 ** 2 + 2 * 15 ** 2 + 135 ** 2) / 4) * (4_032 / 4_031);
    expect(summary.sd).toBeCloseTo(Math.sqrt(variance), 10);
    expect(summary.cv).toBeCloseTo((100 * Math.sqrt(variance)) / 165, 10);
    expect(summary.gmi).toBeCloseTo(3.31 + 0.02392 * 165, 12);
    expect(summary.bands.map(({ band, percent, minutesPerDay }) => [band, percent, minutesPerDay])).toEqual([
      ["veryLow", 0, 0],
      ["low", 25, 360],
      ["target", 50, 720],
      ["high", 0, 0],
      ["veryHigh", 25, 360],
    ]);
  });

  it("tests goals on them", () => {
    expect(summary.goals.mean).toEqual({ comparison: "<", bound: 154, met: false });
    expect(summary.goals.gmi).toEqual({ comparison: "<", bound: 7, met: false });
    expect(summary.goals.cv).toEqual({ comparison: "<=", bound: 36, met: false });
    expect(summary.bands.map(({ goal }) => goal?.met)).toEqual([true, false, false, false, false]);
  });

  it("finds everything sufficient", () => {
    for (const [figure, verdict] of Object.entries(summary.sufficiency)) {
      expect(verdict, figure).toEqual({ status: "sufficient" });
    }
    expect(Object.keys(summary.sufficiency).toSorted()).toEqual([...JUDGED_FIGURES].toSorted());
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
    expect(day.mean).toBe(120);
    expect(day.gmi).toBeCloseTo(6.1804, 4);
    expect(day.sufficiency.timeInRanges).toEqual({
      status: "insufficient",
      reasons: [{ rule: "hours", hours: 253 / 12, hoursMin: 24 }],
      availableOn: "2026-03-03",
    });
    expect(day.goals.mean.met).toBeNull();
    expect(day.bands.every(({ goal }) => goal?.met === null)).toBe(true);
  });

  it("without readings has no number at all, and still a line for each day", () => {
    const none = of([], datesFrom("2026-03-02", 14), freshAt("2026-03-15T12:00:00Z"));
    expect([none.mean, none.sd, none.cv, none.gmi]).toEqual([null, null, null, null]);
    expect(
      none.bands.every(({ count, share, percent, underOne }) => !count && !share && !percent && !underOne),
    ).toBe(true);
    expect(none.sufficiency.timeInRanges).toMatchObject({
      status: "insufficient",
      availableOn: "2026-03-16",
    });
    expect(none.profile.points.every(({ p50 }) => p50 === null)).toBe(true);
    expect(none.days).toHaveLength(14);
    expect(none.days[0]).toMatchObject({ count: 0, targetShare: null, mean: null, activePercent: 0 });
  });

  it("of one reading has a mean and no spread", () => {
    const one = of([egv(monday, 120)], datesFrom("2026-03-02", 1));
    expect([one.mean, one.sd, one.cv]).toEqual([120, null, null]);
  });

  it("of a newcomer with 11 days shows bands with care, withholds GMI and says when it comes", () => {
    const now = monday + 11 * DAY_MS + 15 * HOUR_MS;
    const fresh = freshAt(now);
    const readings = stream(monday + DAY_MS, fresh.availableUntil + 1, 120);
    const summary = of(readings, datesFrom("2026-02-28", 14), fresh);
    expect(summary.sufficiency.timeInRanges).toMatchObject({ status: "caution" });
    expect(summary.sufficiency.gmi).toMatchObject({ status: "insufficient", availableOn: "2026-03-16" });
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
    expect(summary.mean).toBe(200);
    expect(summary.bands.map(({ count }) => count)).toEqual([1, 0, 1, 0, 1]);
  });
});

describe("the key figures", () => {
  it("are part of the summary, number for number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 40, max: 300 }), (days, level) => {
        const input = {
          series: buildSeries(stream(monday, monday + days * DAY_MS, (at) => level + ((at / 300_000) % 97))),
          period: datesFrom("2026-03-02", 14),
          freshness: longAfter,
        };
        expect(summarize(input)).toMatchObject(keyFigures(input));
      }),
      { seed: 15, numRuns: 20 },
    );
  });
});

describe("readings left out", () => {
  const series = buildSeries(stream(monday, monday + 14 * DAY_MS, (at) => (at < monday + DAY_MS ? 50 : 150)));
  const input = { series, period: datesFrom("2026-03-02", 14), freshness: longAfter };
  const firstDay: Exclusion = {
    kind: "by-hand",
    from: monday,
    to: monday + DAY_MS,
    transmitterId: null,
    reason: "New sensor, far from the meter",
    markedBy: "the person",
  };

  it("change the figures, and the summary says which were left out and why", () => {
    const without = summarize({ ...input, exclusions: [firstDay] });
    expect(without).toMatchObject({
      readings: 13 * 288,
      mean: 150,
      timeInRanges: { veryLow: 0, target: 100 },
    });
    expect(without.exclusions).toEqual([{ ...firstDay, readings: 288 }]);
    expect(without.episodes.hypo.level1.count).toBe(0);
  });

  it("were worn all the same: coverage keeps them, sufficiency does not lean on them", () => {
    const { coverage, sufficiency } = summarize({ ...input, exclusions: [firstDay] });
    expect(coverage).toMatchObject({ observed: 4_032, activePercent: 100, gaps: [], excluded: 288 });
    expect(sufficiency.gmi).toMatchObject({
      status: "insufficient",
      reasons: [{ rule: "days", days: 13, daysMin: 14 }],
    });
  });

  it("come back when nothing is left out, number for number", () => {
    const before = summarize(input);
    summarize({ ...input, exclusions: [firstDay] });
    expect(summarize({ ...input, exclusions: [] })).toEqual(before);
    expect(before).toMatchObject({ readings: 4_032, exclusions: [], coverage: { excluded: 0 } });
  });

  it("outside the period are not listed", () => {
    const later = { ...input, period: datesFrom("2026-03-04", 7), exclusions: [firstDay] };
    expect(summarize(later)).toMatchObject({ exclusions: [], coverage: { excluded: 0 }, readings: 7 * 288 });
  });

  it("of a new sensor leave the word to the one still worn", () => {
    const old = stream(monday, monday + DAY_MS, 110, { transmitterId: "old" });
    const fresh = stream(monday, monday + DAY_MS, 60, { transmitterId: "new" }).map((one) => ({
      ...one,
      transmitterTicks: (one.transmitterTicks ?? 0) - 3_000,
    }));
    const two = {
      series: buildSeries([...old, ...fresh]),
      period: datesFrom("2026-03-02", 1),
      freshness: longAfter,
    };
    expect(summarize(two).mean).toBe(60);
    const starts = [{ ...firstDay, kind: "sensor-start" as const, transmitterId: "new" }];
    expect(summarize({ ...two, exclusions: starts })).toMatchObject({ mean: 110, readings: 288 });
  });
});

describe("readings that came in mmol/L", () => {
  const perReading = [2.9, 3, 3.8, 3.9, 7.8, 10, 10.1, 13.9, 14];
  const series = buildSeries(
    stream(monday, monday + 9 * 300_000, (at) => mmolLToMgDl(perReading[(at - monday) / 300_000] ?? 0)),
  );
  const input = { series, period: datesFrom("2026-03-02", 1), freshness: longAfter };

  it("are in the bands of mmol/L, although 13.9 and 3.9 would be elsewhere after conversion", () => {
    const { bands, titr } = summarize({ ...input, sourceUnit: "mmol/L" });
    expect(bands.map(({ count }) => count)).toEqual([1, 2, 3, 2, 1]);
    expect(titr).toBeCloseTo((100 * 2) / 9, 12);
    expect(summarize(input).bands.map(({ count }) => count)).not.toEqual([1, 2, 3, 2, 1]);
  });

  it("keep their episodes in them too: 3.9 for an hour is no low, 3.8 is", () => {
    const hourAt = (mmolL: number) => {
      const values = stream(monday, monday + DAY_MS, (at) => mmolLToMgDl(at < monday + HOUR_MS ? mmolL : 7));
      const whole = { ...input, series: buildSeries(values), sourceUnit: "mmol/L" as const };
      return summarize(whole).episodes.hypo.level1.count;
    };
    expect([hourAt(3.9), hourAt(3.8)]).toEqual([0, 1]);
  });
});

describe("ranges of a person's own", () => {
  it("stand beside the standard ones and change nothing there", () => {
    const series = buildSeries(stream(monday, monday + 2 * DAY_MS, (at) => (at % 600_000 === 0 ? 75 : 130)));
    const input = { series, period: datesFrom("2026-03-02", 2), freshness: longAfter };
    const own = customRangeSet({ low1: 80, high1: 140 });
    if (!own.ok) throw new Error(own.error);
    const { bands, rangeSets } = summarize({ ...input, ranges: own.value });
    expect(bands).toEqual(summarize(input).bands);
    expect(rangeSets.map(({ set }) => set)).toEqual(["older", "pregnancy", "pregnancy-type-2", "custom"]);
    const counts = Object.fromEntries(
      rangeSets.map(({ set, bands: ofSet }) => [set, ofSet.map(({ count }) => count)]),
    );
    expect(counts).toMatchObject({ pregnancy: [0, 0, 576, 0], older: [0, 0, 576, 0, 0] });
    expect(rangeSets.at(-1)?.bands.find(({ band }) => band === "target")?.count).toBe(288);
  });
});

describe("finer profiles", () => {
  it.each([15, 5] as const)("of %i minutes are raw and carry the same verdict", (binMinutes) => {
    const input = {
      series: buildSeries(stream(monday, monday + 14 * DAY_MS, threeLevels)),
      period: datesFrom("2026-03-02", 14),
      freshness: longAfter,
    };
    const profile = glucoseProfile(input, { binMinutes });
    expect(profile).toMatchObject({ binMinutes, smoothed: false, verdict: { status: "sufficient" } });
    expect(profile.points).toHaveLength(1_440 / binMinutes);
    expect(profile.points[(6 * 60) / binMinutes - 1]?.p50).toBe(60);
    expect(profile.points[(6 * 60) / binMinutes]?.p50).toBe(150);
    expect(glucoseProfile(input, { binMinutes: 60 })).toEqual(summarize(input).profile);
  });
});

describe("a profile of some weekdays", () => {
  const sundaysAt200 = (at: number) => (Math.floor((at - monday) / DAY_MS) % 7 === 6 ? 200 : 100);
  const input = {
    series: buildSeries(stream(monday, monday + 56 * DAY_MS, sundaysAt200)),
    period: datesFrom("2026-03-02", 56),
    freshness: longAfter,
  };

  it("is made of the readings of those dates alone and judged by them", () => {
    const sundays = glucoseProfile(input, { binMinutes: 60, weekdays: [7] });
    expect(sundays.points[12]).toMatchObject({ p5: 200, p95: 200, readings: 8 * 12, days: 8 });
    expect(sundays.verdict).toEqual({ status: "caution", reasons: [{ rule: "days", days: 8, daysMin: 14 }] });
    const rest = glucoseProfile(input, { binMinutes: 15, weekdays: [1, 2, 3, 4, 5, 6] });
    expect(rest.points[50]).toMatchObject({ p50: 100, days: 48 });
    expect(rest.verdict).toEqual({ status: "sufficient" });
  });

  it("of two Sundays is withheld without a promise", () => {
    const two = { ...input, period: datesFrom("2026-03-02", 14) };
    expect(glucoseProfile(two, { binMinutes: 60, weekdays: [7] }).verdict).toEqual({
      status: "insufficient",
      reasons: [{ rule: "profile-days", days: 2, daysMin: 7, hoursPerDayMin: 12 }],
      availableOn: null,
    });
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
        expect(total).toBe(mean === null ? 0 : 100);
        expect(gmi).toBe(mean === null ? null : 3.31 + 0.02392 * mean);
        expect(cv).toBe(mean === null || sd === null ? null : (100 * sd) / mean);
      }),
      { seed: 14, numRuns: 150 },
    );
  });
});
