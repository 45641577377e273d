import { describe, expect, it } from "vitest";
import { bootstrapDifferences } from "./bootstrap";
import { CENTRE_MG_DL, DAY_COLUMN_COUNT, DAY_COLUMNS, type DayStatistics } from "./day-statistics";
import { POOLED_FIGURES } from "./pooled-figures";
import { type RandomWords, seededRandom } from "./seeded-random";

interface Day {
  readonly mean: number;
  /** Population SD within the day. */
  readonly spread?: number;
  readonly readings?: number;
  readonly lows?: number;
}

const HYPO_LEVEL_1 = DAY_COLUMNS.episodes;

function daysFrom(firstDay: number, days: readonly Day[]): DayStatistics {
  const rows = new Float64Array(days.length * DAY_COLUMN_COUNT);
  days.forEach(({ mean, spread = 0, readings = 288, lows = 0 }, day) => {
    const row = rows.subarray(day * DAY_COLUMN_COUNT, (day + 1) * DAY_COLUMN_COUNT);
    const deviation = mean - CENTRE_MG_DL;
    row[DAY_COLUMNS.readings] = readings;
    row[DAY_COLUMNS.deviations] = readings * deviation;
    row[DAY_COLUMNS.squares] = readings * (deviation ** 2 + spread ** 2);
    row[DAY_COLUMNS.recordedMinutes] = 5 * readings;
    row[DAY_COLUMNS.bands + 2] = readings;
    row[HYPO_LEVEL_1] = lows;
  });
  return { firstDay, days: days.length, rows };
}

const flat = (firstDay: number, days: number, mean: number) =>
  daysFrom(
    firstDay,
    Array.from({ length: days }, () => ({ mean })),
  );
const normal = (random: RandomWords) =>
  Math.sqrt(-2 * Math.log((random() + 1) / 2 ** 32)) * Math.cos((2 * Math.PI * random()) / 2 ** 32);
const someDays = (days: number, seed: number, centre = 150) => {
  const random = seededRandom(seed);
  return Array.from({ length: days }, () => ({
    mean: centre + 25 * normal(random),
    spread: 40,
    lows: Math.floor(random() / 2 ** 30),
  }));
};
const allChoices = (days: readonly Day[]) =>
  days.flatMap((a) => days.flatMap((b) => days.map((c) => [a.mean, b.mean, c.mean])));
const quantileOf = (values: readonly number[], p: number) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
};

describe("the interval of a difference", () => {
  it("is nothing but 0 where all days are equal", () => {
    const intervals = bootstrapDifferences({ before: flat(0, 14, 120), after: flat(14, 14, 120) });
    for (const figure of POOLED_FIGURES) expect(intervals.get(figure)).toEqual({ low: 0, high: 0 });
  });

  it("is the difference itself where every day of a period is the same", () => {
    const intervals = bootstrapDifferences({ before: flat(0, 14, 100), after: flat(14, 30, 150) });
    expect(intervals.get("mean")).toEqual({ low: 50, high: 50 });
    expect(intervals.get("sd")).toEqual({ low: 0, high: 0 });
    // 0.02392 · 50.
    expect(intervals.get("gmi")?.low).toBeCloseTo(1.196, 12);
  });

  it("is near the exact one of all 27 · 27 choices of three days each", () => {
    const before = [{ mean: 100 }, { mean: 110 }, { mean: 130 }];
    const after = [{ mean: 120 }, { mean: 150 }, { mean: 160 }];
    const mean = (one: readonly number[]) => one.reduce((sum, x) => sum + x, 0) / one.length;
    const sd = (one: readonly number[]) => {
      const squares = one.reduce((sum, x) => sum + (x - mean(one)) ** 2, 0);
      return Math.sqrt((288 * squares) / (3 * 288 - 1));
    };
    const intervals = bootstrapDifferences(
      { before: daysFrom(0, before), after: daysFrom(3, after) },
      { resamples: 20_000 },
    );
    for (const [figure, of] of [["mean", mean] as const, ["sd", sd] as const]) {
      const exact = allChoices(after).flatMap((a) => allChoices(before).map((b) => of(a) - of(b)));
      expect(exact).toHaveLength(729);
      // Means of three whole tens lie 10 / 3 apart: one such step is what a rare draw more or less can move a bound.
      expect(Math.abs((intervals.get(figure)?.low ?? 0) - quantileOf(exact, 0.025))).toBeLessThan(3.34);
      expect(Math.abs((intervals.get(figure)?.high ?? 0) - quantileOf(exact, 0.975))).toBeLessThan(3.34);
    }
  });

  it("is as wide as the normal approximation says for many days", () => {
    // 90 days of ±30 around 150 each side: the SE of the difference is √(2 · 30² / 90) = 4.472, times 2 · 1.96 = 17.53.
    const days = Array.from({ length: 90 }, (_, day) => ({ mean: day % 2 === 0 ? 120 : 180 }));
    const interval = bootstrapDifferences({ before: daysFrom(0, days), after: daysFrom(90, days) }).get(
      "mean",
    );
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThan(16.5);
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeLessThan(18.6);
  });

  it.each([
    { days: 30, from: 0.9, to: 0.98 },
    // Known to be too narrow for few days, and still given at 7.
    { days: 7, from: 0.86, to: 0.95 },
  ])(
    "contains the true difference about as often as it says, with $days days a side",
    ({ days, from, to }) => {
      const experiments = 300;
      let within = 0;
      for (let experiment = 0; experiment < experiments; experiment += 1) {
        const before = daysFrom(0, someDays(days, 2 * experiment));
        const after = daysFrom(days, someDays(days, 2 * experiment + 1, 160));
        const interval = bootstrapDifferences({ before, after }, { resamples: 1_000 }).get("mean");
        if (interval && interval.low <= 10 && interval.high >= 10) within += 1;
      }
      expect(within / experiments).toBeGreaterThanOrEqual(from);
      expect(within / experiments).toBeLessThanOrEqual(to);
    },
  );

  it("weighs days by their readings, so one of 25 hours by 300", () => {
    // Drawing two of these days gives the long one twice (+30), one of each (30 · 300 / 576 = +15.625, not +15) or the
    // short one twice (+0). With one round the interval is that round.
    const after = daysFrom(2, [
      { mean: 130, readings: 300 },
      { mean: 100, readings: 276 },
    ]);
    const seen = new Set<number | undefined>();
    for (let seed = 0; seed < 40; seed += 1) {
      seen.add(
        bootstrapDifferences({ before: flat(0, 2, 100), after }, { seed, resamples: 1 }).get("mean")?.low,
      );
    }
    expect(seen).toEqual(new Set([0, 15.625, 30]));
  });

  it("has rates per seven recorded days", () => {
    const before = Array.from({ length: 14 }, () => ({ mean: 120, lows: 1 }));
    const after = Array.from({ length: 14 }, () => ({ mean: 120, lows: 3 }));
    const intervals = bootstrapDifferences({ before: daysFrom(0, before), after: daysFrom(14, after) });
    // 14 more lows in 7 days of 1,440 min.
    expect(intervals.get("episodes.hypo.level1.perWeek")).toEqual({ low: 14, high: 14 });
  });
});

