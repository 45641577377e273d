import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { BANDS } from "../bands";
import type { Exclusion } from "../exclusions/exclusion";
import type { Freshness } from "../figures";
import { addDays, type LocalDate } from "../local-time";
import { instantsToLoad, type Period } from "../period";
import { RANGE_SETS } from "../range-sets";
import type { Egv, EgvSeries } from "../reading";
import { buildSeries, seriesBetween } from "../series";
import { summarize } from "../summary";
import { peopleOf } from "../testing/people";
import { datesFrom, egv, freshAt, longAfter, stream, wholePeriodOf, withGap } from "../testing/readings";
import { mmolLToMgDl } from "../units";
import type { SummaryInput } from "../workings";
import { aggregateDays } from "./aggregate-days";
import { figuresOfDays, type PublishedRanges } from "./figures-of-days";

const SETS = ["standard", "older", "pregnancy", "pregnancy-type-2"] as const satisfies PublishedRanges[];
const MARCH = "2026-03-01";
const FIRST = Date.parse(`${MARCH}T00:00:00Z`);
/** What a summary keeps: thirty dates, the thirty before, and one to spare. */
const KEPT_DATES = 61;

/** Days of glucose with lows, highs and everything between, the same at every run. */
const curve = (at: number) =>
  Math.round(150 + 75 * Math.sin(at / (5 * HOUR_MS)) + 70 * Math.sin(at / (37 * HOUR_MS)));

/** Whole mg/dL, all that Dexcom sends, lose nothing; of fractions a summary keeps what no page could show. */
const toleranceFor = (values: Float64Array) => (values.every(Number.isInteger) ? 1e-12 : 1e-7);

