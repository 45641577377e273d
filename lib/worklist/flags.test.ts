import { describe, expect, it } from "vitest";
import type { Targets } from "@/lib/clinics/schema";
import type { BandCounts } from "@/lib/glucose/metrics/times-in-ranges";
import { changeOf, type Evidence, type FlagFigures, flagsOf } from "./flags";
import { FLAGS } from "./row";

/** Readings in the bands; what is left of `total` is in range. */
function bands(
  { veryLow = 0, low = 0, high = 0, veryHigh = 0 }: Partial<Record<string, number>>,
  total = 100_000,
): BandCounts {
  return [veryLow, low, total - veryLow - low - high - veryHigh, high, veryHigh];
}

const ALL_IN_RANGE = bands({});

function figures(more: Partial<FlagFigures> = {}): FlagFigures {
  return {
    hasReadings: true,
    counts: ALL_IN_RANGE,
    areEnough: true,
    activePercent: 100,
    veryLowEpisodes: 0,
    ...more,
  };
}

function raised(targets: Targets, evidence: Partial<Evidence>) {
  return flagsOf(targets, {
    now: figures(),
    before: null,
    connection: "active",
    daysSinceReading: () => 0,
    ...evidence,
  });
}

const of = (targets: Targets, counts: BandCounts) =>
  raised(targets, { now: figures({ counts }) }).map(({ flag }) => flag);

/** Just below a bound, and on it: hand-counted readings of 100,000, so that 999 are 0.999 %. */
type Bound = [Targets, string, BandCounts, BandCounts];

describe("each flag is raised exactly where its label says", () => {
  const bounds: Bound[] = [
    ["standard", "very-low", bands({ veryLow: 999 }), bands({ veryLow: 1_000 })],
    ["standard", "low", bands({ low: 3_999 }), bands({ low: 4_000 })],
    ["standard", "low", bands({ veryLow: 900, low: 3_099 }), bands({ veryLow: 900, low: 3_100 })],
    ["standard", "high", bands({ high: 24_990 }), bands({ high: 25_000 })],
    ["standard", "high", bands({ high: 20_000, veryHigh: 4_999 }), bands({ high: 20_001, veryHigh: 4_999 })],
    ["standard", "very-high", bands({ veryHigh: 4_990 }), bands({ veryHigh: 5_000 })],
    ["older", "low", bands({ low: 999 }), bands({ low: 1_000 })],
    ["older", "low", bands({ veryLow: 999 }), bands({ veryLow: 999, low: 1 })],
    ["older", "high", bands({ high: 49_990 }), bands({ high: 50_000 })],
    ["older", "very-high", bands({ veryHigh: 9_990 }), bands({ veryHigh: 10_000 })],
    ["pregnancy", "very-low", bands({ veryLow: 999 }), bands({ veryLow: 1_000 })],
    ["pregnancy", "low", bands({ low: 3_999 }), bands({ low: 4_000 })],
    ["pregnancy", "high", bands({ high: 24_990 }), bands({ high: 25_000 })],
  ];

  it.each(bounds)("%s: %s", (targets, flag, under, at) => {
    expect(of(targets, under)).not.toContain(flag);
    expect(of(targets, at)).toContain(flag);
  });

  // 100,000 readings: 70,000 in range are 70 %.
  const goals: [Targets, BandCounts, BandCounts][] = [
    ["standard", bands({ high: 30_000 }), bands({ high: 30_010 })],
    ["older", bands({ high: 50_000 }), bands({ high: 50_010 })],
    ["pregnancy", bands({ high: 30_000 }), bands({ high: 30_010 })],
  ];

  it.each(goals)("%s: below-goal, not at the very number", (targets, at, under) => {
    expect(of(targets, at)).not.toContain("below-goal");
    expect(of(targets, under)).toContain("below-goal");
  });

  it("low-wear: 69.99 % of the time, not 70 %", () => {
    const worn = (activePercent: number | null) => raised("standard", { now: figures({ activePercent }) });
    expect(worn(69.99)).toEqual([{ flag: "low-wear", value: 69.99 }]);
    expect(worn(70)).toEqual([]);
    expect(worn(null)).toEqual([]);
  });

  it("in-range-drop: 15 points, not 14.99", () => {
    const before = figures({ counts: bands({ high: 10_000 }) });
    const drop = (high: number) =>
      raised("pregnancy-type-2", { before, now: figures({ counts: bands({ high }) }) });
    expect(drop(24_990)).toEqual([]);
    expect(drop(25_000)).toEqual([{ flag: "in-range-drop", value: 15 }]);
  });

  it("in-range-drop: 15 points also where a machine reckons a little less", () => {
    const [now, before] = [figures({ counts: [0, 0, 2, 5, 0] }), figures({ counts: [0, 0, 61, 79, 0] })];
    // 61 of 140 and 2 of 7 readings.
    expect(6_100 / 140 - 200 / 7).toBeLessThan(15);
    const flags = raised("pregnancy-type-2", { now, before });
    expect(flags.map(({ flag }) => flag)).toEqual(["in-range-drop"]);
  });
});

