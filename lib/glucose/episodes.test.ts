import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { EPISODE_DEFINITIONS } from "./episode-definitions";
import type { Episode } from "./episode-sets";
import { type Episodes, episodesOf } from "./episodes";
import { gridOf } from "./grid";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { egv, stream } from "./testing/readings";

/** An instant on the one day of these tests. */
const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);

type Run = readonly [value: number | null, readings: number];

/** Runs of values one after another, from 00:05 on, which is the first slot of the day; null for missing readings. */
function runs(...parts: readonly Run[]): Egv[] {
  const values = parts.flatMap(([value, readings]) => Array.from({ length: readings }, () => value));
  return values.flatMap((value, i) => (value === null ? [] : [egv(at("00:05") + i * 5 * MINUTE_MS, value)]));
}

function episodesIn(readings: readonly Egv[]): Episodes {
  return episodesOf(gridOf(buildSeries(readings)));
}

function minutesOf({ list }: { list: readonly Episode[] }): number[] {
  return list.map(({ minutes }) => minutes);
}

function counts({ hypo, hyper }: Episodes) {
  return {
    low: hypo.level1.count,
    veryLow: hypo.level2.count,
    lowOnly: hypo.level1Exclusive.count,
    high: hyper.level1.count,
    veryHigh: hyper.level2.count,
    highOnly: hyper.level1Exclusive.count,
  };
}

const none = { low: 0, veryLow: 0, lowOnly: 0, high: 0, veryHigh: 0, highOnly: 0 };

describe("an episode", () => {
  it("takes three readings in a row at 5 minutes", () => {
    expect(counts(episodesIn(runs([120, 12], [65, 2], [120, 12])))).toEqual(none);
    expect(minutesOf(episodesIn(runs([120, 12], [65, 3], [120, 12])).hypo.level1)).toEqual([15]);
    expect(counts(episodesIn(runs([120, 12], [65, 2], [120, 1], [65, 2], [120, 12])))).toEqual(none);
  });

  it("takes one reading at 15 minutes and 15 at one minute", () => {
    const libre = stream(at("00:15"), at("06:00"), (t) => (t === at("03:00") ? 60 : 120), {
      everyMinutes: 15,
    });
    expect(episodesIn(libre)).toMatchObject({ stepMinutes: 15, confirmingReadings: 1 });
    expect(minutesOf(episodesIn(libre).hypo.level1)).toEqual([15]);
    const everyMinute = (lows: number) =>
      stream(
        at("00:01"),
        at("06:00"),
        (t) => (t >= at("03:00") && t < at("03:00") + lows * MINUTE_MS ? 60 : 120),
        {
          everyMinutes: 1,
        },
      );
    expect(episodesIn(everyMinute(14)).hypo.level1.count).toBe(0);
    expect(minutesOf(episodesIn(everyMinute(15)).hypo.level1)).toEqual([15]);
  });

  it("lies beyond its threshold: 70, 54, 180 and 250 themselves do not", () => {
    expect(counts(episodesIn(runs([120, 12], [70, 6], [120, 12])))).toEqual(none);
    expect(counts(episodesIn(runs([120, 12], [180, 6], [120, 12])))).toEqual(none);
    expect(counts(episodesIn(runs([120, 12], [54, 6], [120, 12])))).toEqual({ ...none, low: 1, lowOnly: 1 });
    expect(counts(episodesIn(runs([120, 12], [250, 6], [120, 12])))).toEqual({
      ...none,
      high: 1,
      highOnly: 1,
    });
    expect(counts(episodesIn(runs([120, 12], [53.9, 6], [120, 12])))).toMatchObject({ low: 1, veryLow: 1 });
  });

  it("follows the bounds it is given", () => {
    const grid = gridOf(buildSeries(runs([120, 12], [70.1, 6], [120, 12])));
    // 3.9 mmol/L is 3.9 × 18.01559 = 70.26 mg/dL.
    const bounds = { low2: 54.05, low1: 70.26, high1: 180.16, high2: 250.42 };
    expect(episodesOf(grid).hypo.level1.count).toBe(0);
    expect(episodesOf(grid, bounds).hypo.level1.count).toBe(1);
  });

  it("has its times, its nadir and its mean", () => {
    // 12 × 5 min after 00:00 the last 120 stands at 01:00; lows at 01:05, 01:10, 01:15; mean (66 + 60 + 63) / 3 = 63.
    const readings = runs([120, 12], [66, 1], [60, 1], [63, 1], [120, 12]);
    expect(episodesIn(readings).hypo.level1.list).toEqual([
      {
        start: at("01:05"),
        end: at("01:20"),
        minutes: 15,
        extreme: 60,
        extremeAt: at("01:10"),
        mean: 63,
        startCensored: false,
        endCensored: false,
      },
    ]);
  });

  it("has its peak where it is high, the first of equal ones", () => {
    const [high] = episodesIn(runs([120, 12], [200, 2], [240, 1], [210, 1], [240, 1], [120, 12])).hyper.level1
      .list;
    expect(high).toMatchObject({ extreme: 240, extremeAt: at("01:15"), minutes: 25 });
  });

  it("goes on through a recovery of 10 minutes, and its minutes include it", () => {
    // 4 + 2 + 4 readings.
    expect(minutesOf(episodesIn(runs([120, 12], [65, 4], [80, 2], [65, 4], [120, 12])).hypo.level1)).toEqual([
      50,
    ]);
    // A single low reading is enough to break the recovery: 4 + 2 + 1.
    expect(minutesOf(episodesIn(runs([120, 12], [65, 4], [80, 2], [65, 1], [80, 12])).hypo.level1)).toEqual([
      35,
    ]);
  });

  it("ends where recovery lasts 15 minutes", () => {
    expect(minutesOf(episodesIn(runs([120, 12], [65, 4], [80, 3], [65, 4], [120, 12])).hypo.level1)).toEqual([
      20, 20,
    ]);
  });

  it("begins with its first run of three, not with a dip before it", () => {
    const [low] = episodesIn(runs([120, 12], [65, 1], [80, 1], [65, 3], [120, 12])).hypo.level1.list;
    expect(low).toMatchObject({ start: at("01:15"), minutes: 15, startCensored: false });
  });

  it("counts LOW, which is kept as 39, and HIGH, which is kept as 401", () => {
    const sentinel = runs([120, 12], [0, 3], [120, 12], [0, 3], [120, 12]).map((reading, i) =>
      reading.value === 0 ? { ...reading, status: i < 20 ? ("low" as const) : ("high" as const) } : reading,
    );
    const { hypo, hyper } = episodesIn(sentinel);
    expect(hypo.level2.list[0]).toMatchObject({ minutes: 15, extreme: 39, mean: 39 });
    expect(hyper.level2.list[0]).toMatchObject({ minutes: 15, extreme: 401, mean: 401 });
  });
});

