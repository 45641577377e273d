import { describe, expect, it } from "vitest";
import { epochDay } from "../local-time";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { daytimePattern } from "./daytime";
import { sentencesOf } from "./english.test-support";
import { highsAbove, lowsBelow } from "./excursions";
import { episodeMsBefore } from "./half-hours";
import { type EpisodeSpan, onWallClock } from "./local-episodes";
import { columnsOf, daysOf, episode, FIRST_DATE, NIGHT, without } from "./people.test-support";

const LOWS = lowsBelow(70);
const HIGHS = highsAbove(180);
const flat = (days: number) => daysOf(days, () => 110);

function evidence(readings: readonly Egv[], days: number, episodes: readonly EpisodeSpan[], night = NIGHT) {
  const local = onWallClock(buildSeries(readings), episodes, epochDay(FIRST_DATE));
  return { halfHours: columnsOf(readings, days), episodeMs: episodeMsBefore(local, days), night };
}

describe("lows at one time of day", () => {
  it("are named by the three hours with the most dates, and corrected for looking six times", () => {
    const spells = [1, 4, 6, 9].map((day) => episode(day, "16:00", 30));
    const found = daytimePattern(
      "day-lows",
      LOWS,
      evidence(flat(14), 14, [...spells, episode(0, "09:30", 30)]),
    );
    expect(found).toMatchObject({
      state: "found",
      dates: ["2026-03-03", "2026-03-06", "2026-03-08", "2026-03-11"],
      daysLooked: 14,
      fromMinute: 900,
      toMinute: 1_080,
    });
    // One half hour is within reach of 6 of 48 places, on five dates. At least four of five: 5 (1/8)^4 (7/8) + (1/8)^5.
    const once = 5 * (1 / 8) ** 4 * (7 / 8) + (1 / 8) ** 5;
    expect(found.state !== "too-little-data" && found.chance.probability).toBeCloseTo(6 * once, 14);
    expect(sentencesOf(found, "mg/dL", "en-GB").finding).toBe("On 4 of 14 dates between 15:00 and 18:00.");
  });

  it("do not count lows at night", () => {
    const spells = [1, 4, 6, 9].map((day) => episode(day, "03:00", 30));
    expect(daytimePattern("day-lows", LOWS, evidence(flat(14), 14, spells))).toMatchObject({
      state: "not-found",
      dates: [],
      chance: { probability: 1 },
    });
  });

  it("follow a night that is set otherwise", () => {
    const spells = [1, 4, 6, 9].map((day) => episode(day, "03:00", 30));
    const dayWorker = { fromMinute: 480, toMinute: 900 };
    const found = daytimePattern("day-lows", LOWS, evidence(flat(14), 14, spells, dayWorker));
    // 09:00–12:00 and 12:00–15:00 lie wholly in it: six blocks are left, 03:00–06:00 among them.
    expect(found).toMatchObject({ state: "found", fromMinute: 180, toMinute: 360 });
    const overMidnight = { fromMinute: 1_260, toMinute: 360 };
    expect(daytimePattern("day-lows", LOWS, evidence(flat(14), 14, spells, overMidnight))).toMatchObject({
      dates: [],
    });
  });

  it("are judged by the dates on which those hours have readings, seven at least", () => {
    const noAfternoons = [0, 1, 2].reduce((kept, day) => without(kept, day, "15:00", "18:00"), flat(9));
    const spells = [0, 1, 2, 3, 4].map((day) => episode(day, "16:00", 30));
    // Six afternoons are too few to judge, so another block without any low is named.
    expect(daytimePattern("day-lows", LOWS, evidence(noAfternoons, 9, spells))).toMatchObject({
      state: "not-found",
      daysLooked: 9,
    });
    expect(daytimePattern("day-lows", LOWS, evidence(flat(6), 6, spells))).toMatchObject({
      state: "too-little-data",
      daysLooked: 6,
      daysMin: 7,
    });
  });
});

describe("highs at one time of day", () => {
  it("are found after the hour they need on three dates in ten", () => {
    const spells = [1, 4, 6].map((day) => episode(day, "08:00", 90));
    const found = daytimePattern("day-highs", HIGHS, evidence(flat(10), 10, spells));
    // 08:00–09:00 is in one block, 09:00–09:30 in the next, where 30 minutes are not enough.
    expect(found).toMatchObject({ state: "found", fromMinute: 360, toMinute: 540, effect: { value: 30 } });
    expect(daytimePattern("day-highs", HIGHS, evidence(flat(11), 11, spells)).state).toBe("not-found");
  });
});