describe("what other people's goals say", () => {
  it("has no very low of its own for older people, whose goal counts both, and none of a goal in type 2 pregnancies", () => {
    const lots = bands({ veryLow: 20_000, low: 20_000, high: 50_000 });
    expect(of("older", lots)).toEqual(["low", "high", "below-goal"]);
    expect(of("pregnancy", lots)).toEqual(["very-low", "low", "high", "below-goal"]);
    expect(of("pregnancy-type-2", lots)).toEqual([]);
  });

  it("raises none for somebody who meets each of them", () => {
    expect(of("standard", bands({ veryLow: 999, low: 3_000, high: 20_001, veryHigh: 4_990 }))).toEqual([]);
  });
});

describe("too few readings for a percentage", () => {
  const counts = bands({ veryLow: 50, low: 50, veryHigh: 50 }, 200);

  it("raise none: that the sensor was hardly worn says it", () => {
    const now = figures({ counts, areEnough: false, activePercent: 5 });
    expect(raised("standard", { now, before: figures() })).toEqual([{ flag: "low-wear", value: 5 }]);
  });

  it.each([
    ["standard", "very-low"],
    ["pregnancy", "very-low"],
    ["older", "low"],
  ] as const)(
    "still say of %s that an episode of very low glucose was there, without a number",
    (targets, flag) => {
      const now = figures({ counts, areEnough: false, activePercent: 5, veryLowEpisodes: 1 });
      expect(raised(targets, { now })).toEqual([
        { flag, value: null },
        { flag: "low-wear", value: 5 },
      ]);
      expect(raised("pregnancy-type-2", { now })).toEqual([{ flag: "low-wear", value: 5 }]);
    },
  );

  it("make no change", () => {
    const [thin, enough] = [figures({ areEnough: false }), figures({ counts: bands({ high: 50_000 }) })];
    expect([changeOf(thin, enough), changeOf(enough, thin), changeOf(enough, null)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(changeOf(enough, figures())).toBe(-50);
  });
});

describe("no readings", () => {
  const none = { counts: [0, 0, 0, 0, 0], areEnough: false } as const;
  const now = figures({ ...none, hasReadings: false, activePercent: 0 });

  it("are no-data with the days since, and not little wear as well", () => {
    expect(raised("standard", { now, daysSinceReading: () => 9 })).toEqual([{ flag: "no-data", value: 9 }]);
    expect(raised("standard", { now, daysSinceReading: () => null })).toEqual([
      { flag: "no-data", value: null },
    ]);
  });

  it("are not said of somebody who left all of theirs out of the figures", () => {
    expect(raised("standard", { now: figures({ ...none, activePercent: 60 }) })).toEqual([
      { flag: "low-wear", value: 60 },
    ]);
  });

  it("are not said of somebody of whom nothing was computed yet", () => {
    expect(raised("standard", { now: null, daysSinceReading: () => null })).toEqual([]);
  });

  it.each(["broken", "disconnected"] as const)("stand beside a connection that is %s", (connection) => {
    expect(raised("standard", { now, connection, daysSinceReading: () => 9 })).toEqual([
      { flag: "no-data", value: 9 },
      { flag: "connection", value: null },
    ]);
  });

  it.each(["active", "none"] as const)("are all there is of one that is %s", (connection) => {
    expect(raised("standard", { connection })).toEqual([]);
  });
});

it("names all flags of somebody in the order of need", () => {
  const now = figures({
    counts: bands({ veryLow: 2_000, low: 8_000, high: 20_000, veryHigh: 20_000 }),
    activePercent: 50,
  });
  const flags = raised("standard", { now, before: figures(), connection: "broken" });
  expect(flags).toEqual([
    { flag: "very-low", value: 2 },
    { flag: "low", value: 10 },
    { flag: "in-range-drop", value: 50 },
    { flag: "very-high", value: 20 },
    { flag: "high", value: 40 },
    { flag: "below-goal", value: 50 },
    { flag: "low-wear", value: 50 },
    { flag: "connection", value: null },
  ]);
  expect(flags.map(({ flag }) => FLAGS.indexOf(flag))).toEqual([0, 1, 2, 3, 4, 5, 6, 8]);
});