describe("levels", () => {
  it("count high, very high, high again as one episode of each level, not three", () => {
    const { hyper } = episodesIn(runs([120, 12], [200, 4], [300, 6], [200, 4], [120, 12]));
    expect(minutesOf(hyper.level1)).toEqual([70]);
    expect(minutesOf(hyper.level2)).toEqual([30]);
    expect(hyper.level1Exclusive.count).toBe(0);
  });

  it("can have two level 2 episodes in one of level 1", () => {
    const found = episodesIn(runs([120, 12], [50, 3], [60, 3], [50, 3], [120, 12], [60, 3], [120, 12]));
    expect(counts(found)).toMatchObject({ low: 2, veryLow: 2, lowOnly: 1 });
    expect(minutesOf(found.hypo.level1)).toEqual([45, 15]);
    expect(found.hypo.level1Exclusive.list).toEqual(found.hypo.level1.list.slice(1));
  });

  it("need a level 2 episode, not a touch of it, to leave level 1 alone", () => {
    expect(counts(episodesIn(runs([120, 12], [65, 2], [50, 2], [65, 2], [120, 12])))).toMatchObject({
      low: 1,
      veryLow: 0,
      lowOnly: 1,
    });
  });
});

describe("a gap", () => {
  it("does not join the lows on both sides of it", () => {
    const { hypo } = episodesIn(runs([120, 12], [65, 4], [null, 12], [65, 4], [120, 12]));
    expect(hypo.level1.list).toMatchObject([
      { minutes: 20, startCensored: false, endCensored: true },
      { minutes: 20, startCensored: true, endCensored: false },
    ]);
  });

  it("does not make an episode of two lows before it and two after it", () => {
    expect(counts(episodesIn(runs([120, 12], [65, 2], [null, 12], [65, 2], [120, 12])))).toEqual(none);
  });

  it("after which glucose is in range leaves the end before it unknown", () => {
    const { hypo } = episodesIn(runs([120, 12], [65, 4], [80, 2], [null, 12], [80, 12]));
    expect(hypo.level1.list).toMatchObject([{ minutes: 20, endCensored: true }]);
  });

  it("of 45 minutes or less is interpolated and bridged, as in the grid", () => {
    // Six readings are missing: 3 + 6 + 3 slots.
    expect(
      minutesOf(episodesIn(runs([120, 12], [65, 3], [null, 6], [65, 3], [120, 12])).hypo.level1),
    ).toEqual([60]);
  });

  it("at either end of the data leaves that end unknown", () => {
    expect(episodesIn(runs([65, 5], [120, 24])).hypo.level1.list).toMatchObject([
      { minutes: 25, startCensored: true, endCensored: false },
    ]);
    expect(episodesIn(runs([120, 24], [65, 5], [90, 2])).hypo.level1.list).toMatchObject([
      { minutes: 25, startCensored: false, endCensored: true },
    ]);
    expect(episodesIn(runs([65, 5])).hypo.level1.list).toMatchObject([
      { startCensored: true, endCensored: true },
    ]);
  });
});