function near(actual: number | null, expected: number | null, tolerance: number): void {
  if (expected === null || actual === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

/** Every figure of the list against the report's summary of the same dates. */
function expectTheReport(kept: SummaryInput, period: Period, report: SummaryInput["series"]): void {
  const days = aggregateDays(kept);
  const summary = summarize({ ...kept, series: report, period });
  const tolerance = toleranceFor(report.value);
  for (const ranges of SETS) {
    const figures = figuresOfDays(days, period, ranges, kept.freshness);
    const { coverage, sufficiency } = summary;
    const bands =
      ranges === "standard"
        ? summary.bands
        : (summary.rangeSets.find(({ set }) => set === ranges)?.bands ?? []);
    expect(figures.period).toEqual(summary.period);
    expect(figures.readings).toBe(summary.readings);
    expect(figures.observed).toBe(coverage.observed);
    expect(figures.expected).toBe(coverage.expected);
    expect(figures.activePercent ?? 0).toBe(coverage.activePercent);
    expect(figures.daysWithReadings).toBe(coverage.daysWithReadings);
    expect(figures.hoursOfReadings).toBe(coverage.hoursOfReadings);
    for (const figure of ["mean", "sd", "cv", "gmi"] as const)
      near(figures[figure], summary[figure], tolerance);
    for (const band of BANDS) {
      const share = bands.find((one) => one.band === band);
      expect(figures.counts[BANDS.indexOf(band)]).toBe(share?.count ?? 0);
      if (share === undefined) expect(figures.shares[band]).toBeNull();
      else near(figures.shares[band], 100 * share.share, 1e-12);
      if (ranges === "standard") expect(figures.shares[band]).toBe(summary.timeInRanges[band]);
    }
    const { timeInRanges, mean, sd, cv, gmi, episodes } = sufficiency;
    expect(figures.sufficiency).toEqual({ timeInRanges, mean, sd, cv, gmi, episodes });
  }
}

interface Stretch {
  readonly readings: readonly Egv[];
  readonly freshness?: Freshness;
  readonly exclusions?: readonly Exclusion[];
}

/** A stretch as a refresh sees it: its dates, and one UTC day more on each side. */
function keptOf(
  { readings, freshness = longAfter, exclusions = [] }: Stretch,
  period = datesFrom(MARCH, KEPT_DATES),
): SummaryInput {
  return { series: buildSeries(readings), period, freshness, exclusions };
}

/** What a report of a part of it loads. */
function partOf(series: EgvSeries, period: Period): EgvSeries {
  return seriesBetween(series, instantsToLoad(period));
}

const byHand = (from: number, to: number): Exclusion => ({
  kind: "by-hand",
  from,
  to,
  transmitterId: null,
  reason: "Lay on it",
  markedBy: "owner",
});

describe("the figures of a list", () => {
  it("are those of 14 days that can be worked out by hand", () => {
    const days = aggregateDays(
      keptOf({
        readings: stream(FIRST, FIRST + 14 * DAY_MS, (at) => {
          const hour = Math.floor((at % DAY_MS) / HOUR_MS);
          return hour < 6 ? 60 : hour < 18 ? 150 : 300;
        }),
      }),
    );
    const figures = figuresOfDays(days, datesFrom(MARCH, 14), "standard");
    const sd = Math.sqrt(((105 ** 2 + 2 * 15 ** 2 + 135 ** 2) / 4) * (4_032 / 4_031));
    expect(figures).toMatchObject({
      readings: 4_032,
      expected: 4_032,
      activePercent: 100,
      daysWithReadings: 14,
      hoursOfReadings: 336,
      mean: 165,
      gmi: 3.31 + 0.02392 * 165,
      counts: [0, 1_008, 2_016, 0, 1_008],
      shares: { veryLow: 0, low: 25, target: 50, high: 0, veryHigh: 25 },
      // One low begins at each midnight, one spell above 180 and 250 at each six in the evening.
      episodes: { low: 14, veryLow: 0, high: 14, veryHigh: 14 },
      sufficiency: { timeInRanges: { status: "sufficient" }, gmi: { status: "sufficient" } },
    });
    expect(figures.sd).toBeCloseTo(sd, 12);
    expect(figures.cv).toBeCloseTo((100 * sd) / 165, 12);
    // 60 is below 63, 150 above 140: nothing is in the range of a pregnancy, which has no "very high".
    expect(figuresOfDays(days, datesFrom(MARCH, 14), "pregnancy").shares).toEqual({
      veryLow: 0,
      low: 25,
      target: 0,
      high: 75,
      veryHigh: null,
    });
  });

  it("are those of the report at every edge, in either unit of the source", () => {
    const edges = [53.9, 54, 62.9, 63, 69.5, 70, 140, 140.1, 180, 180.1, 250, 250.1];
    const inMmol = [2.9, 3, 3.4, 3.5, 3.8, 3.9, 7.8, 7.9, 10, 10.1, 13.9, 14].map(mmolLToMgDl);
    for (const [sourceUnit, values] of [
      ["mg/dL", edges],
      ["mmol/L", inMmol],
    ] as const) {
      const readings = stream(
        FIRST,
        FIRST + 2 * DAY_MS,
        (at) => values[Math.floor(at / (5 * MINUTE_MS)) % values.length] ?? 0,
      );
      const kept = { ...keptOf({ readings }), sourceUnit };
      const days = aggregateDays(kept);
      const period = datesFrom(MARCH, 2);
      const summary = summarize({ ...kept, period });
      for (const ranges of SETS) {
        const bands = summary.rangeSets.find(({ set }) => set === ranges)?.bands ?? summary.bands;
        const figures = figuresOfDays(days, period, ranges);
        expect(bands.map(({ count }) => count)).toEqual(figures.counts.slice(0, bands.length));
      }
      const figures = figuresOfDays(days, period, "standard");
      for (const figure of ["mean", "sd", "cv", "gmi"] as const) near(figures[figure], summary[figure], 1e-7);
    }
  });

  it("know no date before those that are kept, and nothing of dates to come", () => {
    const days = aggregateDays(keptOf({ readings: stream(FIRST, FIRST + 61 * DAY_MS, 120) }));
    expect(() => figuresOfDays(days, { from: "2026-02-28", to: MARCH }, "standard")).toThrow(RangeError);
    const later = figuresOfDays(days, { from: "2026-04-30", to: "2026-05-13" }, "standard");
    expect(later).toMatchObject({ readings: 288, daysWithReadings: 1, period: { days: 14 } });
    const none = figuresOfDays(days, { from: "2026-06-01", to: "2026-06-14" }, "standard");
    expect(none).toMatchObject({ readings: 0, mean: null, sd: null, cv: null, gmi: null });
    expect(none.shares).toEqual({ veryLow: 0, low: 0, target: 0, high: 0, veryHigh: 0 });
  });

  it("have no wear where nothing could have been there", () => {
    const freshness = freshAt(FIRST + 10 * DAY_MS);
    const days = aggregateDays(keptOf({ readings: stream(FIRST, FIRST + 9 * DAY_MS, 120), freshness }));
    expect(figuresOfDays(days, datesFrom("2026-03-20", 7), "standard").activePercent).toBeNull();
    expect(figuresOfDays(days, datesFrom("2026-03-04", 7), "standard").expected).toBe(6 * 288 + 21 * 12);
  });

  it("count an episode over midnight once, on the date on which it starts", () => {
    const low = { from: FIRST + 2 * DAY_MS - HOUR_MS, to: FIRST + 2 * DAY_MS + HOUR_MS };
    const days = aggregateDays(
      keptOf({
        readings: stream(FIRST, FIRST + 4 * DAY_MS, (at) => (at >= low.from && at < low.to ? 50 : 120)),
      }),
    );
    const on = (date: LocalDate) => figuresOfDays(days, { from: date, to: date }, "standard").episodes;
    expect(on("2026-03-02")).toEqual({ low: 1, veryLow: 1, high: 0, veryHigh: 0 });
    expect(on("2026-03-03")).toEqual({ low: 0, veryLow: 0, high: 0, veryHigh: 0 });
  });

  it("say from when a withheld figure can be there only where they are told what time it is", () => {
    const freshness = freshAt(FIRST + 3 * DAY_MS);
    const days = aggregateDays(
      keptOf({ readings: stream(FIRST + 2 * DAY_MS, FIRST + 3 * DAY_MS, 120), freshness }),
    );
    const period = { from: "2026-03-01", to: "2026-03-03" } as const;
    expect(figuresOfDays(days, period, "standard").sufficiency.mean).toMatchObject({ availableOn: null });
    expect(figuresOfDays(days, period, "standard", freshness).sufficiency.mean).toMatchObject({
      availableOn: "2026-03-04",
    });
  });
});

describe("the figures of a list are those of the report on the same dates", () => {
  const whole = stream(FIRST - DAY_MS, FIRST + 62 * DAY_MS, curve);
  const periods = [1, 2, 7, 14, 30, 61];

  it.each(periods)("for %i whole days", (length) => {
    const kept = keptOf({ readings: whole });
    const period = datesFrom(addDays(MARCH, KEPT_DATES - length), length);
    expectTheReport(kept, period, partOf(kept.series, period));
  });

  it.each(periods)("for the last %i days while the newest date is not over", (length) => {
    // The last complete sync stopped in the middle of a five-minute step.
    const now = FIRST + 60 * DAY_MS + 17 * HOUR_MS + 62_000;
    const freshness = freshAt(now, { checkedThrough: now - 4 * HOUR_MS - 42_000 });
    const kept = keptOf({ readings: whole, freshness });
    const period = datesFrom(addDays(MARCH, KEPT_DATES - length), length);
    expectTheReport(kept, period, partOf(kept.series, period));
  });

  it.each(periods)("for the last %i days while the first import runs", (length) => {
    const now = FIRST + 60 * DAY_MS + 17 * HOUR_MS;
    const freshness = freshAt(now, { checkedThrough: null });
    const kept = keptOf({ readings: withGap(whole, "2026-01-01", "2026-04-20"), freshness });
    const period = datesFrom(addDays(MARCH, KEPT_DATES - length), length);
    // A report on less than what is there begins to expect where its own readings begin, a day earlier than it is about.
    expectTheReport(kept, period, kept.series);
  });

  it.each([
    ["23 hours", "2026-03-29", -60],
    ["25 hours", "2026-03-29", 60],
  ] as const)("where a date has %s", (_, date, change) => {
    const changedAt = Date.parse(`${date}T01:00:00Z`);
    const offset = (at: number) => (at < changedAt ? 60 : 60 - change);
    const kept = keptOf({
      readings: stream(FIRST - DAY_MS, FIRST + 62 * DAY_MS, curve, { offset }),
      freshness: { ...longAfter, displayOffsetMinutes: 60 - change },
    });
    for (const [from, length] of [
      [date, 1],
      [addDays(date, -6), 7],
      [addDays(date, -3), 14],
    ] as const) {
      const period = datesFrom(from, length);
      expectTheReport(kept, period, partOf(kept.series, period));
    }
    const expected = figuresOfDays(aggregateDays(kept), datesFrom(date, 1), "standard").expected;
    expect(expected).toBe(288 - -change / 5);
  });

  it("where readings are left out: worn, but in no figure", () => {
    const exclusions = [
      byHand(FIRST + 45 * DAY_MS + 2 * HOUR_MS, FIRST + 45 * DAY_MS + 5 * HOUR_MS),
      // A whole date and more.
      byHand(FIRST + 50 * DAY_MS - HOUR_MS, FIRST + 51 * DAY_MS + HOUR_MS),
    ];
    const kept = keptOf({ readings: whole, exclusions });
    for (const length of periods) {
      const period = datesFrom(addDays(MARCH, KEPT_DATES - length), length);
      expectTheReport(kept, period, partOf(kept.series, period));
    }
    const gone = figuresOfDays(aggregateDays(kept), datesFrom(addDays(MARCH, 50), 1), "standard");
    expect(gone).toMatchObject({ readings: 0, activePercent: 100, daysWithReadings: 1, mean: null });
  });

  it("where two sensors overlap, one is worn for hours only, and values lie outside any scale", () => {
    const [a, b] = ["aa".repeat(32), "bb".repeat(32)];
    const kept = keptOf({
      readings: [
        ...stream(FIRST, FIRST + 40 * DAY_MS, curve, { transmitterId: a }),
        ...stream(FIRST + 40 * DAY_MS - 6 * HOUR_MS + 100_000, FIRST + 61 * DAY_MS, (at) => curve(at) + 9, {
          transmitterId: b,
        }),
        egv(FIRST + 50 * DAY_MS + 130_000, 3),
        egv(FIRST + 52 * DAY_MS + 130_000, 900),
      ],
    });
    for (const length of [7, 14, 30]) {
      const period = datesFrom(addDays(MARCH, KEPT_DATES - length), length);
      expectTheReport(kept, period, partOf(kept.series, period));
    }
  });
});

describe("whatever the readings are", () => {
  const arbitraryStretch = fc.record({
    everyMinutes: fc.constantFrom(1, 5, 5, 5, 15),
    values: fc.array(fc.integer({ min: 20, max: 420 }), { minLength: 1, maxLength: 97 }),
    gaps: fc.array(
      fc.record({ atHour: fc.integer({ min: 0, max: 20 * 24 }), hours: fc.integer({ min: 1, max: 90 }) }),
      { maxLength: 6 },
    ),
    leftOut: fc.array(
      fc.record({ atHour: fc.integer({ min: 24, max: 19 * 24 }), hours: fc.integer({ min: 1, max: 30 }) }),
      { maxLength: 2 },
    ),
    offsets: fc.tuple(fc.constantFrom(-300, 0, 60, 345), fc.constantFrom(0, 60, -60)),
    changeAtHour: fc.integer({ min: 48, max: 18 * 24 }),
    checkedAtMinute: fc.integer({ min: 15 * 24 * 60, max: 21 * 24 * 60 }),
    part: fc.tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 1, max: 20 })),
  });

  it("a list says what a report says that looks at the same stretch", () => {
    fc.assert(
      fc.property(arbitraryStretch, ({ everyMinutes, values, gaps, leftOut, offsets, part, ...times }) => {
        const changeAt = FIRST + times.changeAtHour * HOUR_MS;
        const [offset, change] = offsets;
        const readings = stream(
          FIRST - DAY_MS,
          FIRST + 21 * DAY_MS,
          (at) => values[Math.floor(at / (everyMinutes * MINUTE_MS)) % values.length] ?? 0,
          { everyMinutes, offset: (at) => (at < changeAt ? offset : offset + change) },
        ).filter(({ systemTime }) =>
          gaps.every(({ atHour, hours }) => {
            const since = systemTime - FIRST - atHour * HOUR_MS;
            return since < 0 || since >= hours * HOUR_MS;
          }),
        );
        const checkedThrough = FIRST + times.checkedAtMinute * MINUTE_MS;
        const freshness = freshAt(checkedThrough + 4 * HOUR_MS, {
          checkedThrough,
          displayOffsetMinutes: readings.at(-1)?.displayOffsetMinutes ?? 0,
        });
        const exclusions = leftOut.map(({ atHour, hours }) =>
          byHand(FIRST + atHour * HOUR_MS, FIRST + (atHour + hours) * HOUR_MS),
        );
        // Left out where the wall clock changed, the change is not known to those who look at the rest alone.
        fc.pre(change === 0 || exclusions.length === 0);
        const period = datesFrom(addDays(MARCH, part[0]), Math.min(part[1], 20 - part[0]));
        const kept = keptOf({ readings, freshness, exclusions }, datesFrom(MARCH, 20));
        expectTheReport(kept, period, kept.series);
      }),
      { seed: 27, numRuns: 150 },
    );
  });

  it("the episodes of all dates are those of the whole stretch", () => {
    const kept = keptOf({
      readings: withGap(
        stream(FIRST - DAY_MS, FIRST + 62 * DAY_MS, curve, { offset: 345 }),
        "2026-03-20T02:00:00Z",
        "2026-03-21T07:00:00Z",
      ),
    });
    const { hypo, hyper } = summarize(kept).episodes;
    const { episodes } = figuresOfDays(aggregateDays(kept), kept.period, "standard");
    expect(episodes).toEqual({
      low: hypo.level1.count,
      veryLow: hypo.level2.count,
      high: hyper.level1.count,
      veryHigh: hyper.level2.count,
    });
    expect(Math.min(...Object.values(episodes))).toBeGreaterThan(0);
  });
});

