import { describe, expect, it } from "vitest";
import { epochDay } from "../local-time";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { sentencesOf } from "./english.test-support";
import { highsAbove, lowsBelow } from "./excursions";
import { episodeMsBefore } from "./half-hours";
import { type EpisodeSpan, onWallClock } from "./local-episodes";
import { nightPattern } from "./night";
import { columnsOf, daysOf, episode, FIRST_DATE, NIGHT, without } from "./people.test-support";

const LOWS = lowsBelow(70);
const HIGHS = highsAbove(180);
const flat = (days: number) => daysOf(days, () => 110);

function evidence(readings: readonly Egv[], days: number, episodes: readonly EpisodeSpan[], night = NIGHT) {
  const local = onWallClock(buildSeries(readings), episodes, epochDay(FIRST_DATE));
  return { halfHours: columnsOf(readings, days), episodeMs: episodeMsBefore(local, days), night };
}

const lowNights = (days: readonly number[]) => days.map((day) => episode(day, "02:00", 60));

describe("nights with lows", () => {
  it("are found on exactly the dates they are on, with the exact probability", () => {
    const found = nightPattern("night-lows", LOWS, evidence(flat(14), 14, lowNights([0, 3, 5, 8, 9, 13])));
    expect(found).toMatchObject({
      state: "found",
      dates: ["2026-03-02", "2026-03-05", "2026-03-07", "2026-03-10", "2026-03-11", "2026-03-15"],
      daysLooked: 14,
      fromMinute: 0,
      toMinute: 360,
      effect: { value: (100 * 6) / 14, unit: "percent of dates" },
    });
    // On each of the six dates 13 of 48 places of the night would hold some of the low hour, on the others none: all
    // six at night is (13/48)^6 = 0.00039.
    expect(found.state !== "too-little-data" && found.chance.probability).toBeCloseTo((13 / 48) ** 6, 14);
    expect(sentencesOf(found).finding).toBe("On 6 of 14 nights.");
  });

  it("are looked for and not found on one night, or below a fifth of the nights", () => {
    const once = nightPattern("night-lows", LOWS, evidence(flat(7), 7, lowNights([2])));
    expect(once).toMatchObject({ state: "not-found", dates: ["2026-03-04"], daysLooked: 7 });
    const seldom = nightPattern("night-lows", LOWS, evidence(flat(14), 14, lowNights([2, 3])));
    expect(seldom).toMatchObject({ state: "not-found", effect: { value: (100 * 2) / 14 } });
  });

  it("are found in a person who is low at any time, but not as something unlikely", () => {
    const always = Array.from({ length: 10 }, (_, day) => episode(day, "00:00", 1_440));
    expect(nightPattern("night-lows", LOWS, evidence(flat(10), 10, always))).toMatchObject({
      state: "found",
      chance: { probability: 1 },
    });
  });

  it("need seven nights with readings: a gap makes a night one that cannot be judged", () => {
    const nights = lowNights([0, 1, 2]);
    const enough = nightPattern("night-lows", LOWS, evidence(flat(7), 7, nights));
    expect(enough).toMatchObject({ state: "found", daysLooked: 7 });
    const gap = without(flat(7), 6, "01:00", "04:00");
    const tooFew = nightPattern("night-lows", LOWS, evidence(gap, 7, nights));
    expect(tooFew).toMatchObject({ state: "too-little-data", daysLooked: 6, daysMin: 7 });
    expect(sentencesOf(tooFew).missing).toBe("7 nights with 70 % of their readings; there are 6.");
  });

  it("write the night that was looked at", () => {
    const late = { fromMinute: 1_325, toMinute: 355 };
    const pattern = nightPattern("night-lows", LOWS, evidence(flat(9), 9, [episode(3, "23:00", 30)], late));
    expect(sentencesOf(pattern, "mmol/L", "en-GB").rule).toBe(
      "Episodes below 3.9 mmol/L fill at least 15 minutes between 22:00 and 06:00, on at least 2 nights and 20 % " +
        "of the nights with 70 % of their readings.",
    );
    expect(pattern).toMatchObject({ daysLooked: 8, dates: ["2026-03-06"], fromMinute: 1_320, toMinute: 360 });
  });
});

describe("nights with highs", () => {
  it("need an hour of the night and three nights in ten", () => {
    const short = [0, 1, 2].map((day) => episode(day, "02:00", 55));
    const long = [0, 1, 2].map((day) => episode(day, "02:00", 60));
    expect(nightPattern("night-highs", HIGHS, evidence(flat(10), 10, short)).state).toBe("not-found");
    expect(nightPattern("night-highs", HIGHS, evidence(flat(10), 10, long)).state).toBe("found");
    expect(nightPattern("night-highs", HIGHS, evidence(flat(11), 11, long)).state).toBe("not-found");
  });
});