describe("the clock", () => {
  it("of midnight cuts no episode", () => {
    const night = stream(at("12:00"), at("12:00") + 24 * HOUR_MS, (t) =>
      t >= at("23:30") && t < at("23:30") + HOUR_MS ? 60 : 120,
    );
    expect(episodesIn(night).hypo.level1.list).toMatchObject([{ start: at("23:30"), minutes: 60 }]);
  });

  it.each([
    ["back", 120, 60],
    ["forward", 60, 120],
  ])("turned %s during an episode leaves its real duration", (_, before, after) => {
    const readings = stream(
      at("00:00"),
      at("12:00"),
      (t) => (t >= at("03:30") && t < at("05:00") ? 60 : 120),
      {
        offset: (t) => (t < at("04:00") ? before : after),
      },
    );
    expect(episodesIn(readings).hypo.level1.list).toMatchObject([
      { start: at("03:30"), end: at("05:00"), minutes: 90 },
    ]);
  });
});

describe("long episodes", () => {
  it("below 70 are extended beyond 120 minutes in a row: 25 readings, not 24", () => {
    expect(episodesIn(runs([120, 12], [65, 24], [120, 12])).hypo.extended.count).toBe(0);
    expect(minutesOf(episodesIn(runs([120, 12], [65, 25], [120, 12])).hypo.extended)).toEqual([125]);
    // A level 1 episode of 26 readings, none of its runs long enough.
    const broken = episodesIn(runs([120, 12], [65, 12], [80, 2], [65, 12], [120, 12])).hypo;
    expect(minutesOf(broken.level1)).toEqual([130]);
    expect(broken.extended.count).toBe(0);
  });

  it("below 70 begin with the run that is long enough", () => {
    const { hypo } = episodesIn(runs([120, 12], [65, 4], [80, 1], [65, 25], [120, 12]));
    expect(hypo.level1.list[0]).toMatchObject({ start: at("01:05"), minutes: 150 });
    expect(hypo.extended.list[0]).toMatchObject({ start: at("01:30"), minutes: 125 });
  });

  it("below 54 and above 250 are prolonged from 120 minutes in a row: 24 readings, not 23", () => {
    expect(episodesIn(runs([120, 12], [50, 23], [120, 12])).hypo.prolonged.count).toBe(0);
    expect(minutesOf(episodesIn(runs([120, 12], [50, 24], [120, 12])).hypo.prolonged)).toEqual([120]);
    expect(episodesIn(runs([120, 12], [300, 23], [120, 12])).hyper.prolonged.count).toBe(0);
    expect(minutesOf(episodesIn(runs([120, 12], [300, 24], [120, 12])).hyper.prolonged)).toEqual([120]);
  });

  it("above 250 are extended from 90 minutes within 120: 18 of 24 readings, not 17, and not 18 of 25", () => {
    const extended = (...parts: Run[]) => episodesIn(runs(...parts)).hyper.extended;
    expect(minutesOf(extended([120, 12], [300, 9], [240, 6], [300, 9], [120, 12]))).toEqual([120]);
    expect(extended([120, 12], [300, 9], [240, 6], [300, 8], [120, 12]).count).toBe(0);
    expect(extended([120, 12], [300, 9], [240, 7], [300, 9], [120, 12]).count).toBe(0);
  });

  it("above 250 end at 180, not at 250", () => {
    // 6 × 200 before do not belong to it, 18 × 300 and 10 × 200 do.
    const { hyper } = episodesIn(runs([120, 12], [200, 6], [300, 18], [200, 10], [120, 12]));
    expect(hyper.extended.list).toMatchObject([{ start: at("01:35"), minutes: 140 }]);
    expect(minutesOf(hyper.level2)).toEqual([90]);
  });

  it("above 250 do not add up what lies before a recovery and after it", () => {
    expect(episodesIn(runs([120, 12], [300, 12], [170, 3], [300, 9], [120, 12])).hyper.extended.count).toBe(
      0,
    );
    expect(episodesIn(runs([120, 12], [300, 12], [170, 2], [300, 9], [120, 12])).hyper.extended.count).toBe(
      1,
    );
  });

  it("take the fewest readings that reach the time at other steps", () => {
    const low = (readings: number) =>
      episodesIn(
        stream(
          at("00:15"),
          at("12:00"),
          (t) => (t >= at("03:00") && t < at("03:00") + readings * 15 * MINUTE_MS ? 50 : 120),
          {
            everyMinutes: 15,
          },
        ),
      ).hypo;
    // 8 × 15 = 120: prolonged (at least), not extended (more than).
    expect([low(7).prolonged.count, low(8).prolonged.count]).toEqual([0, 1]);
    expect([low(8).extended.count, low(9).extended.count]).toEqual([0, 1]);
  });

  it("that are unfinished at the end of the data count", () => {
    expect(episodesIn(runs([120, 12], [300, 18])).hyper.extended.list).toMatchObject([{ endCensored: true }]);
  });
});

