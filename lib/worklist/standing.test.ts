import { describe, expect, it } from "vitest";
import { HOUR_MS } from "@/lib/clock";
import type { DayAggregate } from "@/lib/glucose/aggregates/day-aggregate";
import { DayAggregates } from "@/lib/glucose/aggregates/day-aggregates";
import { addDays, midnight } from "@/lib/glucose/local-time";
import { datesOf } from "./periods";
import { type Known, listedFigures, standingOf } from "./standing";

const LAST = "2026-03-20";
const availableUntil = midnight("2026-03-21", 0) - 1;
const dates = (days: 1 | 7 | 14 | 30 = 14) => datesOf({ days, availableUntil })(0, { kind: "all" });
const now = { availableUntil, delayMinutes: 180 };

type Classes = Partial<
  Record<"below54" | "below63" | "below70" | "to140" | "to180" | "to250" | "above", number>
>;

/** A date with readings in these classes, each counted once, all at the mean of 120. */
function day(
  date: DayAggregate["date"],
  { below54 = 0, below63 = 0, below70 = 0, to140 = 0, to180 = 0, to250 = 0, above = 0 }: Classes,
  more: Partial<DayAggregate> = {},
): DayAggregate {
  const counts = [below54, below63, below70, to140, to180, to250, above] as const;
  const readings = counts.reduce((sum, count) => sum + count, 0);
  return {
    date,
    counts,
    sum: 120 * readings,
    sumOfSquares: 120 * 120 * readings,
    isWorn: readings > 0,
    observed: readings,
    observedInFigures: readings,
    expectedSeconds: 86_400,
    episodes: { low: 0, veryLow: 0, high: 0, veryHigh: 0 },
    ...more,
  };
}

/** Sixty dates, the newest `count` of one kind and the others of another. */
function sixty(
  newest: (date: DayAggregate["date"]) => DayAggregate,
  before = newest,
  count = 14,
): DayAggregates {
  const all = Array.from({ length: 60 }, (_, i) => addDays(LAST, i - 59));
  return DayAggregates.of(
    all.map((date, i) => (i >= 60 - count ? newest(date) : before(date))),
    5,
  );
}

function known(more: Partial<Known>): Known {
  return {
    patientId: "a",
    targets: "standard",
    days: null,
    newestReadingAt: null,
    displayOffsetMinutes: 0,
    connection: "active",
    ...more,
  };
}

const inRange = (date: DayAggregate["date"]) => day(date, { to140: 288 });
const none = (date: DayAggregate["date"]) => day(date, {});