describe("the same days", () => {
  const before = someDays(30, 5);
  const after = someDays(30, 6, 140);
  const intervalsOf = (seed?: number, order = (days: readonly Day[]) => days) =>
    bootstrapDifferences(
      { before: daysFrom(0, order(before)), after: daysFrom(30, order(after)) },
      seed === undefined ? {} : { seed },
    );

  it("with the same seed give the same numbers", () => {
    expect(intervalsOf()).toEqual(intervalsOf());
  });

  it("give a figure the same interval whether it is asked for alone or with the others", () => {
    const all = intervalsOf();
    const sides = { before: daysFrom(0, before), after: daysFrom(30, after) };
    for (const figure of POOLED_FIGURES) {
      const alone = bootstrapDifferences(sides, { figures: [figure] });
      expect([...alone]).toEqual([[figure, all.get(figure)]]);
    }
  });

  it.each(["another seed", "another order of the days"])("with %s give nearly the same", (what) => {
    const one = intervalsOf().get("mean");
    const other =
      what === "another seed" ? intervalsOf(2) : intervalsOf(undefined, (days) => days.toReversed());
    // A bound's own standard error at 2,000 rounds is about SE · √(0.025 · 0.975 / 2000) / 0.0584 = 6.5 · 0.06 = 0.39.
    expect(other.get("mean")).not.toEqual(one);
    expect(Math.abs((other.get("mean")?.low ?? 0) - (one?.low ?? 0))).toBeLessThan(2);
    expect(Math.abs((other.get("mean")?.high ?? 0) - (one?.high ?? 0))).toBeLessThan(2);
  });

  it("exchanged change signs and nothing else", () => {
    const forth = intervalsOf();
    const back = bootstrapDifferences({ before: daysFrom(30, after), after: daysFrom(0, before) });
    for (const figure of POOLED_FIGURES) {
      expect(back.get(figure)?.low).toBeCloseTo(-(forth.get(figure)?.high ?? Number.NaN), 9);
      expect(back.get(figure)?.high).toBeCloseTo(-(forth.get(figure)?.low ?? Number.NaN), 9);
    }
  });
});

describe("too little to resample", () => {
  it("a period without days has no interval", () => {
    const intervals = bootstrapDifferences({ before: daysFrom(0, []), after: flat(1, 7, 100) });
    expect([...intervals.values()].every((interval) => interval === null)).toBe(true);
  });

  it("a round with a single reading adds nothing to the others", () => {
    const before = daysFrom(0, [{ mean: 100, readings: 1 }]);
    const after = flat(1, 7, 100);
    expect(bootstrapDifferences({ before, after }).get("mean")).toBeNull();
    // Drawn twice, the first of these days has two readings; drawn once or never, there are too few.
    const mixed = daysFrom(0, [
      { mean: 100, readings: 1 },
      { mean: 100, readings: 0 },
    ]);
    expect(bootstrapDifferences({ before: mixed, after }).get("mean")).toEqual({ low: 0, high: 0 });
  });
});