describe("rates", () => {
  it("are per day and per 7 days of recorded time, and gaps are not recorded", () => {
    // 12 + 3 + 141 + 12 + 5 + 115 = 288 slots with a value: one day, in spite of the hour between. (15 + 25) / 2 = 20 min.
    const { hypo, recordedDays } = episodesIn(
      runs([120, 12], [65, 3], [120, 141], [null, 12], [120, 12], [65, 5], [120, 115]),
    );
    expect(recordedDays).toBe(1);
    expect(hypo.level1).toMatchObject({ count: 2, perDay: 2, perWeek: 14, meanMinutes: 20 });
    expect(hypo.level2).toEqual({ count: 0, perDay: 0, perWeek: 0, meanMinutes: null, list: [] });
  });

  it("do not exist without recorded time", () => {
    const empty = { count: 0, perDay: null, perWeek: null, meanMinutes: null, list: [] };
    const sets = { level1: empty, level2: empty, level1Exclusive: empty, extended: empty, prolonged: empty };
    expect(episodesOf(null)).toEqual({
      hypo: sets,
      hyper: sets,
      recordedDays: 0,
      stepMinutes: null,
      confirmingReadings: null,
    });
    // The one reading stands on midnight, where no slot is.
    expect(episodesIn([egv(at("00:00"), 50)]).hypo).toEqual(sets);
  });
});

describe("definitions in words", () => {
  it("are there for every set, and differ", () => {
    const { hypo, hyper } = episodesOf(null);
    expect(Object.keys(EPISODE_DEFINITIONS.hypo)).toEqual(Object.keys(hypo));
    expect(Object.keys(EPISODE_DEFINITIONS.hyper)).toEqual(Object.keys(hyper));
    const all = [...Object.values(EPISODE_DEFINITIONS.hypo), ...Object.values(EPISODE_DEFINITIONS.hyper)];
    expect(new Set(all.map(({ name }) => name)).size).toBe(10);
    for (const { rule, citation } of all) {
      expect(rule).toMatch(/^[A-Z].*\.$/);
      expect(citation).toMatch(/doi 10\./);
    }
  });
});

describe("whatever the readings are", () => {
  const fixed = { seed: 11, numRuns: 200 };
  const values = fc.constantFrom(null, 45, 54, 60, 70, 120, 180, 220, 250, 300);
  const traces = fc
    .array(fc.tuple(values, fc.integer({ min: 1, max: 15 })), { minLength: 1, maxLength: 40 })
    .map((parts) => runs(...parts));

  it("their order changes nothing", () => {
    const shuffled = traces.chain((readings) =>
      fc.tuple(fc.constant(readings), fc.shuffledSubarray(readings, { minLength: readings.length })),
    );
    fc.assert(
      fc.property(shuffled, ([readings, other]) => {
        expect(episodesIn(other)).toEqual(episodesIn(readings));
      }),
      fixed,
    );
  });

  it("readings at other times do not change an episode that stands alone", () => {
    const alone = (t: number) => (t >= at("10:00") && t < at("10:45") ? 60 : 120);
    const [expected] = episodesIn(stream(at("00:00"), at("00:00") + 24 * HOUR_MS, alone)).hypo.level1.list;
    const others = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 9 * 60 }), fc.integer({ min: 39, max: 401 })),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(others, others, (earlier, later) => {
        const readings = [
          ...stream(at("09:00"), at("12:00"), alone),
          ...earlier.map(([minute, value]) => egv(at("00:00") + minute * MINUTE_MS - 1_000, value)),
          ...later.map(([minute, value]) => egv(at("12:00") + minute * MINUTE_MS, value)),
        ];
        const grid = gridOf(buildSeries(readings), 5);
        expect(episodesOf(grid).hypo.level1.list).toContainEqual(expected);
      }),
      fixed,
    );
  });
});