describe("how somebody stands", () => {
  it("is reckoned against their own targets", () => {
    // 29 of 290 readings lie from 63 to 69: low to some, in range in pregnancy.
    const days = sixty((date) => day(date, { below70: 29, to140: 261 }));
    const flagsFor = (targets: Known["targets"]) =>
      standingOf(known({ days, targets }), dates()).flags.map(({ flag, value }) => [flag, value]);
    expect(flagsFor("standard")).toEqual([["low", 10]]);
    expect(flagsFor("older")).toEqual([["low", 10]]);
    expect(flagsFor("pregnancy")).toEqual([]);
    expect(standingOf(known({ days, targets: "pregnancy" }), dates()).inRange).toBe(100);
    const bands = listedFigures(known({ days, targets: "pregnancy" }), dates(), now)?.bands;
    expect(bands?.map(({ band, count }) => [band, count])).toEqual([
      ["veryLow", 0],
      ["low", 0],
      ["target", 14 * 290],
      ["high", 0],
    ]);
  });

  it("has a change only where both periods have enough", () => {
    const fallen = sixty((date) => day(date, { to140: 144, to250: 144 }), inRange);
    expect(standingOf(known({ days: fallen }), dates()).change).toBe(-50);
    expect(standingOf(known({ days: sixty(inRange, none) }), dates()).change).toBeNull();
    // Of a share that begins with the period.
    const cut = datesOf({ days: 14, availableUntil })(0, { kind: "days", days: 14 });
    expect(standingOf(known({ days: fallen }), cut)).toMatchObject({ change: null, inRange: 50 });
  });

  it("has no figure from too few readings, but the episode that was there", () => {
    const thin = sixty(
      (date) =>
        date === LAST
          ? day(
              date,
              { below54: 100, to140: 187 },
              { episodes: { low: 1, veryLow: 1, high: 0, veryHigh: 0 } },
            )
          : none(date),
      none,
    );
    const {
      inRange: share,
      mean,
      gmi,
      cv,
      lowEpisodes,
      activePercent,
      flags,
    } = standingOf(known({ days: thin }), dates());
    expect({ share, mean, gmi, cv, lowEpisodes }).toEqual({
      share: null,
      mean: null,
      gmi: null,
      cv: null,
      lowEpisodes: null,
    });
    expect(activePercent).toBeCloseTo((100 * 287) / (14 * 288), 9);
    expect(flags.map(({ flag, value }) => [flag, value && Math.round(value)])).toEqual([
      ["very-low", null],
      ["low-wear", 7],
    ]);
    const figures = listedFigures(known({ days: thin }), dates(), now);
    expect(figures).toMatchObject({ readings: 287, bands: null, inRange: null, episodes: null });
    // Worn from now on, the missing five minutes are there before the day is over.
    expect(figures?.verdicts.timeInRanges).toMatchObject({
      status: "insufficient",
      availableOn: "2026-03-21",
    });
  });

  it("has a GMI from fourteen days of which 70 % have readings, not from fewer", () => {
    const days = sixty((date) => day(date, { to140: 200 }));
    expect(standingOf(known({ days }), dates())).toMatchObject({ gmi: null, mean: 120 });
    const enough = sixty((date) => day(date, { to140: 202 }));
    expect(standingOf(known({ days: enough }), dates()).gmi).toBeCloseTo(3.31 + 0.02392 * 120, 9);
    expect(standingOf(known({ days: enough }), dates(7)).gmi).toBeNull();
  });

  it("has no figures without readings, and says for how long there were none", () => {
    const newestReadingAt = midnight("2026-03-01", 0) + 23 * HOUR_MS;
    const standing = standingOf(known({ days: sixty(none, inRange, 19), newestReadingAt }), dates());
    expect(standing).toMatchObject({ activePercent: null, mean: null, dataThrough: newestReadingAt });
    expect(standing.flags).toEqual([{ flag: "no-data", value: 19 }]);
    expect(listedFigures(known({ days: sixty(none) }), dates(), now)).toBeNull();
  });

  it("has none while nothing was counted, and says nothing", () => {
    expect(standingOf(known({}), dates())).toMatchObject({ flags: [], inRange: null, change: null });
    expect(listedFigures(known({}), dates(), now)).toBeNull();
  });

  it("is without the period before where nobody counted that far back", () => {
    const short = DayAggregates.of(
      Array.from({ length: 14 }, (_, i) => inRange(addDays(LAST, i - 13))),
      5,
    );
    expect(standingOf(known({ days: short }), dates())).toMatchObject({ inRange: 100, change: null });
    expect(standingOf(known({ days: short }), dates(30))).toMatchObject({ inRange: null, flags: [] });
  });

  it("knows no reading from before what is shared", () => {
    const cut = datesOf({ days: 14, availableUntil })(0, { kind: "from", date: "2026-03-10" });
    const through = (date: "2026-03-09" | "2026-03-10") =>
      standingOf(known({ days: sixty(none), newestReadingAt: midnight(date, 0) }), cut);
    expect(through("2026-03-09")).toMatchObject({
      dataThrough: null,
      flags: [{ flag: "no-data", value: null }],
    });
    expect(through("2026-03-10").flags).toEqual([{ flag: "no-data", value: 10 }]);
  });
});