describe("real people's figures in a list are those of their report", () => {
  const DATASETS = ["iglu-example5", "hall2018-19", "hupa-ucm", "t1d-uom-messy"] as const;
  // Mixed from two sensors without ids, a few minutes apart (see oracles.test.ts).
  const MIXED = ["uom-2305", "uom-2401"];

  it.each(DATASETS)("%s", (dataset) => {
    for (const [person, readings] of peopleOf(dataset)) {
      if (MIXED.includes(person)) continue;
      const all = wholePeriodOf(readings);
      const dates = Math.min(KEPT_DATES, all.days);
      const kept = keptOf({ readings }, datesFrom(addDays(all.to, 1 - dates), dates));
      for (const length of [1, 7, 14, 30].filter((one) => one <= dates)) {
        for (const to of [all.to, addDays(all.to, -Math.floor((dates - length) / 2))]) {
          const period = datesFrom(addDays(to, 1 - length), length);
          expectTheReport(kept, period, kept.series);
        }
      }
      const { hypo, hyper } = summarize(kept).episodes;
      expect(figuresOfDays(aggregateDays(kept), kept.period, "standard").episodes).toEqual({
        low: hypo.level1.count,
        veryLow: hypo.level2.count,
        high: hyper.level1.count,
        veryHigh: hyper.level2.count,
      });
    }
  });

  it("but for the wear of streams that were mixed, where a reading at midnight may count once more for a report", () => {
    let compared = 0;
    for (const [person, readings] of peopleOf("t1d-uom-messy")) {
      if (!MIXED.includes(person)) continue;
      const { to } = wholePeriodOf(readings);
      const kept = keptOf({ readings }, datesFrom(addDays(to, 1 - KEPT_DATES), KEPT_DATES));
      const days = aggregateDays(kept);
      for (let end = 0; end <= KEPT_DATES - 14; end += 1) {
        const period = datesFrom(addDays(to, -13 - end), 14);
        const { coverage, bands, mean } = summarize({ ...kept, period });
        const figures = figuresOfDays(days, period, "standard");
        expect(coverage.observed - figures.observed).toBeGreaterThanOrEqual(0);
        expect(coverage.observed - figures.observed).toBeLessThanOrEqual(1);
        expect(figures.counts).toEqual(bands.map(({ count }) => count));
        near(figures.mean, mean, 1e-7);
        compared += 1;
      }
    }
    expect(compared).toBe(96);
  });

  it("also where a report loads its own dates only, for sensors that keep one rhythm", () => {
    for (const [, readings] of peopleOf("hupa-ucm")) {
      const all = wholePeriodOf(readings);
      const dates = Math.min(KEPT_DATES, all.days);
      const kept = keptOf({ readings }, datesFrom(addDays(all.to, 1 - dates), dates));
      for (const length of [7, 14, 30].filter((one) => one <= dates)) {
        const period = datesFrom(addDays(all.to, 1 - length), length);
        expectTheReport(kept, period, partOf(kept.series, period));
      }
    }
  });
});

it("the classes of a day make the bands of every published set", () => {
  for (const { bounds } of Object.values(RANGE_SETS)) {
    const edges = Object.values(bounds["mg/dL"]).filter(Number.isFinite);
    expect([54, 63, 70, 140, 180, 250]).toEqual(expect.arrayContaining(edges));
  }
});
